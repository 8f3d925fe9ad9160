import Markdown

/// A page of Markdown as a terminal shows it: headings bold, text in lines of 80 columns, code as it is.
public struct TerminalPage {
  private let document: Document
  private let isColored: Bool
  private var lines: [String] = []

  private static let width = 80

  public static func text(of markdown: String, isColored: Bool) -> String {
    var page = TerminalPage(document: Document(parsing: SourceText(markdown)), isColored: isColored)
    page.write(page.document.children(of: 0), indent: "", marker: nil)
    while page.lines.last == "" { page.lines.removeLast() }
    return page.lines.map { $0 + "\n" }.joined()
  }

  private init(document: Document, isColored: Bool) {
    self.document = document
    self.isColored = isColored
  }

  /// Blocks below each other; the first line of the first one begins with the marker of a list's item.
  private mutating func write(_ blocks: ChildIndices, indent: String, marker: String?) {
    var first = marker
    for block in blocks {
      write(block, indent: indent, first: first ?? indent)
      first = nil
    }
  }

  private mutating func write(_ node: Int, indent: String, first: String) {
    switch document.nodes[node].kind {
    case .heading: writeWords(of: node, indent: indent, first: first, paint: "1")
    case .paragraph: writeWords(of: node, indent: indent, first: first, paint: nil)
    case .codeBlock: writeLines(document.string(document.nodes[node].literal), indent: indent + "    ")
    case .table: writeLines(document.source.text(document.nodes[node].span), indent: indent)
    case .list: writeItems(of: node, indent: indent)
    case .htmlBlock, .thematicBreak: break
    default: write(document.children(of: node), indent: indent + "  ", marker: nil)
    }
    if lines.last != "", lines.last != nil { lines.append("") }
  }

  private mutating func writeItems(of list: Int, indent: String) {
    for (index, item) in document.children(of: list).enumerated() {
      let start = document.nodes[list].number
      let mark = start < 0 ? "- " : "\(Int(start) + index). "
      let below = indent + String(repeating: " ", count: mark.utf8.count)
      write(document.children(of: item), indent: below, marker: indent + mark)
      if document.nodes[list].isTight, lines.last == "" { lines.removeLast() }
    }
  }

  private mutating func writeLines(_ text: String, indent: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.isEmpty ? "" : indent + line)
    }
    if lines.last == "" { lines.removeLast() }
  }

  /// The words of a paragraph or heading, as many on a line as fit.
  private mutating func writeWords(of node: Int, indent: String, first: String, paint: String?) {
    var line = first
    var isEmpty = true
    for word in plainText(of: node).split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if !isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > Self.width {
        lines.append(painted(line, paint))
        (line, isEmpty) = (indent, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(painted(line, paint))
  }

  /// Text with its code in backticks, and the address after a link that leads out of the site.
  private func plainText(of node: Int) -> String {
    var text = ""
    var links: [(end: Int, address: String)] = []
    for index in node + 1..<Int(document.nodes[node].end) {
      while let link = links.last, link.end <= index {
        text += link.address
        links.removeLast()
      }
      let inline = document.nodes[index]
      switch inline.kind {
      case .text: text += document.string(inline.literal)
      case .code: text += "`\(document.string(inline.literal))`"
      case .softBreak, .lineBreak: text += " "
      case .link:
        let address = document.string(inline.literal)
        let isShown = address.hasPrefix("https:") || address.hasPrefix("http:")
        links.append((Int(inline.end), isShown ? " <\(address)>" : ""))
      default: break
      }
    }
    return links.reversed().reduce(text) { $0 + $1.address }
  }

  private func painted(_ line: String, _ paint: String?) -> String {
    guard isColored, let paint else { return line }
    return "\u{1B}[\(paint)m\(line)\u{1B}[0m"
  }
}
