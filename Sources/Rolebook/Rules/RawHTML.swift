import Markdown

extension Rule {
  static let rawHTML = Rule(
    "raw-html", .pages, .warning, "A page has raw HTML, which readers see as text",
    judging: .pages { judged in
      let page = judged.page
      if page.frontMatter.allowsRawHTML || !page.document.hasHTML { return [] }
      let tags = RawTags(of: page).shown
      guard let first = tags.first else { return [] }
      let names = Array(Set(tags.map(\.name))).sorted()
      return [
        Finding(
          "readers see the tag `<\(first.name)>` as text", at: page.place(first.span),
          label: tags.count > 1 ? "and \(tags.count - 1) more on this page" : nil,
          related: firstOfOtherNames(tags).prefix(3).map {
            Related("`<\($0.name)>` too", at: page.place($0.span))
          },
          help: "write it in Markdown, or set `raw_html: true` in the front matter",
          facts: [page.path] + names)
      ]
    })

  private static func firstOfOtherNames(_ tags: [HTMLTag]) -> [HTMLTag] {
    var seen: Set<String> = []
    return tags.filter { seen.insert($0.name).inserted }.dropFirst().map { $0 }
  }
}

/// The tags of a page that are not taken for what they are.
private struct RawTags {
  private(set) var shown: [HTMLTag] = []

  init(of page: Page) {
    let nodes = page.document.nodes
    var index = 0
    while index < nodes.count {
      if nodes[index].kind == .htmlBlock {
        shown += HTMLTag.all(in: page.document.source, nodes[index].span).filter(Self.isElement)
      } else if [.paragraph, .heading, .cell].contains(nodes[index].kind) {
        shown += Self.inlines(of: index, page)
      }
      index += 1
    }
  }

  /// The tags in a block's text. A lone tag without attributes is a place for a value: `CREATE TABLE <table>`.
  private static func inlines(of block: Int, _ page: Page) -> [HTMLTag] {
    let nodes = page.document.nodes
    let inside = (block + 1)..<max(Int(nodes[block].end), block + 1)
    // Lists in cells are shown as lists.
    let lists = nodes[block].kind == .cell ? Set(page.document.listTags(inCell: block)) : []
    let tags = inside.filter { nodes[$0].kind == .htmlInline && !lists.contains($0) }
      .flatMap { HTMLTag.all(in: page.document.source, nodes[$0].span) }
    guard !tags.isEmpty else { return [] }
    let closed = Set(tags.filter(\.isClosing).map(\.name))
    return tags.filter { tag in
      isElement(tag) && !tag.isClosing
        && !(HTMLStyle.shapingTags.contains(tag.name) && tag.attributes.isEmpty && closed.contains(tag.name))
        && (closed.contains(tag.name) || !tag.attributes.isEmpty || tag.name == "hr")
    }
  }

  /// Whether the tag is one of HTML's and not `<br>`; all others are places for values: `<your-project>`.
  private static func isElement(_ tag: HTMLTag) -> Bool { tag.name != "br" && elements.contains(tag.name) }

  private static let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "audio", "b", "base", "bdi", "bdo", "blockquote", "body",
    "button",
    "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn",
    "dialog",
    "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img",
    "input",
    "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "menu", "meta", "nav", "noscript",
    "object",
    "ol", "optgroup", "option", "output", "p", "param", "picture", "pre", "progress", "q", "ruby", "s",
    "samp",
    "script", "section", "select", "small", "source", "span", "strong", "style", "sub", "summary", "sup",
    "svg",
    "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u",
    "ul",
    "var", "video", "wbr",
  ]
}
