import Glibc

/// The system's file calls, with errors that name the path.
enum Disk {
  /// What an entry of a folder is, links not followed.
  enum Kind: Equatable, Sendable { case file, folder, link, other }

  struct Entry: Sendable {
    let name: String
    let kind: Kind
  }

  /// What is at a path, links not followed; nil where there is nothing.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    return lstat(path, &status) == 0 ? Kind(mode: status.st_mode) : nil
  }

  /// Why the bytes at a path may not be read, in the system's words; nil where they may.
  static func unreadable(_ path: String) -> String? {
    access(path, R_OK) == 0 ? nil : DiskError.words(for: errno)
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && Kind(mode: status.st_mode) == .folder
  }

  /// The entries of a folder but `.` and `..`, in the order of their names' bytes.
  static func list(_ path: String) throws(DiskError) -> [Entry] {
    guard let folder = opendir(path) else { throw DiskError(path) }
    defer { closedir(folder) }
    var entries: [Entry] = []
    while let item = next(in: folder) {
      let name = withUnsafePointer(to: &item.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append(
        Entry(name: name, kind: Kind(type: item.pointee.d_type) ?? kind(path + "/" + name) ?? .other))
    }
    // Half a list would be taken for the whole one.
    if errno != 0 { throw DiskError(path) }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The next entry; nil at the end and where reading failed, as `errno` then says.
  private static func next(in folder: OpaquePointer) -> UnsafeMutablePointer<dirent>? {
    errno = 0
    return readdir(folder)
  }

  /// The path without links and dots; nil where there is nothing.
  static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path with all links followed; what is not there yet keeps its name.
  static func resolveExisting(_ path: String) -> String {
    if let resolved = resolve(path) { return resolved }
    guard let parent = parent(of: path) else { return path }
    let above = resolveExisting(parent)
    return (above == "/" ? "" : above) + "/" + name(of: path)
  }

  static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  static func makeFolder(_ path: String) throws(DiskError) {
    if mkdir(path, 0o777) != 0 { throw DiskError(path) }
  }

  /// Makes the folder and those above it, where they are missing.
  static func makeFolders(_ path: String) throws(DiskError) {
    if isFolder(path) { return }
    if let parent = parent(of: path) { try makeFolders(parent) }
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw DiskError(path) }
  }

  /// The folder that a path lies in; nil for `/` and for a bare name.
  static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path, made absolute from the current folder, without `.`, `..` and double slashes.
  static func absolute(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : currentFolder + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Removes a file or a folder with all that is in it; links are not followed.
  static func remove(_ path: String) throws(DiskError) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard kind(path) == .folder else { throw DiskError(path) }
    for entry in try list(path) {
      let below = path + "/" + entry.name
      if entry.kind == .folder || unlink(below) != 0 { try remove(below) }
    }
    if rmdir(path) != 0, errno != ENOENT { throw DiskError(path) }
  }
}

extension Disk.Kind {
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }

  /// Nil where the file system does not say.
  init?(type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    case Int(DT_UNKNOWN): return nil
    default: self = .other
    }
  }
}

/// A file call that failed.
struct DiskError: Error, Equatable {
  let path: String
  /// The system's own words: `permission denied`.
  let reason: String

  /// The reason is the last call's `errno`.
  init(_ path: String) { self.init(path, reason: Self.words(for: errno)) }

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  static func words(for code: Int32) -> String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
