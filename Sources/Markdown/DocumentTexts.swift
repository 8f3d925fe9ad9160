/// The bytes of a document's texts, while a call lasts: a loop over all of them asks for each without a closure.
public struct DocumentTexts {
  private let source: UnsafeBufferPointer<UInt8>
  private let pool: UnsafeBufferPointer<UInt8>

  fileprivate init(source: UnsafeBufferPointer<UInt8>, pool: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.pool = pool
  }

  /// The bytes of a node's literal text: text, code, a link's destination.
  public subscript(slice: Slice) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: (slice.isPooled ? pool : source)[slice.range])
  }
}

extension Document {
  /// Calls `body` with the nodes and their texts, which last as long as the call.
  public func withNodes<Result>(
    _ body: (UnsafeBufferPointer<Node>, DocumentTexts) -> Result
  ) -> Result {
    nodes.withUnsafeBufferPointer { nodes in
      source.bytes.withUnsafeBufferPointer { source in
        pool.withUnsafeBufferPointer { pool in body(nodes, DocumentTexts(source: source, pool: pool)) }
      }
    }
  }
}
