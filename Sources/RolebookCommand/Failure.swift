/// How a command ends, as its exit code says.
enum Exit: Int32, Error {
  case clean = 0
  /// The check found errors.
  case findings = 1
  /// Bad usage or configuration.
  case usage = 2
  /// Input or output failed.
  case disk = 3
}

/// Why a command stops: what happened and where, the cure, and the exit code.
struct Failure: Error, Equatable {
  let exit: Exit
  /// Lower case, no full stop, the user's words in backticks.
  let message: String
  let cure: String?

  init(_ exit: Exit, _ message: String, cure: String? = nil) {
    self.exit = exit
    self.message = message
    self.cure = cure
  }

  /// As it is shown: the message, and the cure below it.
  var text: String { "error: \(message)\n" + (cure.map { "help: \($0)\n" } ?? "") }
}
