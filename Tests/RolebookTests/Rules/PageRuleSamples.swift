import Markdown

@testable import Rolebook

/// What the rules say of a small site.
struct PageFindings {
  private let report: Report

  init(_ content: [String: String], settings: String = "") async {
    report = await World(content, settings: settings).report()
  }

  /// The messages of a rule's findings.
  func messages(_ rule: String) -> [String] { found(rule).map(\.message) }

  /// The cures of a rule's findings.
  func cures(_ rule: String) -> [String?] { found(rule).map(\.help) }

  /// What the carets of a rule's findings stand under.
  func texts(_ rule: String) -> [String] {
    found(rule).map { report.catalog.files[Int($0.place.file)].text.text($0.place.span) }
  }

  /// A page after all fixes of a rule.
  func fixed(_ rule: String, _ path: String = "content/page.md") -> String {
    guard let file = report.catalog.files.first(where: { $0.path == path }) else { return "" }
    var bytes = file.text.bytes
    let edits = found(rule).flatMap { $0.fix?.edits ?? [] }
    for edit in edits.sorted(by: { $0.place.span.start > $1.place.span.start }) {
      bytes.replaceSubrange(edit.place.span.range, with: edit.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func found(_ rule: String) -> [Finding] { report.findings.filter { $0.rule == rule } }
}
