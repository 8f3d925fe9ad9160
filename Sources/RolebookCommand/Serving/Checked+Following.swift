import Rolebook

extension Checked {
  /// The site after some of its files changed. Where they are pages and nothing else, only these are read; else all
  /// are, and what they hold as before is not parsed again.
  func following(_ change: FolderWatcher.Change, _ options: CommonOptions) async throws -> Checked {
    guard let files = change.isWide ? nil : files(after: change.files) else {
      return try await Checked(options, servedAt: workspace.settings.baseURL, after: build)
    }
    let build = await Build(
      files: files, settings: workspace.settings, after: build, jobs: options.taskCount)
    return Checked(workspace, output: output, files: files, build)
  }

  /// The files with these read again; nil where others than known pages and assets changed.
  private func files(after changed: Set<String>) -> [SourceFile]? {
    var files = files
    for path in changed {
      guard path.isBelow(workspace.root) else { return nil }
      let name = path.dropFirst(workspace.root.count + 1)
      let known = files.firstIndex { $0.path == name }
      let kind = Disk.kind(path)
      // A file that came and went while an editor saved another one.
      if known == nil, kind == nil { continue }
      guard let index = known, kind == .file else { return nil }
      switch files[index].role {
      case .page: files[index] = workspace.read(path: files[index].path, as: .page)
      case .asset: continue
      default: return nil
      }
    }
    return files
  }
}
