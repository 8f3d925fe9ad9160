import ArgumentParser
import Rolebook

/// `rolebook who-can`: the roles that hold permissions, and the least that covers them.
struct WhoCanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who-can", abstract: "Say which roles hold permissions, and which give the least besides.",
    discussion: """
      Several permissions are asked for together: the roles that hold all of them, and the set of roles that holds \
      all of them and the fewest others. Roles that are deprecated or kept for service agents are in no set.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "Permissions, each by its whole name.")
  var permissions: [String]

  @Option(
    help: ArgumentHelp(
      "Where the roles are to be granted: organization, folder, project, dataset, table …", valueName: "kind")
  )
  var on = Level.project

  @Option(
    help: ArgumentHelp("The platform, where several have a permission of this name.", valueName: "name"))
  var platform: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Write a custom role that holds exactly these: gcloud, yaml, terraform or sql.", valueName: "format"))
  var format: CustomRole.Format?

  @Option(help: ArgumentHelp("The id of the custom role.", valueName: "id"))
  var id = "customRole"

  @Flag(help: "List all roles, not the first twenty.")
  var all = false

  @Flag(help: "Write JSON.")
  var json = false

  func validate() throws {
    if permissions.isEmpty { throw ValidationError("name a permission, such as `bigquery.tables.getData`") }
    if json, format != nil { throw ValidationError("`--json` and `--as` write different things") }
    guard id.contains(where: \.isLetter),
      id.unicodeScalars.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789_.".unicodeScalars.contains($0))
      })
    else { throw ValidationError("`--id \(id)` is no role's id: it takes letters, digits, `_` and `.`") }
  }

  func run() async throws {
    let index = try await Workspace(root: options.root).accessIndex(options)
    let wanted = try index.permissions(asked: permissions, platform: platform)
    if let format { return try options.terminal.show(try customRole(format)) }
    let answer = WhoCanAnswer(WhoCan(wanted, on: on.kind, in: index), index)
    if json { return try options.terminal.show(answer.json) }
    guard answer.hasRoles else {
      options.terminal.say(answer.regret)
      throw Exit.findings
    }
    try options.terminal.show(answer.text(limit: all ? nil : 20))
  }

  private func customRole(_ format: CustomRole.Format) throws -> String {
    let role = CustomRole(id: id, permissions: Array(Set(permissions)))
    if let misfit = role.misfit(in: format) {
      throw Failure(
        .usage, "`\(misfit)` is no permission that \(format.words)",
        cure: format == .sql ? "--as gcloud, yaml or terraform" : "--as yaml lists it as it is")
    }
    return role.text(format)
  }
}

extension CustomRole.Format: ExpressibleByArgument {
  fileprivate var words: String { self == .sql ? "SQL can grant" : "Google Cloud has" }
}
