import Testing

@testable import Markdown

/// Bytes are found wherever they stand, before, at and after the steps of eight.
@Suite struct ByteSearchTests {
  @Test(arguments: 0..<30) func findsAByte(at offset: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 30)
    bytes[offset] = UInt8(ascii: "{")
    bytes.withUnsafeBufferPointer {
      #expect($0.firstOffset(of: UInt8(ascii: "{")) == offset)
      #expect($0.firstOffset(of: UInt8(ascii: "{"), from: offset + 1) == nil)
      #expect($0.firstOffset(of: UInt8(ascii: "}")) == nil)
    }
  }

  @Test(arguments: 0..<28) func findsThreeBytes(at offset: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "t"), count: 30)
    bytes.replaceSubrange(offset..<(offset + 3), with: "tep".utf8)
    let tep = (UInt8(ascii: "t"), UInt8(ascii: "e"), UInt8(ascii: "p"))
    bytes.withUnsafeBufferPointer {
      #expect($0.firstOffset(of: tep) == offset)
      #expect($0.firstOffset(of: tep, from: offset + 1) == nil)
    }
  }

  @Test(arguments: 0..<30) func passesOverASCII(before offset: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 30)
    bytes[offset] = 0xC3
    let closer = bytes.withUnsafeBufferPointer { $0.skippingASCII(from: 0) }
    #expect(closer <= offset && closer > offset - 8)
  }
}
