import ArgumentParser
import Rolebook

/// `rolebook compare`: what each of two roles has that the other has not.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Say what each of two roles has that the other has not.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "A role's id, title, or the last part of its id.")
  var left: String

  @Argument(help: "Another role's.")
  var right: String

  @Flag(help: "List every permission, each on a line of its own.")
  var all = false

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let index = try await Workspace(root: options.root).accessIndex(options)
    let roles = (try index.role(asked: left), try index.role(asked: right))
    let answer = ComparisonAnswer(RoleComparison(roles.0, roles.1, in: index), index)
    if json { return try options.terminal.show(answer.json) }
    try options.terminal.show(all ? answer.list : answer.text)
  }
}
