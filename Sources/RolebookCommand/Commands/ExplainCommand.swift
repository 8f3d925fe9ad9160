import ArgumentParser
import Glibc
import Rolebook

/// `rolebook explain`: what a name stands for, and the places that say so.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, a permission or a role, with the places that say so.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "A rule's id, a permission, or a role's id, title or short name.")
  var name: String

  func run() async throws {
    // A rule needs no site.
    if let rule = Rule.all.first(where: { $0.id == name }) { return try show(rule) }
    let checked = try await Checked(options)
    let explanation = Explanation(of: checked.build.catalog)
    guard let text = explanation.text(for: name) else {
      throw Failure(
        .usage, "`\(name)` is no rule, permission or role here",
        cure: Suggestion(Rule.all.map(\.id) + explanation.names).question(for: name))
    }
    try options.terminal.show(text)
  }

  private func show(_ rule: Rule) throws {
    let settings = (try? Workspace(root: options.root))?.settings
    let isColored = options.terminal.isColored(STDOUT_FILENO)
    try options.terminal.show(RuleExplanation(rule, in: settings).text(isColored: isColored))
  }
}
