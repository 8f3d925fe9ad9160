import Glibc

/// The folder that a site is published to, known to be safe to replace.
struct OutputFolder {
  /// Absolute; there may be nothing yet.
  let path: String
  /// What the last build published; nil where the folder is missing or empty.
  let ledger: Ledger?
  /// Where the site's cache keeps a copy of the ledger, for a folder whose own one is changed by git.
  let ledgerCopy: String

  /// Refuses folders whose loss would hurt: only a missing, an empty or our own one is taken, and none inside
  /// the sources, which the next build would read.
  init(_ path: String, root: String, sources: [String] = []) throws {
    self.path = Disk.absolute(path)
    try Self.refusePrecious(self.path, root: root)
    for source in sources where self.path == source || self.path.isBelow(source) {
      throw Failure(
        .usage, "cannot publish to \(self.path): it lies in \(source), which the next build reads",
        cure: "give another folder: --output DIR, or `output:` in \(Workspace.settingsName)")
    }
    self.ledgerCopy = Ledger.copyPath(of: self.path, root: root)
    self.ledger = try Self.readLedger(in: self.path)?.joined(with: Ledger(at: ledgerCopy))
  }

  private static func refusePrecious(_ path: String, root: String) throws {
    let cure = "give another folder: --output DIR, or `output:` in \(Workspace.settingsName)"
    func refuse(_ what: String) -> Failure {
      Failure(.usage, "cannot publish to \(path): \(what)", cure: cure)
    }

    switch Disk.kind(path) {
    case nil, .folder: break
    case .link: throw refuse("it is a link\(Disk.resolve(path).map { " to \($0)" } ?? "")")
    case .file, .other: throw refuse("it is not a folder")
    }
    let resolved = Disk.resolve(path) ?? path
    if resolved == "/" { throw refuse("it is the root of the file system") }
    if let home = getenv("HOME").flatMap({ Disk.resolve(String(cString: $0)) }), resolved == home {
      throw refuse("it is your home folder")
    }
    if resolved == root { throw refuse("it is the site's own root") }
    if root.isBelow(resolved) { throw refuse("the site itself lies in it") }
    if Disk.kind(path + "/.git") != nil { throw refuse("it is the root of a git repository") }
  }

  private static func readLedger(in path: String) throws -> Ledger? {
    if Disk.kind(path) == nil { return nil }
    do {
      if let ledger = try Ledger(at: path + "/" + Ledger.name) { return ledger }
      if try Disk.list(path).isEmpty { return nil }
    } catch {
      throw Failure(.disk, "cannot read \(error.path): \(error.reason)")
    }
    throw Failure(
      .usage, "cannot publish to \(path): it is not empty, and no \(Ledger.name) says that it is ours",
      cure: "empty it, or give another folder: --output DIR")
  }
}
