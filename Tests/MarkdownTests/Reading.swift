@testable import Markdown

/// The HTML of a text, as our sites have it.
func html(_ markdown: String, style: HTMLStyle = HTMLStyle(), hooks: HTMLHooks = HTMLHooks()) -> String {
  var bytes: [UInt8] = []
  Document(parsing: SourceText(markdown)).appendHTML(to: &bytes, style: style, hooks: hooks)
  return String(decoding: bytes, as: UTF8.self)
}

/// The cells of a text's tables as they are written, row by row.
func cells(_ markdown: String) -> [[String]] {
  let document = Document(parsing: SourceText(markdown))
  return document.nodes.indices.filter { document.nodes[$0].kind == .row }.map { row in
    document.children(of: row).map { document.source.text(document.nodes[$0].span) }
  }
}

/// The first node of a kind, with its document.
func first(_ kind: Node.Kind, in markdown: String) -> (node: Node, document: Document)? {
  let document = Document(parsing: SourceText(markdown))
  return document.nodes.first { $0.kind == kind }.map { ($0, document) }
}
