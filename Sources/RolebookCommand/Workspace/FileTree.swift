import Rolebook

/// The files of a site, found but not read.
struct FileTree: Sendable {
  /// Where a file lies and what it is to the site.
  struct File: Sendable {
    /// Relative to the root.
    let path: String
    let role: SourceFile.Part
    /// What is wrong with it before it is read.
    let fault: String?
  }

  private(set) var files: [File] = []
  private let root: String
  private let content: String
  private let extensions: [String]
  /// Absolute paths that are no content: the output and the templates.
  private let excluded: Set<String>
  /// Folders outside the content that a link has led to; each is read once, so that links cannot circle.
  private var linked: Set<String> = []

  /// Lists the content, the templates and the redirects of a site. Names that begin with a dot are left out.
  init(of workspace: Workspace, output: String) throws {
    let settings = workspace.settings
    root = workspace.root
    content = workspace.absolute(settings.content)
    extensions = settings.extensions.map { "." + $0 }
    let templates = workspace.absolute(settings.templates)
    excluded = Set([output, templates]).subtracting([content])
    guard Disk.isFolder(content) else {
      throw Failure(
        .disk, "no content folder `\(settings.content)` in \(root)",
        cure: "create it, or name another one as `content:` in \(Workspace.settingsName)")
    }
    try walk(content) { $0.role(ofContent: $1) }
    if templates != content, Disk.isFolder(templates) { try walk(templates) { _, _ in .template } }
    if content != root, Disk.kind(root + "/_redirects") == .file { add(root + "/_redirects", .redirects) }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private typealias RoleOf = (FileTree, String) -> SourceFile.Part

  private func role(ofContent path: String) -> SourceFile.Part {
    if path == content + "/_redirects" { return .redirects }
    if path == root + "/" + Workspace.settingsName { return .settings }
    return extensions.contains { path.hasSuffix($0) } ? .page : .asset
  }

  private mutating func walk(_ folder: String, _ role: RoleOf) throws {
    let entries: [Disk.Entry]
    do { entries = try Disk.list(folder) } catch {
      return add(folder, .asset, fault: error.reason)
    }
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = folder + "/" + entry.name
      if excluded.contains(path) { continue }
      try visit(path, entry, role)
    }
  }

  private mutating func visit(_ path: String, _ entry: Disk.Entry, _ role: RoleOf) throws {
    if let fault = Self.fault(ofName: entry.name) { return add(path, role(self, path), fault: fault) }
    switch entry.kind {
    case .file: add(path, role(self, path))
    case .folder:
      if role(self, path) == .page { add(path, .page, fault: "is a folder") }
      try walk(path, role)
    case .link: try follow(path, role)
    case .other: add(path, role(self, path), fault: "is not a regular file")
    }
  }

  private mutating func follow(_ path: String, _ role: RoleOf) throws {
    guard let target = Disk.resolve(path) else {
      return add(path, role(self, path), fault: "is a broken link")
    }
    guard target == root || target.isBelow(root) else {
      return add(path, role(self, path), fault: "is a link out of the site's root")
    }
    guard Disk.kind(target) == .folder else { return add(path, role(self, path)) }
    let isReadAnyway = target == content || target.isBelow(content) || content.isBelow(target)
    if !isReadAnyway, linked.insert(target).inserted { try walk(path, role) }
  }

  private mutating func add(_ path: String, _ role: SourceFile.Part, fault: String? = nil) {
    if role == .settings { return }
    files.append(
      File(path: String(path.dropFirst(root == "/" ? 1 : root.count + 1)), role: role, fault: fault))
  }

  private static func fault(ofName name: String) -> String? {
    if name.unicodeScalars.contains("\u{FFFD}") { return "its name is not UTF-8" }
    return name.utf8.contains { $0 < 0x20 || $0 == 0x7F } ? "its name holds a control character" : nil
  }
}
