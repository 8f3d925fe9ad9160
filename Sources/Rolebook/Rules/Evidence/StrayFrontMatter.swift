/// Values of front matter that have the right type, and nothing that they could mean.
enum StrayFrontMatter {
  /// What a page shows by itself.
  static func findings(on page: Page) -> [Finding] {
    unreadObjects(page) + repeatedOptions(page) + [uselessSuccessor(page)].compactMap { $0 }
  }

  /// An entry of `existing` that names no object.
  private static func unreadObjects(_ page: Page) -> [Finding] {
    let kinds = ScriptObject.Kind.allCases.map(\.rawValue)
    return page.frontMatter.existing.filter { ScriptObject(existing: $0, page.dialect ?? .postgres) == nil }
      .map {
        let words = $0.value.split(separator: " ")
        let near = closest(to: String(words.first ?? ""), among: kinds)
        let name = words.dropFirst().joined(separator: " ")
        var finding = Finding(
          "`\($0.value)` in `existing` is no object that a script can use", at: $0.place,
          help: near.map { "did you mean `\(name.isEmpty ? $0 + " …" : "\($0) \(name)")`?" }
            ?? "write a kind and a name: `schema devices`, `user dbadmin`",
          facts: [page.path, $0.value])
        // A thing of another kind may well exist, and is only not looked at.
        finding.severity = near == nil && words.count > 1 ? .info : .warning
        return finding
      }
  }

  private static func repeatedOptions(_ page: Page) -> [Finding] {
    var first: [String: Located<String>] = [:]
    return page.frontMatter.options.compactMap { option in
      guard let other = first[option.id.value] else {
        first[option.id.value] = option.id
        return nil
      }
      return Finding(
        "two options have the id `\(option.id.value)`", at: option.id.place,
        related: [Related("the first one", at: other.place)], help: "give each option an id of its own",
        facts: [page.path, option.id.value])
    }
  }

  private static func uselessSuccessor(_ page: Page) -> Finding? {
    guard let successor = page.frontMatter.supersededBy, !page.isSuperseded else { return nil }
    var finding = Finding(
      "`superseded_by` says nothing on a page that is current", at: successor.place,
      related: page.frontMatter.status.map { [Related("its status", at: $0.place)] } ?? [],
      help: "write `status: superseded` too, or drop it", facts: [page.path, successor.value])
    finding.severity = .warning
    return finding
  }

  /// Services that `complete` names and no page of the platform declares a permission of.
  static func unknownServices(_ catalog: Catalog) -> [Finding] {
    let declared = declaredServices(catalog)
    return catalog.statingPages.flatMap { unknownServices($0, declared, catalog) }
  }

  private static func unknownServices(_ index: Int, _ declared: [String: Set<String>], _ catalog: Catalog)
    -> [Finding]
  {
    let page = catalog.pages[index]
    guard page.kind == .reference, let platform = page.platform, !hasUnreadTable(catalog.facts[index]) else {
      return []
    }
    let known = declared[platform] ?? []
    return (page.frontMatter.complete ?? []).filter { !known.contains($0.value) }.map { service in
      var finding = Finding(
        "no page declares a permission of the service `\(service.value)`", at: service.place,
        label: "so it cannot be complete",
        help: closest(to: service.value, among: known.sorted()).map { "did you mean `\($0)`?" }
          ?? "declare its permissions in a table, or drop it", facts: [page.path, service.value])
      finding.severity = .warning
      return finding
    }
  }

  /// A table that nothing was read from has a finding of its own.
  private static func hasUnreadTable(_ facts: [Fact]) -> Bool {
    facts.contains { fact in
      guard case .table(let table) = fact else { return false }
      switch table.reading {
      case .unread, .ambiguous: return true
      case .shape, .plain: return false
      }
    }
  }

  private static func declaredServices(_ catalog: Catalog) -> [String: Set<String>] {
    var services: [String: Set<String>] = [:]
    for permission in catalog.permissions where permission.isDeclared {
      services[permission.platform, default: []].insert(permission.service)
    }
    return services
  }
}
