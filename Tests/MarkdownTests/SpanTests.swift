import Foundation
import Testing

@testable import Markdown

/// What holds for every document, however it is written.
@Suite struct SpanTests {
  @Test func keepsEveryNodeInsideItsParent() throws {
    for example in try Example.read("commonmark-0.30-spec.txt") {
      for problem in problems(of: example.markdown) {
        Issue.record("example \(example.number): \(problem)\n\(example.markdown)")
      }
    }
  }

  @Test func keepsEveryNodeInsideItsParentInDamagedPages() throws {
    var random = Seeded(state: 20)
    let texts = try pages()
    for _ in 0..<1_000 {
      let text = damaged(texts[random.below(texts.count)], &random)
      for problem in problems(of: text) { Issue.record("\(problem)\n\(text.debugDescription)") }
    }
  }

  /// What is wrong with the spans of a text's nodes.
  private func problems(of text: String) -> [String] {
    let document = Document(parsing: SourceText(text))
    var problems: [String] = []
    var open: [Int] = []
    for (index, node) in document.nodes.enumerated() {
      while let last = open.last, Int(document.nodes[last].end) <= index { open.removeLast() }
      if node.span.start > node.span.end || node.span.end > text.utf8.count {
        problems.append("\(node.kind) \(node.span.range) lies outside of the file")
        continue
      }
      if let block = open.last(where: { document.nodes[$0].isBlock }), !document.nodes[block].span.contains(node.span) {
        problems.append("\(node.kind) \(node.span.range) lies outside of its \(document.nodes[block].kind) \(document.nodes[block].span.range)")
      }
      if node.kind == .code {
        let written = document.source.text(node.span)
        if !written.hasPrefix("`") || !written.hasSuffix("`") { problems.append("code is written \(written)") }
      }
      open.append(index)
    }
    return problems
  }

  private func pages() throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("content")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".md") }.sorted()
      .map { try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8) }
  }

  /// A piece of a page with some characters taken out, doubled, or replaced by marks.
  private func damaged(_ page: String, _ random: inout Seeded) -> String {
    let all = Array(page)
    let start = random.below(all.count)
    var text = Array(all[start..<min(all.count, start + 400)])
    let marks = Array("`*_[]()<>!|-#\\&~\"' \n\t>:{}é€1.+")
    for _ in 0..<(1 + random.below(12)) where !text.isEmpty {
      let at = random.below(text.count)
      switch random.below(4) {
      case 0: text.remove(at: at)
      case 1: text.insert(marks[random.below(marks.count)], at: at)
      case 2: text[at] = marks[random.below(marks.count)]
      default: text.insert(contentsOf: text[at..<min(text.count, at + random.below(20))], at: random.below(text.count))
      }
    }
    return String(text)
  }
}

extension Node {
  fileprivate var isBlock: Bool {
    switch kind {
    case .document, .blockQuote, .callout, .list, .item, .paragraph, .heading, .table, .row, .cell: true
    default: false
    }
  }
}

/// Random numbers that are the same on every run: splitmix64.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }
}
