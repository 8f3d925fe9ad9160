import Rolebook

/// A site on disk: where it lies and how it is set up.
struct Workspace: Sendable {
  /// The absolute path of the site's root, links resolved.
  let root: String
  var settings: Settings
  /// `rolebook.yml`, where there is one.
  let settingsFile: SourceFile?

  static let settingsName = "rolebook.yml"

  /// Opens the site at `root`, else the one that the current folder belongs to.
  init(root: String?, from folder: String = Disk.currentFolder) throws {
    let root = try root.map(Self.givenRoot) ?? Self.findRoot(from: folder)
    let file = try Self.readSettings(in: root)
    var settings = file.map { Settings(reading: $0) } ?? Settings()
    // A plain folder of Markdown is its own content.
    if file == nil, !Disk.isFolder(root + "/" + settings.content) { settings.content = "." }
    if let file { try Self.refuseProblems(of: settings, in: file) }
    for (key, path) in [("content", settings.content), ("templates", settings.templates)] {
      try Self.refuseEscape(key, path, from: root)
    }
    self.root = root
    self.settings = settings
    self.settingsFile = file
  }

  /// The absolute path of a path that starts at the root; one that is absolute already stays.
  func absolute(_ path: String) -> String { Disk.absolute(path.hasPrefix("/") ? path : root + "/" + path) }

  /// The folders that only the author writes to; a root that is its own content holds the output too.
  var sourceFolders: [String] {
    [settings.content, settings.templates].map(absolute).filter { $0 != root }
  }

  /// The root below the folder of its git repository, with a slash at its end; empty where they are the same or
  /// there is none. CI services name files from there.
  var folderInRepository: String {
    var folder: String? = root
    while let candidate = folder {
      if Disk.kind(candidate + "/.git") != nil {
        return candidate == root ? "" : root.dropFirst(candidate == "/" ? 1 : candidate.count + 1) + "/"
      }
      folder = Disk.parent(of: candidate)
    }
    return ""
  }

  private static func givenRoot(_ path: String) throws -> String {
    guard let root = Disk.resolve(path), Disk.isFolder(root) else {
      throw Failure(.usage, "no folder `\(path)`", cure: "--root names the folder with rolebook.yml")
    }
    return root
  }

  /// The nearest folder above with settings, else the current one if it has Markdown.
  private static func findRoot(from start: String) throws -> String {
    let start = Disk.resolve(start) ?? start
    var folder: String? = start
    while let candidate = folder {
      if Disk.kind(candidate + "/" + settingsName) != nil { return candidate }
      folder = Disk.parent(of: candidate)
    }
    if Disk.isFolder(start + "/" + Settings().content) || hasMarkdown(start) { return start }
    throw Failure(
      .usage, "no site here: neither \(settingsName) in this folder or above it, nor Markdown in it",
      cure: "rolebook init makes a small site; --root DIR names one elsewhere")
  }

  private static func hasMarkdown(_ folder: String) -> Bool {
    let entries = (try? Disk.list(folder)) ?? []
    return entries.contains { $0.kind == .file && $0.name.hasSuffix(".md") }
  }

  private static func readSettings(in root: String) throws -> SourceFile? {
    let path = root + "/" + settingsName
    if Disk.kind(path) == nil { return nil }
    switch Disk.read(path, limit: Settings().limits.fileBytes) {
    case .bytes(let bytes): return SourceFile(path: settingsName, role: .settings, bytes: bytes)
    case .tooLarge(let bytes):
      throw Failure(.usage, "\(settingsName) has \(bytes) bytes: too many for settings")
    case .unreadable(let words): throw Failure(.disk, "cannot read \(path): \(words)")
    }
  }

  /// Refuses settings that cannot be read; those of a revision are told by its name.
  static func refuseProblems(
    of settings: Settings, in file: SourceFile, at revision: String? = nil
  ) throws {
    let name = (revision.map { $0 + ":" } ?? "") + settingsName
    if case .notUTF8(let offset) = file.fault {
      let line = file.text.lineNumber(at: offset)
      throw Failure(.usage, "\(name):\(line): is not UTF-8", cure: "save it as UTF-8")
    }
    guard let problem = settings.problems.first else { return }
    let place = file.text.position(at: Int(problem.place.span.start))
    let more = settings.problems.count - 1
    throw Failure(
      .usage,
      "\(name):\(place.line):\(place.column): \(problem.fault.message)"
        + (more > 0 ? " (and \(more) more)" : ""), cure: problem.fault.cure)
  }

  private static func refuseEscape(_ key: String, _ path: String, from root: String) throws {
    let full = Disk.absolute(root + "/" + path)
    if !path.hasPrefix("/"), full == root || full.isBelow(root) { return }
    throw Failure(
      .usage, "\(settingsName): `\(key): \(path)` leads out of the site's root",
      cure: "name a folder below the one with \(settingsName)")
  }
}

extension SettingProblem.Fault {
  /// In words: lower case, no full stop.
  var message: String {
    switch self {
    case .unknownKey(let key, _): "unknown key `\(key)`"
    case .wrongType(let key, let expected, let found): "`\(key)` is \(found), expected \(expected)"
    case .unknownValue(let key, let value, _): "`\(key)` cannot be `\(value)`"
    case .duplicateKey(let key): "key `\(key)` stands twice"
    case .syntax(let words): words
    case .unclosed: "no `---` ends the front matter"
    }
  }

  var cure: String? {
    switch self {
    case .unknownKey(_, let suggestion): suggestion.map { "did you mean `\($0)`?" }
    case .unknownValue(_, _, let allowed): "one of \(allowed.map { "`\($0)`" }.joined(separator: ", "))"
    case .duplicateKey: "keep one of them"
    case .wrongType, .syntax, .unclosed: nil
    }
  }
}

extension String {
  /// Whether this path lies in `folder`, at any depth.
  func isBelow(_ folder: String) -> Bool {
    hasPrefix(folder == "/" ? folder : folder + "/") && self != folder
  }
}
