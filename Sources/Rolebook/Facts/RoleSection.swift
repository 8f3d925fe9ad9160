import Markdown

/// Reads the sections that declare a role: a heading with its id in code, fields, a description and a list.
enum RoleSection {
  static func readAll(_ scope: FactScope) -> [RoleDeclaration] {
    scope.page.headings.indices.compactMap { read(heading: $0, scope) }
  }

  private static func read(heading: Int, _ scope: FactScope) -> RoleDeclaration? {
    let page = scope.page
    let own = page.headings[heading]
    let nodes = page.document.nodes
    let inside = (own.node + 1)..<Int(nodes[own.node].end)
    guard let code = inside.first(where: { nodes[$0].kind == .code }) else { return nil }
    let id = page.code(code)
    guard scope.grammar.isRole(id.value) else { return nil }
    // A heading below it starts something else.
    let next = page.headings[(heading + 1)...].first?.node ?? nodes.count
    let blocks = siblings(from: Int(nodes[own.node].end), before: next, page.document)
    return declaration(id, heading: own, blocks, scope)
  }

  private static func siblings(from first: Int, before end: Int, _ document: Document) -> [Int] {
    var result: [Int] = []
    var index = first
    while index < end {
      result.append(index)
      index = Int(document.nodes[index].end)
    }
    return result
  }

  private static func declaration(
    _ id: Located<String>, heading: Heading, _ blocks: [Int], _ scope: FactScope
  ) -> RoleDeclaration {
    let page = scope.page
    let last = blocks.last { page.document.nodes[$0].kind == .list }
    let entries = last.map { readEntries(of: $0, scope) } ?? []
    var fields = RoleFields()
    var description: [Range<Int>] = []
    for block in blocks where block != last || entries.isEmpty {
      let rest = page.document.nodes[block].kind == .paragraph ? fields.read(block, page) : block..<block + 1
      if let rest {
        description.append(rest == block..<block + 1 ? block..<Int(page.document.nodes[block].end) : rest)
      }
      if block == last { break }
    }
    return RoleDeclaration(
      platform: scope.platform, origin: .section, id: id, title: fields.title,
      kind: fields.kind, stages: stages(fields, heading, page),
      description: passage(description, page), lowestResource: fields.lowestResource, entries: entries)
  }

  private static func stages(_ fields: RoleFields, _ heading: Heading, _ page: Page) -> [Located<Stage>] {
    let trailing = Stage(trailing: heading.text).map { Located($0, page.place(heading.span)) }
    return [fields.stage, trailing].compactMap { $0 }
  }

  private static func passage(_ nodes: [Range<Int>], _ page: Page) -> Passage? {
    guard let first = nodes.first, let last = nodes.last else { return nil }
    let text = nodes.map { reading(of: $0, page.document) }.joined(separator: " ")
    let start = page.document.nodes[first.lowerBound].span.start
    let end = page.document.nodes[last.lowerBound].span.end
    return Passage(text: text, place: page.place(Span(start, end)), nodes: nodes)
  }

  /// Plain text; the items of a list stand between semicolons.
  private static func reading(of nodes: Range<Int>, _ document: Document) -> String {
    guard document.nodes[nodes.lowerBound].kind == .list else {
      return trimmed(document.plainText(in: nodes))
    }
    let items = document.children(of: nodes.lowerBound).map { item -> String in
      let text = trimmed(document.plainText(item))
      return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
    return items.joined(separator: "; ") + "."
  }

  /// The items that start with a code span; after "all permissions of", a role.
  private static func readEntries(of list: Int, _ scope: FactScope) -> [RoleEntry] {
    let document = scope.page.document
    return document.children(of: list).compactMap { item in
      guard let paragraph = document.children(of: item).first(where: { _ in true }),
        document.nodes[paragraph].kind == .paragraph
      else { return nil }
      let inlines = Array(document.children(of: paragraph))
      guard let first = inlines.first else { return nil }
      if document.nodes[first].kind == .code {
        let name = scope.page.code(first)
        return RoleEntry(kind: scope.grammar.isRole(name.value) ? .role : .pattern, name: name)
      }
      guard document.nodes[first].kind == .text, inlines.count > 1,
        Inheritance.precedes(document.string(document.nodes[first].literal))
      else { return nil }
      return inherited(inlines[1], scope.page)
    }
  }
}

extension RoleSection {
  /// The role that an item inherits from: by its id in code, or by its title in bold.
  private static func inherited(_ node: Int, _ page: Page) -> RoleEntry? {
    switch page.document.nodes[node].kind {
    case .code: RoleEntry(kind: .role, name: page.code(node))
    case .strong:
      RoleEntry(
        kind: .title,
        name: Located(page.document.plainText(node), page.place(page.document.nodes[node].span)))
    default: nil
    }
  }
}

/// The `Title: …` lines of a role section.
private struct RoleFields {
  var title: Located<String>?
  var kind: Located<RoleDeclaration.Kind>?
  var lowestResource: Located<String>?
  var stage: Located<Stage>?

  /// Takes the fields out of a paragraph; the nodes of its first line that is none, up to its end.
  mutating func read(_ paragraph: Int, _ page: Page) -> Range<Int>? {
    let document = page.document
    let end = Int(document.nodes[paragraph].end)
    var line = paragraph + 1
    while line < end {
      let next = (line..<end).first {
        document.nodes[$0].kind == .softBreak || document.nodes[$0].kind == .lineBreak
      }
      guard take(line..<(next ?? end), page) else {
        return line == paragraph + 1 ? paragraph..<paragraph + 1 : line..<end
      }
      line = next.map { $0 + 1 } ?? end
    }
    return nil
  }

  private mutating func take(_ line: Range<Int>, _ page: Page) -> Bool {
    let document = page.document
    guard let first = line.first, document.nodes[first].kind == .text || document.nodes[first].kind == .strong
    else { return false }
    let text = document.plainText(in: line)
    guard let colon = text.firstIndex(of: ":") else { return false }
    let label = text[..<colon].lowercased()
    let value = trimmed(text[text.index(after: colon)...])
    guard ["title", "kind", "lowest resource", "stage"].contains(label), !value.isEmpty else { return false }
    let last = document.nodes[line.upperBound - 1].span.end
    let place = page.place(Span(max(document.nodes[first].span.start, last - value.utf8.count), last))
    switch label {
    case "title": title = Located(value, place)
    case "kind": kind = RoleDeclaration.Kind(rawValue: value.lowercased()).map { Located($0, place) }
    case "lowest resource": lowestResource = Located(value, place)
    default: stage = Stage(reading: value).map { Located($0, place) }
    }
    return true
  }
}
