import Glibc
import Testing

@testable import RolebookCommand

@Suite struct CopyingTests {
  @Test(
    arguments: [
      [(0, "a"), (5 << 30, "b"), (10 << 30, "c")], [(1 << 20, "a"), (3 << 20, "b")], [(0, "a")], [],
    ] as [[(Int, String)]])
  func copiesBytesAndLeavesOutHoles(_ pieces: [(offset: Int, text: String)]) throws {
    let sandbox = try Sandbox(["source": "", "target": ""])
    let (source, target) = (try opened("source", sandbox), try opened("target", sandbox))
    defer { for file in [source, target] { close(file) } }
    for piece in pieces { pwrite(source, piece.text, 1, off_t(piece.offset)) }
    let size = (pieces.last?.offset ?? 0) + (1 << 30)
    try #require(ftruncate(source, off_t(size)) == 0)

    #expect(Disk.copy(source, to: target))

    var status = stat()
    fstat(target, &status)
    #expect(Int(status.st_size) == size && Int(status.st_blocks) * 512 < 1 << 20)
    for piece in pieces {
      var byte: UInt8 = 0
      pread(target, &byte, 1, off_t(piece.offset))
      #expect(byte == piece.text.utf8.first)
    }
  }

  private func opened(_ name: String, _ sandbox: Sandbox) throws -> Int32 {
    let file = open(sandbox.path + "/" + name, O_RDWR | O_CLOEXEC)
    try #require(file >= 0)
    return file
  }
}
