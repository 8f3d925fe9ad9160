import Markdown

extension Rule {
  static let reorderedText = Rule(
    "reordered-text", .pages, .error,
    "Text is shown in another order than it has, by controls that nobody sees",
    judging: .pages {
      $0.isReadable ? inText(of: $0.page) : []
    } rest: { catalog in
      inNames(catalog) + inRedirects(catalog)
    })

  /// At most two findings for a page: what is copied or believed to the letter, and what is only read.
  private static func inText(of page: Page) -> [Finding] {
    let controls = ReorderingControl.all(in: page.document.source)
    if controls.isEmpty { return [] }
    var exact = page.exactSpans[...]
    var (copied, read): ([ReorderingControl], [ReorderingControl]) = ([], [])
    for control in controls {
      exact = exact.drop { $0.end <= control.span.start }
      if let first = exact.first, first.start <= control.span.start {
        copied.append(control)
      } else if !control.isPaired {
        read.append(control)
      }
    }
    return [
      finding(copied, at: page.place, .error, facts: [page.path, "code"]),
      finding(read, at: page.place, .warning, facts: [page.path, "prose"]),
    ].compactMap { $0 }
  }

  private static func inNames(_ catalog: Catalog) -> [Finding] {
    catalog.files.indices.compactMap { index in
      let path = catalog.files[index].path
      if path.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
      guard let control = ReorderingControl.all(in: SourceText(path)).first else { return nil }
      var finding = Finding(
        "the name of the file is shown in another order than it has: \(control.code), \(control.name)",
        at: Place(FileID(index), Span(0, 0)), help: "rename the file", facts: [path])
      finding.severity = .warning
      return finding
    }
  }

  private static func inRedirects(_ catalog: Catalog) -> [Finding] {
    catalog.files.indices.filter { catalog.files[$0].role == .redirects && catalog.files[$0].fault == nil }
      .compactMap { index in
        finding(
          ReorderingControl.all(in: catalog.files[index].text), at: { Place(FileID(index), $0) }, .warning,
          facts: [catalog.files[index].path])
      }
  }

  private static func finding(
    _ controls: [ReorderingControl], at place: (Span) -> Place, _ severity: Severity, facts: [String]
  ) -> Finding? {
    guard let first = controls.first else { return nil }
    var finding = Finding(
      "the text is shown in another order than it has: \(first.code), \(first.name)", at: place(first.span),
      label: controls.count > 1 ? "and \(controls.count - 1) more in this file" : nil,
      help: "remove it, so that what is read is what is written",
      fix: Fix(isSafe: false, edits: controls.map { Edit(place($0.span), "") }), facts: facts)
    finding.severity = severity
    return finding
  }
}

extension Page {
  /// Where readers and programs take a text to the letter: code, and the tables of a page that states facts. In order;
  /// none lies in another.
  fileprivate var exactSpans: [Span] {
    var spans: [Span] = []
    for node in document.nodes {
      let isExact = node.kind == .code || node.kind == .codeBlock || (node.kind == .table && kind != .concept)
      if isExact, node.span.start >= spans.last?.end ?? 0 { spans.append(node.span) }
    }
    return spans
  }
}
