extension Document {
  /// Appends the parsed form as bytes that the same program can read back faster than it can parse: the number
  /// of nodes and of pooled bytes, then both as they lie in memory.
  public func appendArchive(to bytes: inout [UInt8]) {
    for count in [nodes.count, pool.count] {
      withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
    }
    nodes.withUnsafeBytes { bytes.append(contentsOf: $0.bindMemory(to: UInt8.self)) }
    bytes.append(contentsOf: pool)
  }

  /// Reads an archive of the document that this source was parsed to; nil where its counts do not fit. The
  /// caller vouches that the bytes are those that `appendArchive` wrote.
  public init?(archive: UnsafeRawBufferPointer, of source: SourceText) {
    guard archive.count >= Self.archiveHead else { return nil }
    let nodeCount = Int(UInt32(littleEndian: archive.loadUnaligned(as: UInt32.self)))
    let poolCount = Int(UInt32(littleEndian: archive.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    let poolStart = Self.archiveHead + nodeCount * MemoryLayout<Node>.stride
    guard nodeCount > 0, archive.count == poolStart + poolCount else { return nil }
    let nodes = [Node](unsafeUninitializedCapacity: nodeCount) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: archive[Self.archiveHead..<poolStart]))
      count = nodeCount
    }
    self.init(source: source, nodes: nodes, pool: Array(archive[poolStart...]))
  }

  /// The bytes of the two counts.
  private static let archiveHead = 8
}
