import Foundation

@testable import Markdown

/// One example of a specification: Markdown, and the HTML it becomes.
struct Example {
  let number: Int
  let tag: String
  let markdown: String
  let html: String

  /// Reads the examples of a file in `Tests/Fixtures`.
  static func read(_ file: String, from here: StaticString = #filePath) throws -> [Example] {
    let folder = URL(fileURLWithPath: "\(here)").deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appendingPathComponent("Fixtures/\(file)"), encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var parts: [String] = ["", ""]
    var part: Int?
    var tag = ""
    for line in text.components(separatedBy: "\n") {
      if part == nil, line.hasPrefix(fence + " example") {
        tag = line.dropFirst(fence.count + 8).trimmingCharacters(in: .whitespaces)
        parts = ["", ""]
        part = 0
      } else if part != nil, line == fence {
        examples.append(Example(number: examples.count + 1, tag: tag, markdown: parts[0], html: parts[1]))
        part = nil
      } else if part == 0, line == "." {
        part = 1
      } else if let current = part {
        parts[current] += line.replacingOccurrences(of: "→", with: "\t") + "\n"
      }
    }
    return examples
  }

  /// Whether the example is about tables, and not about bare URLs or footnotes too.
  var isTable: Bool {
    tag == "table"
      || tag.isEmpty && html.contains("<table>") && !html.contains("footnote") && !html.contains("www.")
  }

  func html(_ options: ParseOptions, _ style: HTMLStyle) -> String {
    var bytes: [UInt8] = []
    Document(parsing: SourceText(markdown), options: options).appendHTML(to: &bytes, style: style)
    return String(decoding: bytes, as: UTF8.self)
  }
}
