import CCmark

/// The memory of the trees that a thread works on: handed out piece by piece and taken back at once, when the last of
/// them is done. libcmark asks for every node, and for much that it frees soon, one by one; that takes longer than
/// parsing does.
struct TreeMemory {
  private struct Block {
    let start: UnsafeMutableRawPointer
    let size: Int
  }

  private static let blockSize = 1 << 20
  /// What stands before each piece: its size.
  private static let head = 16

  /// The full ones, and last the one that pieces are cut from.
  private var blocks: [Block] = []
  private var place: UnsafeMutableRawPointer?
  private var room = 0
  private var trees = 0

  /// Where libcmark gets its memory from: that of the thread it runs on. Nobody changes them.
  nonisolated(unsafe) static let hooks: UnsafeMutablePointer<cmark_mem> = {
    let hooks = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    hooks.initialize(
      to: cmark_mem(
        calloc: { count, size in TreeMemory.ofThread.pointee.zeroed(count, size) },
        realloc: { piece, size in TreeMemory.ofThread.pointee.resized(piece, to: size) },
        free: { piece in TreeMemory.ofThread.pointee.free(piece) }))
    return hooks
  }()

  /// Made when the thread first parses, and freed when it ends.
  static var ofThread: UnsafeMutablePointer<TreeMemory> {
    if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: TreeMemory.self) }
    let new = UnsafeMutablePointer<TreeMemory>.allocate(capacity: 1)
    new.initialize(to: TreeMemory())
    pthread_setspecific(key, new)
    return new
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let status = pthread_key_create(&key) { memory in
      guard let memory = memory?.assumingMemoryBound(to: TreeMemory.self) else { return }
      memory.pointee.giveBack(keeping: 0)
      memory.deinitialize(count: 1)
      memory.deallocate()
    }
    precondition(status == 0, "no key for the memory of trees")
    return key
  }()

  mutating func beginTree() { trees += 1 }

  /// Takes all pieces back with the last tree.
  mutating func endTree() {
    trees -= 1
    if trees == 0 { giveBack(keeping: 1) }
  }

  private mutating func giveBack(keeping count: Int) {
    // A page that needed a large block is rare.
    blocks.sort { $0.size < $1.size }
    while blocks.count > count || (blocks.last?.size ?? 0) > Self.blockSize {
      blocks.removeLast().start.deallocate()
    }
    place = blocks.last?.start
    room = blocks.last?.size ?? 0
  }

  private mutating func zeroed(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: size)
    precondition(!isTooMuch, "libcmark asks for more memory than there is")
    let piece = piece(of: bytes)
    piece.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    return piece
  }

  private mutating func piece(of bytes: Int) -> UnsafeMutableRawPointer {
    let needed = Self.head + Self.rounded(bytes)
    if needed > room { addBlock(of: needed) }
    guard let start = place else { preconditionFailure("a block has room") }
    start.storeBytes(of: bytes, as: Int.self)
    place = start + needed
    room -= needed
    return start + Self.head
  }

  private mutating func addBlock(of needed: Int) {
    let size = max(Self.blockSize, needed)
    let start = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    blocks.append(Block(start: start, size: size))
    place = start
    room = size
  }

  private mutating func resized(
    _ piece: UnsafeMutableRawPointer?, to bytes: Int
  ) -> UnsafeMutableRawPointer? {
    guard let piece else { return self.piece(of: bytes) }
    let known = (piece - Self.head).load(as: Int.self)
    if bytes <= known { return piece }
    let more = Self.rounded(bytes) - Self.rounded(known)
    if isLast(piece), more <= room {
      (piece - Self.head).storeBytes(of: bytes, as: Int.self)
      place = piece + Self.rounded(bytes)
      room -= more
      return piece
    }
    let new = self.piece(of: bytes)
    new.copyMemory(from: piece, byteCount: known)
    return new
  }

  /// Only the last piece can be handed out again before the tree is done.
  private mutating func free(_ piece: UnsafeMutableRawPointer?) {
    guard let piece, isLast(piece) else { return }
    let size = Self.head + Self.rounded((piece - Self.head).load(as: Int.self))
    place = piece - Self.head
    room += size
  }

  private func isLast(_ piece: UnsafeMutableRawPointer) -> Bool {
    piece + Self.rounded((piece - Self.head).load(as: Int.self)) == place
  }

  private static func rounded(_ bytes: Int) -> Int { (bytes + 15) & ~15 }
}
