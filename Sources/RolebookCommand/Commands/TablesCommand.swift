import ArgumentParser
import Rolebook

/// `rolebook tables`: how every table was read, and why.
struct TablesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "List every table of the site, what it was read as, and why.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("How the list is written: text or json.", valueName: "format"))
  var format = Format.text

  func run() async throws {
    let checked = try await Checked(options)
    let tables = TableList(of: checked.build.catalog)
    switch format {
    case .text: try options.terminal.show(tables.text)
    case .json: try options.terminal.show(tables.json)
    }
  }
}
