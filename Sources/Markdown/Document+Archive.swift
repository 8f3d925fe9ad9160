extension Document {
  /// Appends the parsed form as bytes that the same program can read back faster than it can parse: the number
  /// of nodes, of their extras and of pooled bytes, then these as they lie in memory.
  public func appendArchive(to bytes: inout [UInt8]) {
    for count in [nodes.count, extras.count, pool.count] {
      withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
    }
    nodes.withUnsafeBytes { bytes.append(contentsOf: $0.bindMemory(to: UInt8.self)) }
    extras.withUnsafeBytes { bytes.append(contentsOf: $0.bindMemory(to: UInt8.self)) }
    bytes.append(contentsOf: pool)
  }

  /// Reads an archive of the document that this source was parsed to; nil where its counts do not fit. The
  /// caller vouches that the bytes are those that `appendArchive` wrote.
  public init?(archive: UnsafeRawBufferPointer, of source: SourceText) {
    guard archive.count >= Self.archiveHead else { return nil }
    let nodeCount = Int(UInt32(littleEndian: archive.loadUnaligned(as: UInt32.self)))
    let extraCount = Int(UInt32(littleEndian: archive.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    let poolCount = Int(UInt32(littleEndian: archive.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
    let extraStart = Self.archiveHead + nodeCount * MemoryLayout<Node>.stride
    let poolStart = extraStart + extraCount * MemoryLayout<Extra>.stride
    guard nodeCount > 0, archive.count == poolStart + poolCount else { return nil }
    self.init(
      source: source, nodes: Self.copied(archive[Self.archiveHead..<extraStart], nodeCount),
      extras: Self.copied(archive[extraStart..<poolStart], extraCount), pool: Array(archive[poolStart...]))
  }

  private static func copied<Element>(_ bytes: UnsafeRawBufferPointer.SubSequence, _ count: Int) -> [Element]
  {
    [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes))
      filled = count
    }
  }

  /// The bytes of the counts.
  private static let archiveHead = 12
}
