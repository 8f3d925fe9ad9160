import Glibc
import Testing

@testable import RolebookCommand

@Suite struct ProgressLineTests {
  @Test func showsLongWorkAndWipesItsLine() throws {
    let text = try shown(delay: 1) { usleep(300_000) }
    #expect(text.hasPrefix("\r  checking 3 files … 0."))
    #expect(text.hasSuffix("\r\u{1B}[K"))
    #expect(!text.contains("\n"))
  }

  @Test func showsNothingOfShortWork() throws {
    #expect(try shown(delay: 60_000) {} == "")
  }

  private func shown(delay: Int, _ work: () -> Void) throws -> String {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let line = ProgressLine("checking 3 files", to: ends[1], delay: delay, interval: 50)
    work()
    line.end()
    close(ends[1])
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(ends[0], &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
