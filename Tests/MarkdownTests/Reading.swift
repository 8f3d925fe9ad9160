import Foundation

@testable import Markdown

/// The seconds of processor time that some work takes, however busy the machine is.
func processorSeconds(_ work: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  work()
  return now() - start
}

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

/// The first node of a kind, with its document, and what it says beside its literal.
func first(_ kind: Node.Kind, in markdown: String) -> (node: Node, document: Document, extra: String)? {
  let document = Document(parsing: SourceText(markdown))
  return document.nodes.firstIndex { $0.kind == kind }.map { index in
    (document.nodes[index], document, document.string(document.extra(index)))
  }
}
