import ArgumentParser
import Rolebook

/// `rolebook drift`: shows where the real system has moved away from the pages.
struct DriftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "Hold the pages against a dump of the real system.",
    discussion: """
      The dump is JSON: roles with their `includedPermissions`, as `gcloud iam roles list --format=json` and \
      `describe` write them, in a list, one after another, or one a line.

      Exit code: 0 clean, 1 findings, 2 wrong usage, settings or dump, 3 input or output failed.
      """)

  @OptionGroup var options: CommonOptions

  @OptionGroup var reporting: ReportOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The dump of the real system; several files are joined, `-` is standard input.", valueName: "file"))
  var truth: [String]

  @Option(
    help: ArgumentHelp(
      "The platform that the dump is of; else the one whose roles it has.", valueName: "name"))
  var platform: String?

  @Option(help: "Let findings of this level and above fail: error, warning or info.")
  var failOn: Severity?

  @Flag(
    help:
      "Write what is new upstream into the pages, and changed titles and stages, for you to review.")
  var update = false

  func validate() throws {
    if truth.isEmpty { throw ValidationError("`--truth` names a file at least") }
    if failOn != nil, reporting.strict {
      throw ValidationError("`--strict` is `--fail-on warning`: give one of them")
    }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let today = Clock.today
    let root = try Workspace(root: options.root).root
    let files = try truth.map { try SourceFile(truth: $0, root: root) }
    let check = {
      try await Checked(options, today: today, baseline: reporting.baseline, truth: (files, platform))
    }
    let checked =
      update
      ? try await Fixing(includesUnsafe: true, summary: Self.summary).run(options.terminal, check)
      : try await check()
    try reporting.finish(checked, since: start, failingAt: failOn, options)
  }
}

extension DriftCommand {
  private static func summary(_ count: Int, _ files: [String]) -> String {
    let lines = files.map { "  \($0)\n" }.joined()
    let pages = files.count == 1 ? "1 page" : "\(files.count) pages"
    return "\(lines)updated \(pages) for \(counted(count, "finding")): review them, as with `git diff`"
  }
}

extension Severity: ExpressibleByArgument {}
