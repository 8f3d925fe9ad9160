import ArgumentParser
import Rolebook

/// `rolebook check`: shows what is wrong.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that the pages agree with themselves and each other.",
    discussion: "Exit code: 0 clean, 1 findings, 2 wrong usage or settings, 3 input or output failed.")

  @OptionGroup var options: CommonOptions

  @OptionGroup var reporting: ReportOptions

  @Flag(help: "Apply the fixes that are safe.")
  var fix = false

  @Flag(help: "With --fix: apply the other fixes as well.")
  var unsafe = false

  func validate() throws {
    if unsafe, !fix { throw ValidationError("`--unsafe` needs `--fix`") }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let today = Clock.today
    let check = { try await Checked(options, today: today, baseline: reporting.baseline) }
    let checked =
      fix ? try await Fixing(includesUnsafe: unsafe).run(options.terminal, check) : try await check()
    try reporting.finish(checked, since: start, options)
  }
}
