import Glibc

/// The folder that a site is published to, known to be safe to replace.
struct OutputFolder {
  /// Absolute; there may be nothing yet.
  let path: String
  /// What the last build published; nil where the folder is missing or empty.
  let ledger: Ledger?
  /// Where the site's cache keeps what it knows of the folder; a copy of the ledger too, as git may change that.
  let cache: OutputCache

  /// Refuses folders whose loss would hurt: only a missing, an empty or our own one is taken, and none inside
  /// the sources, which the next build would read.
  init(
    _ path: String, root: String, sources: [String] = [],
    home: String? = getenv("HOME").map { String(cString: $0) }
  ) throws {
    self.path = Disk.absolute(path)
    let precious = Precious(root: root, sources: sources, home: home)
    if let why = precious.refusal(of: self.path) {
      throw Failure(
        .usage, "cannot publish to \(self.path): \(why)",
        cure: "give another folder: --output DIR, or `output:` in \(Workspace.settingsName)")
    }
    cache = OutputCache(root: root, output: self.path)
    let ledger = try Self.readLedger(in: self.path)
    self.ledger = try ledger?.joined(with: Ledger(at: cache.path(.published), unlike: ledger))
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
