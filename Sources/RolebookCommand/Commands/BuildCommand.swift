import ArgumentParser
import Glibc
import Rolebook

/// `rolebook build`: checks the site and publishes it.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Check the site, then publish it.",
    discussion: "The site is built beside the output folder and takes its place whole.")

  @OptionGroup var options: CommonOptions

  @Flag(help: "Publish a site with errors too.")
  var force = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Publish what changed since earlier feeds: folders, each DIR@2026-10-31, or DIR of the day of its last commit.",
      valueName: "dir"))
  var previous: [String] = []

  @Option(help: ArgumentHelp("Write the catalog as an SQLite database too.", valueName: "file"))
  var sqlite: String?

  func run() async throws {
    let start = ContinuousClock.now
    let database = try sqlite.map { try DatabaseFile($0) }
    let editions = try PreviousEdition.all(previous)
    let terminal = options.terminal
    let jobs = options.taskCount
    var output = Task<Stamps?, Never> { nil }
    let found = try FoundSite(options) { path in
      _ = try OutputLock(of: path) { terminal.say("waiting for another build of \(path) to end") }
      output = Task { await LastBuild.look(at: path, jobs: jobs) }
    }
    let last = await last(found, published: output)
    if last == nil { output.cancel() }
    if let result = await last?.unchanged() {
      return terminal.say(
        "  \(shown(found.output, in: found.workspace.root))   \(counted(result.pages, "page")), nothing changed "
          + "(\((ContinuousClock.now - start).milliseconds))\(Self.words(for: result.warnings))")
    }
    let checked = try await Checked(options, found)
    if !force { try refuseErrors(in: checked) }
    let folder = try OutputFolder(
      checked.output, root: checked.workspace.root, sources: checked.workspace.sourceFolders)
    let checkedAt = ContinuousClock.now
    let templates = Templates(
      files: checked.files, folder: checked.workspace.settings.templates)
    let written = try database?.write(checked.build.database())
    let site = checked.build.site(
      templates: templates, previous: editions, commitDates: checked.workspace.commitDates,
      terms: checked.workspace.termCache(for: checked.files),
      indexing: options.taskCount > 1 ? .atOnce : .whenAsked, jobs: options.taskCount)
    async let keptTerms: Void = checked.workspace.keepTerms(of: site)
    let published = try await terminal.during("writing the site") {
      try await folder.publish(
        site, assets: checked.workspace.assets(among: checked.files),
        circumstances: checked.workspace.circumstances(for: checked.files, hasChanges: !editions.isEmpty),
        jobs: options.taskCount)
    }
    try written?.publish()
    await keptTerms
    let pages = published.paths.count { $0.hasSuffix(".html") }
    await last?.keep(LastBuild.Result(pages: pages, warnings: checked.report.count(.warning)))
    terminal.tell("wrote \(published.paths.count) files in \((ContinuousClock.now - checkedAt).milliseconds)")
    terminal.say(
      "  \(shown(folder.path, in: checked.workspace.root))   \(counted(pages, "page"))"
        + ", \(counted(checked.report.count(.error), "error")) (\((ContinuousClock.now - start).milliseconds))"
    )
    if let written, let sqlite { terminal.say("  \(sqlite)   \(counted(written.rows, "row"))") }
    let warnings = Self.words(for: checked.report.count(.warning))
    if !warnings.isEmpty { terminal.say(String(warnings.dropFirst())) }
    // All is written; what a large site holds in memory need not be freed piece by piece.
    withExtendedLifetime(checked) { _exit(Exit.clean.rawValue) }
  }

  /// The last build to the same output, where one may be spared: not with files of other times, nor for a database.
  private func last(_ found: FoundSite, published: Task<Stamps?, Never>) async -> LastBuild? {
    guard previous.isEmpty, sqlite == nil else { return nil }
    return await LastBuild(
      found.workspace, found.tree, output: found.output, published: published,
      options: force ? "force" : "", jobs: options.taskCount)
  }

  /// A line that leads to the warnings, behind a line end; empty where there are none.
  private static func words(for warnings: Int) -> String {
    if warnings == 0 { return "" }
    return "\n  \(counted(warnings, "warning")) — rolebook check shows \(warnings == 1 ? "it" : "them")"
  }

  private func refuseErrors(in checked: Checked) throws {
    let exit = checked.exit(failingAt: .error)
    if exit == .clean { return }
    let style = ReportStyle(isColored: options.terminal.isColored(STDERR_FILENO))
    Terminal.write(ReportFormat.text.render(checked.report.onlyErrors, style), to: STDERR_FILENO)
    let unreadable = checked.unreadable.count
    throw Failure(
      exit,
      (exit == .disk
        ? "\(counted(unreadable, "file")) could not be read" : counted(checked.report.count(.error), "error"))
        + ", so nothing was published", cure: "rolebook build --force publishes the rest all the same")
  }

  /// A path below the root without it: `public/`.
  private func shown(_ path: String, in root: String) -> String {
    (path.isBelow(root) ? String(path.dropFirst(root.count + 1)) : path) + "/"
  }
}

/// A count with its noun: `1 page`, `93 pages`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
