extension Rule {
  static let missingTitle = Rule(
    "missing-title", .pages, .error, "A page has no title",
    judging: .pages { judged in
      let page = judged.page
      let hasTitle = page.frontMatter.title.map { !trimmed($0.value).isEmpty } ?? false
      guard !hasTitle, judged.isReadable, !page.headings.contains(where: { $0.level == 1 }),
        !page.hasHTMLHeading,
        !page.frontMatter.problems.contains(where: { $0.fault.isSyntax || $0.fault.isAboutTitle })
      else { return [] }
      return [
        Finding(
          "the page has no title", at: page.firstLine,
          help: "give it one between `---` lines at its start: `title: …`", facts: [page.path])
      ]
    })
}

extension Page {
  /// Whether raw HTML gives the page a heading of level 1, as README files do.
  fileprivate var hasHTMLHeading: Bool {
    document.nodes.contains { node in
      (node.kind == .htmlBlock || node.kind == .htmlInline)
        && document.string(node.literal).lowercased().firstRange(of: "<h1") != nil
    }
  }

  /// Whether its file could be read and parsed; what it lacks otherwise is no fault of its own.
  func isReadable(in catalog: Catalog) -> Bool {
    catalog.files[Int(file)].fault == nil && document.excess == nil
  }
}

extension SettingProblem.Fault {
  /// Whether a key was meant for `title`, or its value is no text; that finding says it all.
  fileprivate var isAboutTitle: Bool {
    switch self {
    case .unknownKey(_, suggestion: "title"), .wrongType("title", _, _): true
    default: false
    }
  }
}
