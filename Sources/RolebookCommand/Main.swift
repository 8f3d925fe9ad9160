import ArgumentParser
import Glibc
import Markdown

/// The way in and out of the program: arguments to a command, its end to an exit code.
@main enum Main {
  static func main() async {
    // A reader that goes away, as `head` does, ends the output and not the work.
    signal(SIGPIPE, SIG_IGN)
    Memory.growInLargeSteps()
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the command that the arguments name and returns its exit code.
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try RootCommand.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return Exit.clean.rawValue
    } catch let failure as Failure {
      Terminal.write(failure.text, to: STDERR_FILENO)
      return failure.exit.rawValue
    } catch let exit as Exit {
      return exit.rawValue
    } catch {
      return end(with: error)
    }
  }

  /// Shows what the argument parser has to say: help and version as data, wrong usage as talk.
  private static func end(with error: any Error) -> Int32 {
    let isAnswer = RootCommand.exitCode(for: error).isSuccess
    let text = RootCommand.fullMessage(for: error)
    let message = isAnswer || !text.hasPrefix("Error: ") ? text : "error: " + text.dropFirst("Error: ".count)
    Terminal.write(message + "\n", to: isAnswer ? STDOUT_FILENO : STDERR_FILENO)
    return isAnswer ? Exit.clean.rawValue : Exit.usage.rawValue
  }
}
