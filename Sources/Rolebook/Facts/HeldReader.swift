import Markdown

/// Reads what a cell says that a role holds: permissions, patterns, other roles.
struct HeldReader {
  private(set) var entries: [RoleEntry] = []
  private(set) var conditions: [ConditionalEntry] = []
  private let cell: TableCell
  private let grammar: IDGrammar
  private let separators: [String]
  /// Whether the column holds roles only: `Inherits from`.
  private let holdsRoles: Bool

  init(_ cell: TableCell, _ grammar: IDGrammar, separators: [String], holdsRoles: Bool = false) {
    self.cell = cell
    self.grammar = grammar
    self.separators = separators
    self.holdsRoles = holdsRoles
    for line in cell.lines { read(line) }
  }

  private mutating func read(_ line: Range<Int>) {
    var found: [RoleEntry] = []
    var lead = ""
    var isAfterScope = false
    for node in line {
      let element = cell.document.nodes[node]
      switch element.kind {
      case .text:
        let text = cell.document.string(element.literal)
        if let title = title(in: text, node, after: lead) { found.append(title) }
        lead += text
      case .code:
        if let condition = Self.condition(lead), !found.isEmpty { return add(found, condition, line) }
        let name = cell.document.code(node, in: cell.file)
        isAfterScope = Self.endsWithScope(lead) || (isAfterScope && !grammar.isPermission(name.value))
        if holdsRoles {
          found.append(RoleEntry(kind: .role, name: name))
        } else if !isAfterScope, let entry = entry(name, after: lead) {
          found.append(entry)
        }
        lead = ""
      default: break
      }
    }
    if let condition = Self.condition(lead), !found.isEmpty { return add(found, condition, line) }
    if found.isEmpty { readWords(line) } else { entries += found }
  }

  private func entry(_ name: Located<String>, after lead: String) -> RoleEntry? {
    if grammar.isRole(name.value) { return RoleEntry(kind: .role, name: name) }
    if grammar.isPattern(name.value) { return RoleEntry(kind: .pattern, name: name) }
    return Inheritance.precedes(lead) ? RoleEntry(kind: .role, name: name) : nil
  }

  /// The ids of a line without code; with other words than a condition among them it is prose.
  private mutating func readWords(_ line: Range<Int>) {
    guard !line.contains(where: { cell.document.nodes[$0].kind == .code }) else { return }
    let words = cell.words(in: line, separators: separators).filter { !["-", "•", "*"].contains($0.value) }
    let found = words.prefix { isEntry($0) }.compactMap { entry($0, after: "") }
    let whole = cell.text(line)
    if found.count == words.count {
      entries += found
    } else if holdsRoles {
      entries.append(RoleEntry(kind: .title, name: Located(whole, cell.place)))
    } else if let last = found.last, let end = whole.ranges(of: last.name.value).last?.upperBound,
      let condition = Self.condition(String(whole[end...]))
    {
      add(found, condition, line)
    }
  }

  private func isEntry(_ word: Located<String>) -> Bool {
    grammar.isRole(word.value) || grammar.isPattern(word.value)
  }

  // MARK: Titles

  /// The role that a text names by its title, after words of inheritance.
  private func title(in text: String, _ node: Int, after lead: String) -> RoleEntry? {
    let bytes = Array(text.utf8)
    let range = Inheritance.precedes(lead) ? 0..<bytes.count : Inheritance.name(in: text)
    guard let range else { return nil }
    let blanks = bytes[range].prefix { $0 <= 0x20 }.count
    let name = trimmed(String(decoding: bytes[range], as: UTF8.self))
    guard !name.isEmpty else { return nil }
    let span = cell.document.nodes[node].span
    let start = span.start + range.lowerBound + blanks
    let isVerbatim = cell.document.source.text(span) == text
    let written = isVerbatim ? Span(start, start + name.utf8.count) : span
    let kind: RoleEntry.Kind = grammar.isRole(name) ? .role : .title
    return RoleEntry(kind: kind, name: Located(name, Place(cell.file, written)))
  }

  // MARK: Conditions and scopes

  private static func endsWithScope(_ lead: String) -> Bool {
    let word = lead.split(whereSeparator: \.isWhitespace).last?.lowercased() ?? ""
    return ["scope", "scopes", "scope:", "scopes:"].contains(word)
  }

  /// The condition that the text after a name states: `if the owner agrees`.
  private static func condition(_ text: String) -> String? {
    let text = trimmed(text.drop { $0.isWhitespace || $0 == "(" || $0 == "," })
    let word = text.prefix { $0.isLetter }.lowercased()
    return ["if", "unless", "only", "when"].contains(word) ? text : nil
  }

  private mutating func add(_ found: [RoleEntry], _ condition: String, _ line: Range<Int>) {
    let whole = cell.text(line)
    let start = whole.firstRange(of: condition)?.lowerBound
    let text = start.map { String(whole[$0...]) } ?? condition
    let isInParentheses = text.hasSuffix(")") && !text.contains("(")
    conditions += found.map {
      ConditionalEntry(entry: $0, condition: isInParentheses ? String(text.dropLast()) : text)
    }
  }
}
