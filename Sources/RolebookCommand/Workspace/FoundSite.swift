/// A site on disk with the files that belong to it, found and not read.
struct FoundSite: Sendable {
  let workspace: Workspace
  /// The absolute path of the output folder.
  let output: String
  let tree: FileTree

  /// Calls `preparing`, which may take its time, with the path of the output before anything is read.
  init(_ options: CommonOptions, preparing: ((String) throws -> Void)? = nil) throws {
    let first = try Workspace(root: options.root)
    output = options.output.map(Disk.absolute) ?? first.absolute(first.settings.output)
    try preparing?(output)
    workspace = try preparing == nil ? first : Workspace(root: options.root)
    tree = try FileTree(of: workspace, output: output)
  }
}
