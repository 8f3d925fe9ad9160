/// What a link's destination is made of.
struct DestinationParts {
  /// Without the query and the anchor; percent-decoded, as the anchor.
  let path: String
  let anchor: String
  /// Whether another tool fills it in: `{{ site.baseurl }}/setup`, `${DOCS}/setup`.
  let isTemplate: Bool

  init(of destination: String) {
    let marks = DestinationMarks(in: destination)
    let bytes = destination.utf8
    let hash = marks.hash.map { bytes.index(bytes.startIndex, offsetBy: $0) } ?? bytes.endIndex
    let end = marks.query.map { bytes.index(bytes.startIndex, offsetBy: $0) } ?? hash
    let path = end == bytes.endIndex ? destination : String(destination[..<end])
    let anchor = marks.hash == nil ? "" : String(destination[bytes.index(after: hash)...])
    self.path = marks.hasPercent ? percentDecoded(path) : path
    self.anchor = marks.hasPercent ? percentDecoded(anchor) : anchor
    isTemplate = marks.isTemplate
  }
}

/// The bytes that divide a destination, found in one look at it: a large site has many.
private struct DestinationMarks {
  /// The offset of the first `#`.
  private(set) var hash: Int?
  /// The offset of the first `?`, where no `#` stands before it.
  private(set) var query: Int?
  private(set) var hasPercent = false
  private(set) var isTemplate = false

  init(in destination: String) {
    var destination = destination
    destination.withUTF8 { bytes in
      var before: UInt8 = 0
      for (offset, byte) in bytes.enumerated() {
        add(byte, after: before, at: offset)
        before = byte
      }
    }
  }

  private mutating func add(_ byte: UInt8, after before: UInt8, at offset: Int) {
    switch byte {
    case UInt8(ascii: "#"): hash = hash ?? offset
    case UInt8(ascii: "?") where hash == nil: query = query ?? offset
    case UInt8(ascii: "{"): isTemplate = isTemplate || "{$".utf8.contains(before)
    case UInt8(ascii: "%"):
      hasPercent = true
      isTemplate = isTemplate || "{<".utf8.contains(before)
    default: break
    }
  }
}

/// The text with its `%41` read as bytes; what is no such escape stays.
func percentDecoded(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
    {
      result.append(value)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}
