import Markdown

/// Runs of terms that an earlier build kept, found by what they were made from, so that an edit leaves one run to be made.
///
/// It is a head that names the program, then for each run what it was made from, the checksum and the length of its bytes,
/// and these. What is damaged or of another program is not there.
public struct TermCache: Sendable {
  private let head: [UInt8]
  private var runs: [InputDigest: ArraySlice<UInt8>] = [:]

  /// The digest, and the checksum and the length as eight bytes each.
  private static let entryHead = InputDigest.length + 16

  /// Takes what was written before; `program` tells this build of the program from others.
  public init(_ bytes: [UInt8] = [], program: String, limits: Limits) {
    head = cacheHead(of: "terms", program, limits)
    guard bytes.starts(with: head) else { return }
    var rest = bytes[head.count...]
    while let (key, run) = Self.takeEntry(of: &rest) { runs[key] = run }
  }

  private static func takeEntry(of rest: inout ArraySlice<UInt8>) -> (InputDigest, ArraySlice<UInt8>)? {
    guard rest.count >= entryHead else { return nil }
    let (key, sum, length) = rest.withUnsafeBytes { bytes in
      (
        InputDigest(written: bytes), bytes.loadUnaligned(fromByteOffset: InputDigest.length, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: InputDigest.length + 8, as: UInt64.self)
      )
    }
    rest = rest.dropFirst(entryHead)
    guard length <= rest.count else { return nil }
    let run = rest.prefix(Int(length))
    rest = rest.dropFirst(Int(length))
    return run.withUnsafeBytes({ checksum(of: $0) }) == sum ? (key, run) : nil
  }

  subscript(key: InputDigest) -> ArraySlice<UInt8>? { runs[key] }

  /// A cache of these runs; nil where this one holds just these.
  func update(for new: [TermRun]) -> TermLog? {
    if new.count == runs.count, new.allSatisfy({ runs[$0.key] != nil }) { return nil }
    return TermLog(of: new, head: head)
  }
}

/// What `TermCache` reads, in pieces that are made while they are written: the head, then an entry for each run.
public struct TermLog: Sequence, IteratorProtocol, Sendable {
  private var rest: ArraySlice<TermRun>
  private var head: [UInt8]

  init(of runs: [TermRun], head: [UInt8]) {
    rest = runs[...]
    self.head = head
  }

  public mutating func next() -> [UInt8]? {
    guard let run = rest.popFirst() else { return nil }
    var piece = head
    head = []
    run.key.append(to: &piece)
    for number in [run.bytes.withUnsafeBytes { checksum(of: $0) }, UInt64(run.bytes.count)] {
      withUnsafeBytes(of: number) { piece.append(contentsOf: $0) }
    }
    piece.append(contentsOf: run.bytes)
    return piece
  }
}
