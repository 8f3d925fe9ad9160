import ArgumentParser
import Rolebook

/// `rolebook`: the commands it has.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rolebook",
    abstract: "Turns access documentation in Markdown into a checked website and a permissions feed.",
    version: programVersion,
    subcommands: [
      InitCommand.self, BuildCommand.self, ServeCommand.self, CheckCommand.self, TablesCommand.self,
      RenderCommand.self,
      ExplainCommand.self, WhoCanCommand.self, CompareCommand.self, ChangesCommand.self, DriftCommand.self,
    ])
}
