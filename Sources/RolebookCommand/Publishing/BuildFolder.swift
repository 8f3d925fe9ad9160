import Glibc

/// A folder beside the output that belongs to builds: `.public.new-123`, in which a process builds the new site, and
/// `.public.old-123`, to which it moves the old one where the two cannot be exchanged.
///
/// Its name begins with a dot, so that it is never read as content.
struct BuildFolder {
  enum Part: String { case new, old }

  let path: String
  let part: Part

  static func path(_ part: Part, beside output: String) -> String {
    let parent = Disk.parent(of: output) ?? "/"
    return "\(parent == "/" ? "" : parent)/\(prefix(part, of: output))\(getpid())"
  }

  /// What builds of an output left beside it, or still use.
  static func all(beside output: String) throws(DiskError) -> [BuildFolder] {
    guard let parent = Disk.parent(of: output), Disk.isFolder(parent) else { return [] }
    var found: [BuildFolder] = []
    for entry in try Disk.list(parent) where entry.kind == .folder {
      for part in [Part.old, .new] where isName(entry.name, prefix(part, of: output)) {
        found.append(BuildFolder(path: "\(parent == "/" ? "" : parent)/\(entry.name)", part: part))
      }
    }
    return found
  }

  private static func prefix(_ part: Part, of output: String) -> String {
    ".\(Disk.name(of: output)).\(part.rawValue)-"
  }

  private static func isName(_ name: String, _ prefix: String) -> Bool {
    name.hasPrefix(prefix) && isNumber(name.dropFirst(prefix.count).utf8)
  }

  private static func isNumber(_ bytes: Substring.UTF8View) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether a name is that of a build folder of any output.
  static func isName(_ name: String) -> Bool {
    guard name.hasPrefix("."), let dash = name.utf8.lastIndex(of: UInt8(ascii: "-")) else { return false }
    return [".new", ".old"].contains { name[..<dash].hasSuffix($0) }
      && isNumber(name[name.index(after: dash)...].utf8)
  }

  /// Removes it if it is ours and its build was killed. The ledger goes last, so that it is known until then.
  func removeIfAbandoned() throws(DiskError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if folder < 0 { return }
    defer { close(folder) }
    if flock(folder, LOCK_EX | LOCK_NB) != 0 { return }
    guard Disk.kind(path + "/" + Ledger.name) == .file else {
      // Killed before its first file or after its last one: nothing is lost with an empty folder.
      rmdir(path)
      return
    }
    try Self.remove(path)
  }

  /// What lies in a folder of ours, but for the ledger, by paths below it; in the place of a folder what lies in that.
  static func entries(in path: String) throws(DiskError) -> [Disk.Entry] {
    var entries: [Disk.Entry] = []
    for entry in try Disk.list(path) where entry.name != Ledger.name {
      if entry.kind != .folder {
        entries.append(entry)
        continue
      }
      for inner in try Disk.list(path + "/" + entry.name) {
        entries.append(Disk.Entry(name: entry.name + "/" + inner.name, kind: inner.kind))
      }
    }
    return entries
  }

  /// Removes a folder of ours, the ledger last.
  static func remove(_ path: String) throws(DiskError) {
    for entry in try Disk.list(path) where entry.name != Ledger.name {
      try Disk.remove(path + "/" + entry.name)
    }
    try Disk.remove(path)
  }
}
