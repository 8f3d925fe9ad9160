import Foundation
import PackagePlugin

/// Puts the rules' pages, the templates and the feed's schemas into the library, and what browsers load of `serve` into
/// the command, at every build, so that none can be out of date.
@main struct EmbedFiles: BuildToolPlugin {
  /// The folders of each target, and the names of what they become.
  private var folders: [String: [(String, String)]] {
    [
      "Rolebook": [
        ("content/rules", "RulePages"), ("templates", "TemplateFiles"), ("templates/scripts", "ScriptFiles"),
        ("templates/styles", "StyleFiles"), ("schemas", "SchemaFiles"),
      ],
      "RolebookCommand": [("templates/live", "LiveFiles")],
    ]
  }

  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    try (folders[target.name] ?? []).map { folder, name in
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
