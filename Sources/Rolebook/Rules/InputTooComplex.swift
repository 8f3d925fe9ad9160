import Markdown

extension Rule {
  static let inputTooComplex = Rule(
    "input-too-complex", .pages, .error, "A page is past a limit that keeps parsing fast"
  ) { catalog in
    catalog.files.indices.compactMap { index in
      guard case .tooLarge(let bytes) = catalog.files[index].fault else { return nil }
      let allowed = catalog.settings.limits.fileBytes
      return Finding(
        "the file has \(bytes) bytes, and may have \(allowed)", at: Place(FileID(index), Span(0, 0)),
        help: "split the page, or raise `file_bytes` under `limits` in `rolebook.yml`",
        facts: [catalog.files[index].path])
    }
      + catalog.pages.compactMap { page in page.document.excess.map { finding($0, page) } }
      + catalog.judgedGuides.compactMap { manyChoices(catalog.pages[$0.page]) }
  }

  private static func manyChoices(_ page: Page) -> Finding? {
    let options = page.frontMatter.options
    guard Guide.isJudgedInPart(options), let first = options.first, let last = options.last else {
      return nil
    }
    var finding = Finding(
      "the options of this guide combine in more than \(Guide.choiceLimit) ways",
      at: Place(
        first.id.place.file,
        Span(first.id.place.span.start, max(first.id.place.span.end, last.id.place.span.end))),
      label: "each is judged once, beside the first ones of the other groups",
      help: "split the guide where its choices have nothing to do with each other", facts: [page.path])
    finding.severity = .info
    return finding
  }

  private static func finding(_ excess: LimitExcess, _ page: Page) -> Finding {
    let what =
      switch excess.limit {
      case .nesting: "lists, quotes or emphasis nest deeper than \(excess.allowed) levels"
      case .brackets: "more than \(excess.allowed) brackets stand open in one block"
      case .lineBytes: "the line is longer than \(excess.allowed) bytes"
      case .missingCells: "rows of the page's tables lack more than \(excess.allowed) cells"
      case .fileBytes: "the file is larger than \(excess.allowed) bytes"
      }
    return Finding(
      what, at: page.place(excess.span), label: "the page is not read",
      help: "simplify it here, or raise `\(excess.limit.rawValue)` under `limits` in `rolebook.yml`",
      facts: [page.path, excess.limit.rawValue])
  }
}
