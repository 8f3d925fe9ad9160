import Glibc
import Rolebook

/// The SQLite file that a build writes: beside its place first, so that the old one stays until the new one is whole.
struct DatabaseFile {
  /// Absolute.
  let path: String

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

  /// Writes the database beside its place.
  func write(_ database: Database) throws -> WrittenDatabase {
    let file: NewFile
    do { file = try NewFile(for: path) } catch { throw Self.failure(error) }
    let connection = try SQLite.create(file.beside, for: path)
    try connection.run(database.creation)
    var rows = 0
    for table in database.tables { rows += try connection.insert(table) }
    try connection.finish(database.completion)
    return WrittenDatabase(rows: rows, file: file)
  }

  fileprivate static func failure(_ error: DiskError) -> Failure {
    Failure(
      .disk, "cannot write \(error.path): \(error.reason)", cure: "the old database is untouched")
  }

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

/// A database that is whole and not yet in its place.
struct WrittenDatabase {
  let rows: Int
  fileprivate let file: NewFile

  /// Puts it in its place.
  func publish() throws {
    do { try file.publish(survivesPowerCut: true) } catch { throw DatabaseFile.failure(error) }
  }
}
