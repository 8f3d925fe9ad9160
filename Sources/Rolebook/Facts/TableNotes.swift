import Markdown

/// The notes that marks of a table refer to: `[^1]: …` anywhere on the page, or the numbered list below the
/// table.
struct TableNotes {
  private var texts: [String: String] = [:]

  init(_ table: TableView) {
    readFootnotes(table.page.document.source)
    readList(after: table)
  }

  subscript(name: String) -> String? { texts[name] }

  private mutating func readFootnotes(_ source: SourceText) {
    for number in 1...source.lineCount {
      let line = source.line(number)
      guard source.bytes[line.range].starts(with: "[^".utf8) else { continue }
      let text = source.text(line).dropFirst(2)
      guard let end = text.firstRange(of: "]:") else { continue }
      texts[String(text[..<end.lowerBound])] = trimmed(text[end.upperBound...])
    }
  }

  private mutating func readList(after table: TableView) {
    let document = table.page.document
    var index = Int(document.nodes[table.pageNode].end)
    while index < document.nodes.count {
      switch document.nodes[index].kind {
      case .paragraph, .htmlBlock: index = Int(document.nodes[index].end)
      case .list where document.nodes[index].isOrdered: return readItems(of: index, document)
      default: return
      }
    }
  }

  private mutating func readItems(of list: Int, _ document: Document) {
    var number = Int(document.nodes[list].number)
    for item in document.children(of: list) {
      if texts[String(number)] == nil { texts[String(number)] = trimmed(document.plainText(item)) }
      number += 1
    }
  }
}
