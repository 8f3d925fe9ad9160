import ArgumentParser
import Glibc
import Rolebook

/// `rolebook check`: shows what is wrong.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that the pages agree with themselves and each other.",
    discussion: "Exit code: 0 clean, 1 findings, 2 wrong usage or settings, 3 input or output failed.")

  @OptionGroup var options: CommonOptions

  @Option(
    help: ArgumentHelp(
      "How findings are written: \(ReportFormat.all.map(\.name).joined(separator: ", ")).",
      valueName: "format"))
  var format = "text"

  @Option(help: ArgumentHelp("Let the findings pass that this file lists.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Write the findings to this file, as a baseline for later.", valueName: "file"))
  var writeBaseline: String?

  @Flag(help: "Let warnings fail too.")
  var strict = false

  @Flag(help: "Apply the fixes that are safe.")
  var fix = false

  @Flag(help: "With --fix: apply the other fixes as well.")
  var unsafe = false

  func validate() throws {
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("`--write-baseline` starts anew: it takes no `--baseline`")
    }
    if unsafe, !fix { throw ValidationError("`--unsafe` needs `--fix`") }
    if ReportFormat.named(format) == nil {
      let names = ReportFormat.all.map(\.name).joined(separator: ", ")
      throw ValidationError("`\(format)` is no report format: it is one of \(names)")
    }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let today = Clock.today
    let check = { try await Checked(options, today: today, baseline: baseline) }
    let checked =
      fix ? try await Fixing(includesUnsafe: unsafe).run(options.terminal, check) : try await check()
    if let writeBaseline { return try write(checked.report, to: writeBaseline) }
    try show(checked, elapsed: ContinuousClock.now - start)
    if !checked.unreadable.isEmpty {
      let count = checked.unreadable.count
      throw Failure(.disk, "\(count) file\(count == 1 ? "" : "s") could not be read")
    }
    // What a large site holds in memory need not be freed piece by piece.
    withExtendedLifetime(checked) { _exit(checked.exit(isStrict: strict).rawValue) }
  }

  private func write(_ report: Report, to path: String) throws {
    do {
      if Disk.kind(path) == nil {
        try Disk.create(path, Baseline.text(of: report))
      } else {
        try Disk.replace(path, Baseline.text(of: report))
      }
    } catch { throw Failure(.disk, "cannot write \(error.path): \(error.reason)") }
    options.terminal.say("  \(path)   \(counted(report.findings.count, "finding"))")
  }

  private func show(_ checked: Checked, elapsed: Duration) throws {
    guard let format = ReportFormat.named(format) else { return }
    let terminal = options.terminal
    let isForPeople = format.name == ReportFormat.text.name
    var style = ReportStyle(isColored: terminal.isColored(STDOUT_FILENO))
    style.folder = checked.workspace.folderInRepository
    try terminal.show(
      format.render(isForPeople && options.quiet ? checked.report.onlyErrors : checked.report, style))
    if isForPeople, !options.quiet {
      try terminal.show("\(checked.report.summary), \(elapsed.milliseconds)\n")
    }
    if let summary = format.summary { try Self.add(summary(checked.report, style)) }
  }

  /// Adds to the page that GitHub shows for a step, where there is one.
  private static func add(_ summary: [UInt8]) throws {
    guard let path = getenv("GITHUB_STEP_SUMMARY").map({ String(cString: $0) }), !path.isEmpty else { return }
    do { try Disk.append(path, summary) } catch {
      throw Failure(.disk, "cannot write \(error.path): \(error.reason)")
    }
  }
}

extension ReportFormat {
  static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}

extension Report {
  var onlyErrors: Report { filtered { $0.severity == .error } }
}
