import Rolebook

/// A site's files as git has them at a revision, by the rules of `FileTree`.
struct RevisionFiles {
  let settings: Settings
  /// The settings come first, then the others by path. Assets are listed and not read.
  let files: [SourceFile]

  init(_ revision: Revision, of workspace: Workspace) throws {
    let settingsEntry = revision.entries.first { $0.path == Workspace.settingsName }
    let settingsFile = try settingsEntry.map { entry in
      SourceFile(path: Workspace.settingsName, role: .settings, bytes: try revision.read([entry])[0])
    }
    var settings = settingsFile.map { Settings(reading: $0) } ?? Settings()
    if let settingsFile { try Workspace.refuseProblems(of: settings, in: settingsFile, at: revision.name) }
    if settingsFile == nil, !revision.entries.contains(where: { $0.path.hasPrefix(settings.content + "/") }) {
      settings.content = "."
    }
    self.settings = settings
    let selection = Selection(settings, root: workspace.root)
    let chosen = try Self.following(links: revision).compactMap { entry in
      selection.role(of: entry.path).map { (entry: entry, role: $0) }
    }
    let read = chosen.filter { $0.role != .asset }
    let bytes = try revision.read(read.map(\.entry))
    let sources =
      zip(read, bytes).map { Self.source($0.entry.path, $0.role, $1, settings) }
      + chosen.filter { $0.role == .asset }.map { SourceFile(path: $0.entry.path, role: .asset, bytes: []) }
    files =
      (settingsFile.map { [$0] } ?? [])
      + sources.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func source(
    _ path: String, _ role: SourceFile.Part, _ bytes: [UInt8], _ settings: Settings
  ) -> SourceFile {
    bytes.count <= settings.limits.fileBytes
      ? SourceFile(path: path, role: role, bytes: bytes)
      : SourceFile(path: path, role: role, bytes: [], fault: .tooLarge(bytes: bytes.count))
  }

  /// The entries, with a link's own path and the bytes of the file that it leads to; a link to a folder, or out of
  /// what git has, is left out.
  private static func following(links revision: Revision) throws -> [Revision.Entry] {
    let links = revision.entries.filter(\.isLink)
    let targets = Dictionary(
      zip(links.map(\.path), try revision.read(links)), uniquingKeysWith: { first, _ in first })
    let blobs = Dictionary(
      revision.entries.filter { !$0.isLink }.map { ($0.path, $0.blob) },
      uniquingKeysWith: { first, _ in first })
    return revision.entries.compactMap { entry in
      guard let target = targets[entry.path] else { return entry }
      let folder = Disk.parent(of: "/" + entry.path) ?? "/"
      let path = Disk.absolute(folder + "/" + String(decoding: target, as: UTF8.self)).dropFirst()
      return blobs[String(path)].map { Revision.Entry(path: entry.path, blob: $0, isLink: false) }
    }
  }
}

/// Which files of a site's folder are its own, by their paths alone.
private struct Selection {
  private let content: String
  private let excluded: [String]
  private let extensions: [String]

  init(_ settings: Settings, root: String) {
    func below(_ path: String) -> String {
      let full = Disk.absolute(path.hasPrefix("/") ? path : root + "/" + path)
      return full == root ? "" : full.isBelow(root) ? String(full.dropFirst(root.count + 1)) + "/" : "/"
    }
    content = below(settings.content)
    let content = content
    excluded = [settings.output, settings.templates].map(below).filter { $0 != content }
    extensions = settings.extensions.map { "." + $0 }
  }

  /// What a file is to the site; nil where it is no part of it, or of no use to a comparison.
  func role(of path: String) -> SourceFile.Part? {
    if path == "_redirects" || path == content + "_redirects" { return .redirects }
    guard path.hasPrefix(content), path != Workspace.settingsName,
      !excluded.contains(where: { path.hasPrefix($0) }),
      !path.dropFirst(content.count).split(separator: "/").contains(where: { $0.hasPrefix(".") })
    else { return nil }
    return extensions.contains { path.hasSuffix($0) } ? .page : .asset
  }
}
