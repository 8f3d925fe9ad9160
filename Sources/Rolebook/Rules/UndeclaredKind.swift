extension Rule {
  static let undeclaredKind = Rule(
    "undeclared-kind", .pages, .info, "A page without a kind has tables that would state facts"
  ) { catalog in
    catalog.pages.indices.compactMap { index in
      let page = catalog.pages[index]
      let tables = catalog.facts[index].compactMap { fact -> ReadTable? in
        guard case .table(let table) = fact, table.unstated != nil else { return nil }
        return table
      }
      guard let first = tables.first, let shape = first.unstated else { return nil }
      return Finding(
        "this table fits `\(shape)`, and states nothing on a page without a kind", at: first.head,
        related: tables.dropFirst().prefix(3).map { Related("this one too", at: $0.head) },
        help: "write `kind: reference`, `guide` or `concept` in the front matter, or set `default_kind`",
        facts: [page.path, shape])
    }
  }
}
