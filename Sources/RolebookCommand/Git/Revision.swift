/// The files of a folder as git has them at a revision.
struct Revision {
  struct Entry {
    /// Relative to the folder.
    let path: String
    let blob: String
    let isLink: Bool
  }

  /// As it was asked for: `origin/main`.
  let name: String
  let entries: [Entry]
  private let folder: String

  init(_ name: String, of folder: String) throws {
    self.name = name
    self.folder = folder
    let prefix = try Git.run(["rev-parse", "--show-prefix"], in: folder)
    if prefix.code != 0 {
      throw Failure(
        .usage, "no git repository at \(folder): \(prefix.talk)",
        cure: "compare two folders: rolebook changes OLD NEW")
    }
    let commit = try Git.run(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], in: folder)
    if commit.code != 0 {
      throw Failure(
        .usage, "no revision `\(name)` in the git repository at \(folder)",
        cure: "git fetch brings those of others; in GitHub Actions, give actions/checkout `fetch-depth: 0`")
    }
    entries = try Self.entries(of: commit.line, below: prefix.line, in: folder)
  }

  /// The bytes of these entries, beside them.
  func read(_ entries: [Entry]) throws -> [[UInt8]] {
    if entries.isEmpty { return [] }
    let input = Array(entries.map { $0.blob + "\n" }.joined().utf8)
    let answer = try Git.run(["cat-file", "--batch"], in: folder, input: input)
    var rest = answer.output[...]
    var blobs: [[UInt8]] = []
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      // Each blob stands between a line with its id, kind and size, and a line end.
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      guard head.count == 3, let size = Int(head[2]), end + 1 + size < rest.endIndex else { break }
      blobs.append(Array(rest[(end + 1)..<(end + 1 + size)]))
      rest = rest[(end + 2 + size)...]
    }
    if blobs.count == entries.count { return blobs }
    throw Failure(
      .disk, "git lacks `\(entries[blobs.count].path)` of `\(name)`",
      cure: "git fetch --refetch brings what is missing")
  }

  private static func entries(of commit: String, below prefix: String, in folder: String) throws -> [Entry] {
    let tree = try Git.run(
      ["ls-tree", "-r", "-z", "--full-tree", commit] + (prefix.isEmpty ? [] : ["--", prefix]), in: folder)
    if tree.code != 0 { throw Failure(.disk, "git cannot list the files of `\(commit)`: \(tree.talk)") }
    return tree.output.split(separator: 0).compactMap { row in
      let row = String(decoding: row, as: UTF8.self)
      guard let tab = row.firstIndex(of: "\t") else { return nil }
      let words = row[..<tab].split(separator: " ")
      guard words.count == 3, words[1] == "blob" else { return nil }
      let path = row[row.index(after: tab)...].dropFirst(prefix.count)
      return Entry(path: String(path), blob: String(words[2]), isLink: words[0] == "120000")
    }
  }
}

extension Git {
  /// When a folder's files were last committed, in seconds since 1970; nil where git does not know them.
  static func time(of folder: String) throws -> Int? {
    let answer = try run(["log", "-1", "--format=%ct", "--", "."], in: folder)
    return answer.code == 0 ? Int(answer.line) : nil
  }
}
