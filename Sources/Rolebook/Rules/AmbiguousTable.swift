extension Rule {
  static let ambiguousTable = Rule(
    "ambiguous-table", .pages, .warning,
    "The headers of a table fit two shapes, so that nothing is read from it"
  ) { catalog in
    catalog.statingPages.flatMap { index in
      catalog.facts[index].compactMap { fact -> Finding? in
        guard case .table(let table) = fact, case .ambiguous(let shapes) = table.reading else { return nil }
        let page = catalog.pages[index]
        let names = shapes.map { "`\($0)`" }.joined(separator: " and ")
        return Finding(
          "this table fits \(names), and nothing was read from it",
          at: table.head,
          help:
            "rename or drop a header that only one of them has; `rolebook tables` lists how tables are read",
          facts: [page.path] + table.headers)
      }
    }
  }
}
