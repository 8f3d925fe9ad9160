import Markdown

/// A permissions table of a page, to write more rows.
struct PermissionTable {
  /// The section that takes new names for which no table is made.
  static let newSection = "New upstream"

  let page: Page
  private let node: Int
  /// The permissions that its rows declare, in order.
  let rows: [Located<String>]

  /// The tables of a page that declare permissions; HTML tables are left out.
  static func all(of page: Page, _ facts: [Fact]) -> [PermissionTable] {
    let names = facts.compactMap { fact -> Located<String>? in
      guard case .permission(let declaration) = fact, !declaration.isMatrixRow else { return nil }
      return declaration.name
    }
    guard !names.isEmpty else { return [] }
    let nodes = page.document.nodes
    return page.document.indices(of: .table).compactMap { node in
      let rows = names.filter { nodes[node].span.contains($0.place.span) }
      return rows.isEmpty ? nil : PermissionTable(page: page, node: node, rows: rows)
    }
  }

  /// Whether it stands in the section that takes new names.
  var isOfNewSection: Bool { page.headings.last { $0.node < node }?.text == Self.newSection }

  /// The edits that add rows in the table's order.
  func adding(_ names: [String]) -> [Edit] {
    let end = source.lineEnd
    return NameOrder(rows.map(\.value)).placed(names).map { index, names in
      if index < rows.count {
        let start = source.line(holding: rows[index].place.span.start).start
        return .insertion(names.map { row($0) + end }.joined(), page.file, at: start)
      }
      let last = source.line(holding: rows[rows.count - 1].place.span.start).end
      return .insertion(names.map { end + row($0) }.joined(), page.file, at: last)
    }
  }

  /// The edit that adds a section with a table like this one at the end of the page.
  func addingSection(_ names: [String]) -> Edit {
    let end = source.lineEnd
    let head = source.lineNumber(at: page.document.nodes[node].span.start)
    let lines =
      ["", "## \(Self.newSection)", ""] + [head, head + 1].map { unquoted(source.text(source.line($0))) }
      + names.sorted().map { row($0, lead: "") }
    let isEnded = source.bytes.last == 0x0A
    return .insertion(
      (isEnded ? "" : end) + lines.map { $0 + end }.joined(), page.file, at: source.bytes.count)
  }

  private var source: SourceText { page.document.source }

  /// A row with nothing but the name, which is written as the rows above write it.
  private func row(_ name: String, lead: String? = nil) -> String {
    let cells = (0..<columnCount).map { column in column == nameColumn ? " \(written(name)) |" : " |" }
    return (lead ?? ownLead) + "|" + cells.joined()
  }

  private func written(_ name: String) -> String {
    source.text(rows[0].place.span).hasPrefix("`") ? "`\(name)`" : name
  }

  /// What stands before the row on its line: the indentation of a list, the mark of a quote.
  private var ownLead: String {
    let line = source.text(source.line(holding: rows[0].place.span.start))
    return String(line.prefix { " \t>".contains($0) })
  }

  private func unquoted(_ line: String) -> String { String(line.drop { " \t>".contains($0) }) }

  private var columnCount: Int {
    page.document.children(of: node).first { _ in true }.map {
      page.document.children(of: $0).count { _ in true }
    } ?? 2
  }

  private var nameColumn: Int {
    let nodes = page.document.nodes
    let place = rows[0].place.span
    let row = page.document.children(of: node).first { nodes[$0].span.contains(place) }
    return row.flatMap { row in
      page.document.children(of: row).enumerated().first { nodes[$0.element].span.contains(place) }?.offset
    } ?? 0
  }
}
