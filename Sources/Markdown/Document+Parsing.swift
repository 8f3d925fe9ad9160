import CCmark

/// How a document is read.
public struct ParseOptions: Sendable {
  public var limits = Limits()
  /// Only CommonMark: no tables, callouts, attribute lists or `{#id}`.
  public var isStrict = false

  public init() {}
}

extension Document {
  /// Parses Markdown from this byte offset on, where the front matter ends. Never fails: what is past a limit
  /// gives a document without nodes that says so in `excess`.
  public init(parsing source: SourceText, from start: Int = 0, options: ParseOptions = ParseOptions()) {
    self = source.bytes.withUnsafeBufferPointer { bytes in
      let start = bytes.dropFirst(start).starts(with: [0xEF, 0xBB, 0xBF]) ? start + 3 : start
      let scan = LimitScan(bytes, from: start, limits: options.limits)
      if let excess = scan.excess { return Document(unread: source, from: start, excess) }
      let readsTables = scan.mayHoldTable && !options.isStrict
      return Self.parse(source, bytes, from: start, readsTables: readsTables, options: options)
    }
  }

  private static func parse(
    _ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, readsTables: Bool,
    options: ParseOptions
  ) -> Document {
    let skippedLines = start == 0 ? 0 : source.lineNumber(at: start) - 1
    var cuts: [TablePlan.Cut] = []
    var tree = CMarkTree(parsing: UnsafeBufferPointer(rebasing: bytes[start...]))
    var lines = SourceLines(source, bytes: bytes, skippedLines: skippedLines, cuts: cuts)
    var plan = readsTables ? CMarkNode(tree.root).map { TablePlan($0, lines) } : nil
    // A cut may bring a table to light inside what it frees; each round ends at least one paragraph.
    var rounds = 0
    while let more = plan?.cuts, !more.isEmpty, rounds < 8 {
      rounds += 1
      cuts += more
      tree = parse(bytes, from: start, source, cutAt: cuts)
      lines = SourceLines(source, bytes: bytes, skippedLines: skippedLines, cuts: cuts)
      plan = CMarkNode(tree.root).map { TablePlan($0, lines) }
    }
    var builder = DocumentBuilder(source, lines, plan?.tables ?? [:], bodyStart: start, options)
    if let root = CMarkNode(tree.root) { builder.build(root) }
    return builder.excess.map { Document(unread: source, from: start, $0) } ?? builder.document()
  }

  /// A document of which nothing is read, for it is past a limit.
  private init(unread source: SourceText, from start: Int, _ excess: LimitExcess) {
    let root = Node(kind: .document, span: Span(start, source.bytes.count))
    self.init(source: source, nodes: [root], pool: [], excess: excess)
  }

  /// Parses the text with an empty comment before each of these lines.
  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ source: SourceText, cutAt cuts: [TablePlan.Cut]
  ) -> CMarkTree {
    var text: [UInt8] = []
    var done = start
    for cut in cuts.sorted(by: { $0.line < $1.line }) {
      let line = source.line(cut.line).start
      guard line >= done else { continue }
      text.append(contentsOf: bytes[done..<line])
      text.append(contentsOf: bytes[cut.prefix.range])
      text.append("<!---->\n")
      done = line
    }
    text.append(contentsOf: bytes[done...])
    return CMarkTree(parsing: text)
  }
}
