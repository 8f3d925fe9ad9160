import Rolebook

extension Shape {
  private static let limit = 1 << 28

  /// Reads the schemas of the feed in a folder, or in `api/v1` below it.
  init(folder: String) throws {
    let feed = Edition.feedFolder(folder)
    let schemas = feed + "/schemas"
    let names = ((try? Disk.list(schemas)) ?? []).map(\.name).filter { $0.hasSuffix(Self.ending) }
    let files = try names.map { ($0, try Self.read("\(schemas)/\($0)")) }
    try self.init(
      in: feed, index: try Self.read(feed + "/index.json"), schemas: Dictionary(uniqueKeysWithValues: files))
  }

  /// Reads the schemas of the output that is committed at a revision.
  init(of revision: Revision, output: String, root: String) throws {
    guard output.isBelow(root) else {
      throw Failure(
        .usage, "\(output) lies outside of \(root), so git has no feed of it",
        cure: "compare two folders: OLD NEW")
    }
    let feed = output.dropFirst(root.count + 1) + "/api/v1/"
    let chosen = revision.entries.filter { entry in
      entry.path == feed + "index.json"
        || entry.path.hasPrefix(feed + "schemas/") && entry.path.hasSuffix(Self.ending)
    }
    var files = Dictionary(
      zip(chosen.map { Disk.name(of: $0.path) }, try revision.read(chosen)),
      uniquingKeysWith: { first, _ in first })
    guard let index = files.removeValue(forKey: "index.json") else {
      throw Failure(
        .usage, "`\(revision.name)` has no \(feed)index.json",
        cure: "compare with a revision in which the feed is committed")
    }
    try self.init(in: "\(revision.name):\(feed.dropLast())", index: index, schemas: files)
  }

  /// Names the folder in messages.
  private init(in folder: String, index: [UInt8], schemas: [String: [UInt8]]) throws {
    if schemas.isEmpty {
      throw Failure(
        .usage, "\(folder) has no schemas/*\(Self.ending)",
        cure: "compare with a feed that was built with its schemas")
    }
    do { try self.init(index: index, schemas: schemas) } catch let fault as Edition.Fault {
      throw Failure(.usage, "\(folder)/\(fault.place): \(fault.message)", cure: fault.cure)
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    switch Disk.read(path, limit: limit) {
    case .bytes(let bytes): return bytes
    case .tooLarge(let bytes): throw Failure(.disk, "\(path) has \(bytes) bytes: too many for a feed")
    case .unreadable where Disk.kind(path) == nil:
      throw Failure(
        .usage, "no \(path), so this is no feed",
        cure: "name a folder `api/v1` that rolebook build wrote, or one that holds it")
    case .unreadable(let words): throw Failure(.disk, "cannot read \(path): \(words)")
    }
  }
}
