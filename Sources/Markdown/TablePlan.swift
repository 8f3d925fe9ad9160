import CCmark

/// The tables of a parsed document: which paragraphs are tables, and where their cells are.
///
/// libcmark sees a table as a paragraph. Where GFM would end or start a table inside one (a line of text before
/// the header, a lazy line after the rows, a setext underline), the plan asks for a cut: an empty comment put
/// before that line, which ends the paragraph and loosens no list; the document is then parsed again.
struct TablePlan {
  struct Table {
    let alignments: [Alignment]
    /// Header row first; the delimiter row is not among them.
    let rows: [Row]
    let span: Span
  }

  struct Row {
    let cells: [Span]
    let span: Span
  }

  /// Where the source must be cut before it is parsed again.
  struct Cut {
    /// The number of the source line that the comment goes before.
    let line: Int
    /// What that line starts with: the marks of the containers that stay open.
    let prefix: Span
  }

  /// Tables by the line that their paragraph starts on, as the parser counts.
  private(set) var tables: [Int: Table] = [:]
  private(set) var cuts: [Cut] = []

  private let source: SourceLines
  private var containers = Containers()

  init(_ root: CMarkNode, _ source: SourceLines) {
    self.source = source
    CMarkWalk.blocks(of: root) { node, isEntering in
      switch node.type {
      case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM:
        if isEntering { source.open(node, &containers) } else { containers.pop() }
      case CMARK_NODE_PARAGRAPH:
        read(from: node.startLine, through: node.endLine, isHeading: false)
      case CMARK_NODE_HEADING where source.isSetext(node, containers):
        // The end line of a setext heading is wrong in 0.30.2.
        read(from: node.startLine, through: source.setextEnd(node, containers), isHeading: true)
      default: break
      }
    }
  }

  /// Looks for a table in the lines of a paragraph or setext heading.
  private mutating func read(from first: Int, through last: Int, isHeading: Bool) {
    for delimiter in (first + 1)..<max(last + 1, first + 1) {
      let line = source.content(of: delimiter, containers)
      guard !line.isLazy, let alignments = TableReader.alignments(source.bytes, in: line.span) else {
        continue
      }
      let header = source.content(of: delimiter - 1, containers)
      let cells = TableReader.cells(source.bytes, in: header.span)
      guard !header.isLazy, cells.count == alignments.count else { continue }
      guard delimiter - 1 == first else { return cut(before: delimiter - 1) }
      let row = Row(cells: cells, span: header.span)
      return readRows(under: row, alignments, from: delimiter + 1, through: last, isHeading: isHeading)
    }
  }

  private mutating func readRows(
    under header: Row, _ alignments: [Alignment], from first: Int, through last: Int, isHeading: Bool
  ) {
    var rows = [header]
    var end = source.content(of: first - 1, containers).span.end
    for number in first..<max(last + 1, first) {
      let line = source.content(of: number, containers)
      guard !line.isLazy else { return cut(before: number) }
      rows.append(Row(cells: TableReader.cells(source.bytes, in: line.span), span: line.span))
      end = line.span.end
    }
    guard !isHeading else { return cut(before: last + 1) }
    tables[first - 2] = Table(alignments: alignments, rows: rows, span: Span(header.span.start, end))
  }

  private mutating func cut(before number: Int) {
    let line = source.line(number)
    let prefix = Span(line.start, source.content(of: number, containers).prefixEnd)
    cuts.append(Cut(line: source.sourceLine(number), prefix: prefix))
  }
}
