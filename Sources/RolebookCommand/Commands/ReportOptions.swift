import ArgumentParser
import Glibc
import Rolebook

/// How findings are shown and which of them fail: for the commands that check.
struct ReportOptions: ParsableArguments {
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

  func validate() throws {
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("`--write-baseline` starts anew: it takes no `--baseline`")
    }
    if ReportFormat.named(format) == nil {
      let names = ReportFormat.all.map(\.name).joined(separator: ", ")
      throw ValidationError("`\(format)` is no report format: it is one of \(names)")
    }
  }

  /// Shows what was found, or writes the baseline, and ends the program as the findings say.
  func finish(
    _ checked: Checked, since start: ContinuousClock.Instant, failingAt level: Severity? = nil,
    _ options: CommonOptions
  )
    throws
  {
    if let writeBaseline, checked.unreadable.isEmpty {
      return try write(checked.report, to: writeBaseline, options.terminal)
    }
    try show(checked, elapsed: ContinuousClock.now - start, options)
    if !checked.unreadable.isEmpty {
      throw Failure(
        .disk,
        counted(checked.unreadable.count, "file") + " could not be read"
          + (writeBaseline == nil ? "" : ", so no baseline was written"))
    }
    // What a large site holds in memory need not be freed piece by piece.
    withExtendedLifetime(checked) {
      _exit(checked.exit(failingAt: level ?? (strict ? .warning : .error)).rawValue)
    }
  }

  private func write(_ report: Report, to path: String, _ terminal: Terminal) throws {
    do {
      if Disk.kind(path) == nil {
        try Disk.replaceOrCreate(path, Baseline.text(of: report))
      } else {
        try Disk.replace(path, Baseline.text(of: report))
      }
    } catch { throw Failure(.disk, "cannot write \(error.path): \(error.reason)") }
    terminal.say("  \(path)   \(counted(report.findings.count, "finding"))")
  }

  private func show(_ checked: Checked, elapsed: Duration, _ options: CommonOptions) throws {
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
