import Markdown

/// A kind of table that states facts; each is one file and one line in `all`.
struct TableShape: Sendable {
  /// The word for it in settings and in `rolebook tables`: `permissions`.
  let name: String
  /// Its columns, each with the header texts that name it, lower case.
  let columns: [String: [String]]
  /// The column whose cells name what its rows are about.
  let key: String
  /// On which kinds of page it states facts.
  let kinds: Set<FrontMatter.Kind>
  /// Whether a table with these columns has this shape.
  let fits: @Sendable (TableColumns) -> Bool
  /// The facts of its rows.
  let read: @Sendable (TableColumns, FactScope) -> [Fact]

  static let all: [TableShape] = [permissions, roles, matrix, access]
}

/// A table's columns under the names that a shape gives them.
struct TableColumns {
  let table: TableView
  /// Column name → index.
  let index: [String: Int]
  let profile: [TableProfile]

  init(_ table: TableView, _ shape: TableShape, profiles: [TableProfile]) {
    self.table = table
    profile = profiles.filter { $0.shape == shape.name }
    var index: [String: Int] = [:]
    for (position, header) in table.headerNames.enumerated() {
      for (column, names) in shape.columns {
        let isNamed =
          names.contains(header) || profile.contains { $0.headers[column]?.contains(header) ?? false }
        if isNamed, index[column] == nil { index[column] = position }
      }
    }
    self.index = index
  }

  func has(_ column: String) -> Bool { index[column] != nil }

  /// The columns that the shape has no name for.
  var others: [Int] { table.headers.indices.filter { !index.values.contains($0) } }

  /// What stands between names of a list, beside commas and blanks.
  var separators: [String] { profile.flatMap(\.separators) }

  func cell(_ column: String, _ row: TableView.Row) -> TableCell? {
    guard let position = index[column], position < row.cells.count else { return nil }
    let cell = row.cells[position]
    return cell.isEmpty ? nil : cell
  }
}

/// What a page's facts are read with: the page, its platform's grammar and its options.
struct FactScope {
  let page: Page
  let outline: PageOutline
  let grammar: IDGrammar

  var platform: String { page.platform ?? "" }

  /// The scope with the ids that a table's profile allows.
  func refined(by profiles: [TableProfile]) -> FactScope {
    FactScope(page: page, outline: outline, grammar: grammar.refined(by: profiles))
  }

  /// The options that a row belongs to: those its `Option` cell names, else those of its section.
  func options(_ columns: TableColumns, _ row: TableView.Row) -> OptionScope {
    outline.scope(of: row.pageNode, naming: columns.cell("option", row)?.names ?? [])
  }

  /// The securable that a row's `On` cell names; the project where it names none.
  func securable(_ columns: TableColumns, _ row: TableView.Row) -> Securable {
    columns.cell("on", row).flatMap { Securable(reading: $0.text) } ?? .project
  }

  func securableSource(_ columns: TableColumns, _ row: TableView.Row) -> SecurableSource {
    guard let cell = columns.cell("on", row) else { return .assumed }
    return Securable(reading: cell.text) == nil ? .unread : .stated
  }

  /// The stages that a row states: in a `Stage` column, and as `(beta)` after the name.
  func stages(_ columns: TableColumns, _ row: TableView.Row, after name: TableCell) -> [Located<Stage>] {
    let column = columns.cell("stage", row).flatMap { cell in
      Stage(reading: cell.text).map { Located($0, cell.place) }
    }
    let trailing = Stage(trailing: name.text).map { Located($0, name.lastPlace) }
    return [column, trailing].compactMap { $0 }
  }

  /// The permissions that a cell names: its code spans, else its whole text, else what its lines say or start with.
  func permissions(in cell: TableCell, _ columns: TableColumns) -> [Located<String>] {
    let codes = cell.codes.filter { grammar.isPermission($0.value) }
    if !codes.isEmpty { return codes }
    let lines = cell.lines
    // An id that is linked in part, or that has blanks and breaks, is no single word.
    if lines.count > 1 || cell.nodes.count > 1, grammar.isPermission(cell.text) {
      return [Located(cell.text, cell.place)]
    }
    return lines.flatMap { permissions(in: $0, of: cell, columns) }
  }

  private func permissions(
    in line: Range<Int>, of cell: TableCell, _ columns: TableColumns
  ) -> [Located<String>] {
    let words = cell.words(in: line, separators: columns.separators)
    let text = cell.text(line)
    if words.count != 1, grammar.isPermission(text) { return [Located(text, cell.place)] }
    // Where ids may be words of prose, the first word of a sentence is none.
    return Array(
      words.prefix { grammar.isPermission($0.value) && (words.count == 1 || $0.value.hasInnerMark) })
  }
}

extension String {
  /// Whether it has a sign inside that words of prose do not have.
  fileprivate var hasInnerMark: Bool { utf8.dropFirst().dropLast().contains { ".:/_".utf8.contains($0) } }
}

extension Stage {
  /// The stage that a word names: `Beta`, `GA`, `preview`.
  init?(reading text: String) {
    switch text.lowercased() {
    case "ga", "general availability", "stable": self = .ga
    case "beta", "preview": self = .beta
    case "alpha", "experimental": self = .alpha
    case "deprecated": self = .deprecated
    case "reserved": self = .reserved
    default: return nil
    }
  }

  /// The stage in parentheses that a text ends with: `bigquery.jobs.get (beta)`.
  init?(trailing text: String) {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
    self.init(reading: String(text[text.index(after: open)...].dropLast()))
  }
}
