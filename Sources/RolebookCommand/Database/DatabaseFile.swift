import Glibc
import Rolebook

/// The SQLite file that a build writes: beside its place first, so that the old one stays until the new one is whole.
struct DatabaseFile {
  /// Absolute.
  let path: String
  private var beside: String { "\(path).new-\(getpid())" }

  /// Refuses a place that holds anything but nothing, an empty file or a database of ours.
  init(_ path: String) throws {
    self.path = Disk.absolute(path)
    guard let folder = Disk.parent(of: self.path), Disk.isFolder(folder) else {
      throw Failure(.usage, "cannot write \(path): there is no such folder", cure: "make the folder first")
    }
    switch Disk.kind(self.path) {
    case nil: break
    case .file: if try !Self.isOurs(self.path) { throw Self.refusal(path, "it is no database of rolebook's") }
    case .folder: throw Self.refusal(path, "it is a folder")
    case .link, .other: throw Self.refusal(path, "it is not a regular file")
    }
  }

  /// Writes the database beside its place. Returns the number of rows.
  func write(_ database: Database) throws -> Int {
    discard()
    do {
      let connection = try SQLite.create(beside)
      try connection.run(database.creation)
      var count = 0
      for table in database.tables { count += try connection.insert(table) }
      try connection.finish(database.completion)
      return count
    } catch {
      discard()
      throw error
    }
  }

  /// Puts it in its place.
  func publish() throws {
    Disk.flush(beside)
    if rename(beside, path) == 0 { return }
    let words = DiskError.words(for: errno)
    discard()
    throw Failure(.disk, "cannot write \(path): \(words)", cure: "the old database is untouched")
  }

  /// Removes what was written beside.
  func discard() { unlink(beside) }

  /// By the two marks in the header: https://www.sqlite.org/fileformat.html
  private static func isOurs(_ path: String) throws -> Bool {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if file < 0 { throw Failure(.disk, "cannot read \(path): \(DiskError.words(for: errno))") }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 72)
    let count = read(file, &header, header.count)
    if count == 0 { return true }
    return count == header.count && header.starts(with: Array("SQLite format 3\0".utf8))
      && header[68..<72].elementsEqual(SQLite.mark.utf8)
  }

  private static func refusal(_ path: String, _ why: String) -> Failure {
    Failure(.usage, "cannot write \(path): \(why)", cure: "give another file: --sqlite FILE")
  }
}
