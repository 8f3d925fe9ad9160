import CCmark

/// A document as libcmark parsed it: made once, freed once by the thread that made it, seen by nobody outside this module.
struct CMarkTree: ~Copyable {
  let root: OpaquePointer?

  init(parsing bytes: UnsafeBufferPointer<UInt8>) { root = Self.parse(bytes) }

  init(parsing text: [UInt8]) { root = text.withUnsafeBufferPointer(Self.parse) }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    TreeMemory.ofThread.pointee.beginTree()
    let parser = cmark_parser_new_with_mem(CMARK_OPT_UNSAFE, TreeMemory.hooks)
    bytes.withMemoryRebound(to: CChar.self) { text in
      if let start = text.baseAddress { cmark_parser_feed(parser, start, text.count) }
    }
    return cmark_parser_finish(parser)
  }

  // The nodes, and what the parser used, go with the memory they lie in.
  deinit { TreeMemory.ofThread.pointee.endTree() }
}

/// A node of a `CMarkTree`, for as long as the tree lives.
struct CMarkNode: Equatable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var firstChild: CMarkNode? { CMarkNode(cmark_node_first_child(pointer)) }
  var lastChild: CMarkNode? { CMarkNode(cmark_node_last_child(pointer)) }
  var next: CMarkNode? { CMarkNode(cmark_node_next(pointer)) }
  var parent: CMarkNode? { CMarkNode(cmark_node_parent(pointer)) }
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// Text, code or HTML; alive as long as the tree.
  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
  var destination: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
  var linkTitle: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
  var info: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

  /// Whether the node holds other blocks.
  var isContainer: Bool {
    type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST
      || type == CMARK_NODE_ITEM
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }
}

/// Walks through a `CMarkTree` without recursion.
enum CMarkWalk {
  /// Visits every block below a node, containers twice, inlines never.
  static func blocks(of root: CMarkNode, _ visit: (_ node: CMarkNode, _ isEntering: Bool) -> Void) {
    let walk = cmark_iter_new(root.pointer)
    defer { cmark_iter_free(walk) }
    while true {
      let event = cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, let node = CMarkNode(cmark_iter_get_node(walk)) else { return }
      visit(node, event == CMARK_EVENT_ENTER)
      if !node.isContainer, event == CMARK_EVENT_ENTER, node.firstChild != nil {
        cmark_iter_reset(walk, node.pointer, CMARK_EVENT_EXIT)
      }
    }
  }
}

/// What an entity such as `&auml;` reads as; nil where it is none.
func decodedEntity(_ entity: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  let tree = CMarkTree(parsing: entity)
  guard let text = CMarkNode(tree.root)?.firstChild?.firstChild, text.type == CMARK_NODE_TEXT else {
    return nil
  }
  let decoded = Array(text.literal)
  return decoded == Array(entity) ? nil : decoded
}
