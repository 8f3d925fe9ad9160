/// A parsed Markdown document as a flat list of nodes in reading order.
///
/// A node's descendants follow it directly, up to its `end`, so that a walk is a loop and needs no
/// recursion. Every node knows the bytes it was written in.
public struct Document: Sendable {
  public let source: SourceText
  /// The nodes in preorder; the first is the document itself.
  public let nodes: [Node]
  /// What some nodes say beside their literal, in the order of the nodes.
  let extras: [Extra]
  /// Text that reads differently from the source: decoded entities, code without its indentation.
  let pool: [UInt8]
  /// The limit that the document broke, if it did; such a document has no other node than its root.
  public let excess: LimitExcess?
  /// Whether HTML stands anywhere in it, comments included.
  public let hasHTML: Bool

  init(
    source: SourceText, nodes: [Node], extras: [Extra] = [], pool: [UInt8], excess: LimitExcess? = nil
  ) {
    self.source = source
    self.nodes = nodes
    self.extras = extras
    self.pool = pool
    self.excess = excess
    hasHTML = nodes.contains { $0.kind == .htmlBlock || $0.kind == .htmlInline }
  }

  /// What a node says beside its literal.
  struct Extra: Sendable {
    let node: Int32
    let slice: Slice
  }

  /// The title of a link, image or callout; the info string of a code block; `{#id}` of a heading.
  // Few nodes have one: the loops over all of them are shorter without it.
  @inline(never)
  public func extra(_ node: Int) -> Slice {
    let index = extras.partitioningIndex { $0.node >= node }
    return index < extras.count && extras[index].node == node ? extras[index].slice : .empty
  }

  /// The bytes of a node's literal text: text, code, a link's destination.
  public func withBytes<Result>(of slice: Slice, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    (slice.isPooled ? pool : source.bytes).withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[slice.range]))
    }
  }

  public func string(_ slice: Slice) -> String {
    withBytes(of: slice) { String(decoding: $0, as: UTF8.self) }
  }

  /// The readable text below a node: its text and code, breaks as spaces.
  public func plainText(_ index: Int) -> String { plainText(in: index..<Int(nodes[index].end)) }

  /// The readable text of some sibling nodes and all below them.
  public func plainText(in range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for node in nodes[range] {
      switch node.kind {
      case .text, .code: withBytes(of: node.literal) { bytes.append(contentsOf: $0) }
      case .softBreak, .lineBreak: bytes.append(.space)
      case .paragraph, .item, .cell: if let last = bytes.last, last != .space { bytes.append(.space) }
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The indices of all nodes of a kind, in order.
  public func indices(of kind: Node.Kind) -> [Int] { nodes.indices.filter { nodes[$0].kind == kind } }

  /// The indices of a node's children, in order.
  public func children(of index: Int) -> ChildIndices {
    ChildIndices(nodes: nodes, following: index + 1, end: Int(nodes[index].end))
  }
}

/// The children of a node: each child's index, skipping what lies below it.
public struct ChildIndices: Sequence, IteratorProtocol {
  let nodes: [Node]
  var following: Int
  let end: Int

  public mutating func next() -> Int? {
    guard following < end else { return nil }
    defer { following = Int(nodes[following].end) }
    return following
  }
}

/// A piece of text: bytes of the source or, where the reading differs from the source, of the pool.
public struct Slice: Hashable, Sendable {
  private var startAndOrigin: UInt32
  private var length: UInt32

  private static let poolBit: UInt32 = 1 << 31

  static let empty = Slice(source: Span(0, 0))

  init(source span: Span) {
    startAndOrigin = UInt32(truncatingIfNeeded: span.start)
    length = UInt32(truncatingIfNeeded: span.count)
  }

  init(pool start: Int, length: Int) {
    startAndOrigin = UInt32(truncatingIfNeeded: start) | Self.poolBit
    self.length = UInt32(truncatingIfNeeded: length)
  }

  /// Keeps a number in the place of a text: see `Node`.
  init(number: Int32) {
    startAndOrigin = UInt32(bitPattern: number)
    length = 0
  }

  var number: Int32 { Int32(bitPattern: startAndOrigin) }

  var isPooled: Bool { startAndOrigin & Self.poolBit != 0 }
  var range: Range<Int> {
    let start = Int(startAndOrigin & ~Self.poolBit)
    return start..<start + Int(length)
  }
  public var isEmpty: Bool { length == 0 }
}
