/// A site on disk with the files that belong to it, found and not read.
struct FoundSite: Sendable {
  let workspace: Workspace
  /// The absolute path of the output folder.
  let output: String
  let tree: FileTree

  init(_ options: CommonOptions) throws {
    workspace = try Workspace(root: options.root)
    output = options.output.map(Disk.absolute) ?? workspace.absolute(workspace.settings.output)
    tree = try FileTree(of: workspace, output: output)
  }
}
