import Glibc

extension Disk {
  /// Puts other bytes in a file's place, whole or not at all, also through a power cut; its mode stays.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    let path = resolve(path) ?? path
    var status = stat()
    if stat(path, &status) != 0 { throw DiskError(path) }
    let file = try NewFile(for: path)
    try file.write(CollectionOfOne(bytes))
    try file.publish(mode: status.st_mode & 0o7777, survivesPowerCut: true)
  }

  /// Writes a file beside and moves it into place, whole or not at all.
  static func replaceOrCreate(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    try replaceOrCreate(path, CollectionOfOne(bytes))
  }

  /// The same, with the bytes in pieces, each made when the one before is written.
  static func replaceOrCreate(_ path: String, _ pieces: some Sequence<[UInt8]>) throws(DiskError) {
    let file = try NewFile(for: path)
    try file.write(pieces)
    try file.publish()
  }
}
