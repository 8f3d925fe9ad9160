/// One element of a document.
public struct Node: Sendable {
  public enum Kind: UInt8, Sendable {
    case document, blockQuote, callout, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case table, row, cell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
  }

  public let kind: Kind
  /// A heading's level, 1 to 6; a cell's `Alignment`; a callout's `CalloutKind`; 1 for a tight list, a fenced
  /// code block, a header row.
  public internal(set) var detail: UInt8
  /// The index after the node's last descendant.
  public internal(set) var end: Int32
  /// Where the node is written, with its marks: a code span with its backticks, a cell without its pipes.
  public internal(set) var span: Span
  /// The literal or, for a kind that has none, the number: thousands of documents are kept, and no node has both.
  private var content: Slice

  static let tabNumber: Int32 = 1

  init(kind: Kind, detail: UInt8 = 0, span: Span, literal: Slice = .empty) {
    self.kind = kind
    self.detail = detail
    self.end = 0
    self.span = span
    content = literal
  }

  init(kind: Kind, detail: UInt8 = 0, number: Int32, span: Span) {
    self.init(kind: kind, detail: detail, span: span, literal: Slice(number: number))
  }

  /// Text, code or HTML as it reads; the destination of a link or image.
  public internal(set) var literal: Slice {
    get { kind.hasNumber ? .empty : content }
    set { if !kind.hasNumber { content = newValue } }
  }

  /// The number a list starts with, or the number written before an item; -1 for a bullet. For a row: how
  /// many cells were written, which may be more or fewer than the table has columns. For a heading: `tabNumber`
  /// where its section is a tab.
  public internal(set) var number: Int32 {
    get { kind.hasNumber ? content.number : -1 }
    set { if kind.hasNumber { content = Slice(number: newValue) } }
  }

  public var isTight: Bool { kind == .list && detail == 1 }
  public var isOrdered: Bool { number >= 0 }
  public var isFenced: Bool { kind == .codeBlock && detail == 1 }
  public var isHeader: Bool { kind == .row && detail == 1 }
  public var level: Int { Int(detail) }
  public var isTab: Bool { kind == .heading && number == Self.tabNumber }
  public var alignment: Alignment { Alignment(rawValue: detail) ?? .none }
  public var calloutKind: CalloutKind { CalloutKind(rawValue: detail) ?? .note }
}

extension Node.Kind {
  /// Whether such nodes have a number, and no literal.
  fileprivate var hasNumber: Bool {
    switch self {
    case .list, .item, .row, .heading: true
    default: false
    }
  }
}

/// How a table's column is aligned, as its delimiter row says.
public enum Alignment: UInt8, Sendable { case none, left, center, right }

/// The kinds of callout, in GitHub's words.
public enum CalloutKind: UInt8, Sendable, CaseIterable {
  case note, tip, important, warning, caution

  public var name: String {
    switch self {
    case .note: "note"
    case .tip: "tip"
    case .important: "important"
    case .warning: "warning"
    case .caution: "caution"
    }
  }
}
