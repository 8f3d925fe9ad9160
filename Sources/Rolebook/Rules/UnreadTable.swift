extension Rule {
  static let unreadTable = Rule(
    "unread-table", .pages, .info, "A table looks like one that states facts, and states none"
  ) { catalog in
    catalog.pages.indices.flatMap { index in
      catalog.facts[index].compactMap { fact -> Finding? in
        guard case .table(let table) = fact, case .unread(let shape, let why) = table.reading else {
          return nil
        }
        return Finding(
          "this table looks like one of \(shape), and nothing was read from it",
          at: table.head, label: why,
          help: "`rolebook tables` lists how every table is read; `tables:` in `rolebook.yml` adds headers",
          facts: [catalog.pages[index].path] + table.headers)
      }
    }
  }
}
