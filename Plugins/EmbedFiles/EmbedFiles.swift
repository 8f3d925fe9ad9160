import Foundation
import PackagePlugin

/// Puts the rules' pages, the templates and the feed's schemas into the program at every build, so that none can be out of date.
@main struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    try [
      ("content/rules", "RulePages"), ("templates", "TemplateFiles"), ("templates/scripts", "ScriptFiles"),
      ("templates/styles", "StyleFiles"), ("schemas", "SchemaFiles"),
    ].map { folder, name in
      let files = try FileManager.default.contentsOfDirectory(
        at: context.package.directoryURL.appending(path: folder), includingPropertiesForKeys: nil
      ).filter { ["md", "mustache", "css", "js", "json", "svg", "yml"].contains($0.pathExtension) }.sorted {
        $0.path < $1.path
      }
      let output = context.pluginWorkDirectoryURL.appending(path: name + ".swift")
      return .buildCommand(
        displayName: "Embed \(folder)", executable: try context.tool(named: "Embed").url,
        arguments: [output.path, name] + files.map(\.path), inputFiles: files, outputFiles: [output])
    }
  }
}
