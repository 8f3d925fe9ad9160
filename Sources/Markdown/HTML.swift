/// What a caller changes in a document's HTML; each is asked with the index of a node.
public struct HTMLHooks: Sendable {
  /// The address that a link or image gets; nil keeps what was written.
  public var destination: @Sendable (Int) -> String?
  /// The address that a code span or bold text is linked to; nil links it to nothing.
  public var mention: @Sendable (Int) -> String?
  /// The anchor of a heading; nil gives it none.
  public var anchor: @Sendable (Int) -> String?
  /// The class of a list, a paragraph or a heading; nil gives it none.
  public var className: @Sendable (Int) -> StaticString?
  /// The name of a block of code that is a tab; nil for one that is none.
  public var tab: @Sendable (Int) -> String?
  /// The pieces of a block of code that have a look of their own, ascending.
  public var code: @Sendable (Int) -> [CodePiece]

  public init(
    destination: @escaping @Sendable (Int) -> String? = { _ in nil },
    mention: @escaping @Sendable (Int) -> String? = { _ in nil },
    anchor: @escaping @Sendable (Int) -> String? = { _ in nil },
    className: @escaping @Sendable (Int) -> StaticString? = { _ in nil },
    tab: @escaping @Sendable (Int) -> String? = { _ in nil },
    code: @escaping @Sendable (Int) -> [CodePiece] = { _ in [] }
  ) {
    self.destination = destination
    self.mention = mention
    self.anchor = anchor
    self.className = className
    self.tab = tab
    self.code = code
  }
}

/// A piece of a block of code, by the bytes of its text, and its class in HTML.
public struct CodePiece: Sendable {
  public let range: Range<Int>
  public let className: StaticString

  public init(_ range: Range<Int>, className: StaticString) {
    self.range = range
    self.className = className
  }
}

/// Which HTML a document becomes.
public struct HTMLStyle: Sendable {
  /// Raw HTML passes as it is; else it is shown as text. Only `<br>`, tags that shape text and comments are
  /// taken for what they are.
  public var allowsRawHTML = false
  /// Links may have any scheme, `javascript:` too; else one that is not allowed leaves the address empty.
  public var allowsAnyScheme = false
  /// Table cells carry `align="center"`, as GitHub prints them, in place of a class.
  public var usesAlignAttribute = false
  /// Headings below the first level link to themselves: by their text, else by a `#` behind the links in it.
  public var linksHeadings = false
  /// Tables and blocks of code stand in boxes of their own: they can be scrolled, and have room for what belongs to
  /// the block.
  public var boxesWideBlocks = false

  public init() {}

  /// Tags that only shape text; they are taken for what they are where they have no attributes and a sibling
  /// closes them.
  public static let shapingTags: Set<String> = [
    "b", "code", "del", "em", "i", "ins", "kbd", "mark", "s", "samp", "small", "strong", "sub", "sup", "u",
    "var",
  ]

  /// What `cmark --unsafe` prints.
  public static var commonMark: HTMLStyle {
    var style = HTMLStyle()
    style.allowsRawHTML = true
    style.allowsAnyScheme = true
    return style
  }
}

extension Document {
  /// Appends the document as HTML.
  public func appendHTML(
    to bytes: inout [UInt8], style: HTMLStyle = HTMLStyle(), hooks: HTMLHooks = HTMLHooks()
  ) {
    appendHTML(of: 0..<nodes.count, to: &bytes, style: style, hooks: hooks)
  }

  /// Appends some of the document's nodes, each whole, as HTML.
  public func appendHTML(
    of range: Range<Int>, to bytes: inout [UInt8], style: HTMLStyle = HTMLStyle(),
    hooks: HTMLHooks = HTMLHooks()
  ) {
    HTMLWriter.append(self, style, hooks, to: &bytes) { $0.write(range) }
  }
}
