extension YAML {
  /// Appends the value as bytes that the same program can read back faster than it can parse: what it is, its
  /// range, the number of its bytes or parts, and these.
  public func appendArchive(to bytes: inout [UInt8]) {
    switch content {
    case .scalar(let text, let isPlain):
      appendHead(isPlain ? .plain : .quoted, count: text.utf8.count, to: &bytes)
      bytes.append(contentsOf: text.utf8)
    case .sequence(let items):
      appendHead(.sequence, count: items.count, to: &bytes)
      for item in items { item.appendArchive(to: &bytes) }
    case .mapping(let pairs):
      appendHead(.mapping, count: pairs.count, to: &bytes)
      for (key, value) in pairs {
        key.appendArchive(to: &bytes)
        value.appendArchive(to: &bytes)
      }
    }
  }

  /// Reads what `appendArchive` wrote; nil where there is nothing. The caller vouches for the bytes.
  public init?(archive: UnsafeRawBufferPointer) {
    var reader = ArchiveReader(bytes: archive)
    guard let value = reader.read() else { return nil }
    self = value
  }

  fileprivate enum Kind: UInt8 { case plain, quoted, sequence, mapping }

  private func appendHead(_ kind: Kind, count: Int, to bytes: inout [UInt8]) {
    bytes.append(kind.rawValue)
    for number in [span.start, span.end, count] {
      withUnsafeBytes(of: UInt32(number)) { bytes.append(contentsOf: $0) }
    }
  }
}

private struct ArchiveReader {
  private static let head = 13

  let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func read() -> YAML? {
    guard offset + Self.head <= bytes.count, let kind = YAML.Kind(rawValue: bytes[offset]) else { return nil }
    let span = Span(number(at: offset + 1), number(at: offset + 5))
    let count = number(at: offset + 9)
    offset += Self.head
    return readContent(kind, count).map { YAML(content: $0, span: span) }
  }

  private mutating func readContent(_ kind: YAML.Kind, _ count: Int) -> YAML.Content? {
    guard count <= bytes.count - offset else { return nil }
    switch kind {
    case .plain, .quoted:
      defer { offset += count }
      let text = String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
      return .scalar(text, isPlain: kind == .plain)
    case .sequence:
      let items = (0..<count).compactMap { _ in read() }
      return items.count == count ? .sequence(items) : nil
    case .mapping:
      let pairs = (0..<count).compactMap { _ -> (key: YAML, value: YAML)? in
        guard let key = read(), let value = read() else { return nil }
        return (key, value)
      }
      return pairs.count == count ? .mapping(pairs) : nil
    }
  }

  private func number(at offset: Int) -> Int {
    Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
