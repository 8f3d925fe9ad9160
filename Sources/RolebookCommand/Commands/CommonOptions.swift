import ArgumentParser
import Glibc

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The site's folder; else the nearest one above with rolebook.yml.", valueName: "dir"))
  var root: String?

  @Option(
    help: ArgumentHelp("Where the site is published to; else `output:` of rolebook.yml.", valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp("How many tasks run at once; else one for each processor.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Say what takes how long.")
  var verbose = false

  @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  var color = Terminal.Color.auto

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("`--jobs \(jobs)` runs nothing: it takes 1 or more") }
    if output == "" { throw ValidationError("`--output` names no folder") }
    if quiet, verbose { throw ValidationError("`--quiet` and `--verbose` contradict each other") }
  }

  var terminal: Terminal { Terminal(isQuiet: quiet, isVerbose: verbose, color: color) }

  /// The number of tasks that run at once.
  var taskCount: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
