import Markdown

extension Catalog {
  /// Joins what pages state: names are interned, patterns expanded, mentions and links resolved. What an earlier catalog
  /// says of pages that are as before, and means the same as before, is taken over.
  static func join(
    _ read: [[Fact]], of pages: [Page], files: [SourceFile], settings: Settings, earlier: Earlier?, jobs: Int
  ) async -> Catalog {
    let titled = RoleTitles.resolve(read)
    let declared = Declarations(titled, pages)
    var permissions = Permission.join(declared)
    var roles = Role.join(declared, settings: settings)
    let names = NameIndex(permissions, roles)
    let grammars = settings.platforms.mapValues { IDGrammar($0) }
    let stated = pages.indices.map { index -> (kept: [Fact], dropped: Set<Place>) in
      // A concept page assigns no roles.
      if pages[index].kind == .concept { return (titled[index], []) }
      let platform = pages[index].platform
      let grammar = grammars[platform ?? ""] ?? IDGrammar(nil)
      return titled[index].split(by: { $0.isOfRole(in: names, platform: platform, grammar) })
    }
    let facts = stated.map(\.kept)
    RoleExpansion(permissions, names).expand(&roles)
    Permission.addHolders(to: &permissions, from: roles)
    Permission.addConditionalHolders(to: &permissions, from: roles, names)
    RoleOrder.compare(&roles, permissions)
    let complete = declared.completeServices
    let frozen = (permissions: permissions, roles: roles)
    let find = { @Sendable (page: Int) in
      Mention.find(
        on: page, pages[page], facts[page], bold: stated[page].dropped, names: names,
        hasRoles: !frozen.roles.isEmpty)
    }
    let known = earlier?.found(names, find)
    let found =
      if let known { known } else { Mention.Found(await parallelMap(pages.count, jobs: jobs, find)) }
    let redirects = Redirect.readAll(pages, files)
    var links = earlier?.links(of: pages, names, redirects, settings)
    if links == nil {
      links = await LinkIndex.resolve(
        pages, files, frozen.permissions, frozen.roles, redirects, settings, jobs: jobs)
    }
    let guides = pages.indices.filter { pages[$0].kind == .guide }.map {
      Guide(
        joining: facts[$0], of: pages[$0], at: $0, names: names, roles: frozen.roles,
        count: frozen.permissions.count)
    }
    addBacklinks(&permissions, &roles, found.mentions, guides, pages, names)
    var catalog = Catalog(
      settings: settings, files: files, pages: pages, facts: facts, permissions: permissions, roles: roles,
      guides: guides, completeServices: complete, names: names,
      links: links ?? LinkIndex(links: []), mentions: found.mentions, strangers: found.strangers,
      redirects: redirects, titles: found.titles, readFacts: read)
    await catalog.prove(jobs: jobs)
    return catalog
  }

  private static func addBacklinks(
    _ permissions: inout [Permission], _ roles: inout [Role], _ mentions: [Mention], _ guides: [Guide],
    _ pages: [Page], _ names: NameIndex
  ) {
    for (index, mention) in mentions.enumerated() where !mention.isDeclaration {
      switch mention.target {
      case .permission(let target): permissions[target].mentions.append(index)
      case .role(let target): roles[target].mentions.append(index)
      }
    }
    for (index, guide) in guides.enumerated() where !pages[guide.page].isSuperseded {
      let platform = pages[guide.page].platform
      let required = guide.requirements + guide.options.flatMap(\.permissions)
      for permission in Set(required.compactMap { names.permission($0.permission.value, platform: platform) })
      {
        permissions[permission].requiredBy.append(index)
      }
      let assigned = Set(guide.assignments.compactMap { names.role($0.role.value, platform: platform) })
      for role in assigned { roles[role].usedBy.append(index) }
      var granted = PermissionSet(capacity: permissions.count)
      for role in assigned { granted.formUnion(roles[role].permissions) }
      for permission in granted.indices { permissions[permission].usedBy.append(index) }
    }
  }
}

extension Fact {
  /// Whether it is anything but a step's bold text that no role bears as its title.
  fileprivate func isOfRole(in names: NameIndex, platform: String?, _ grammar: IDGrammar) -> Bool {
    guard case .assignment(let assignment) = self, assignment.origin == .step else { return true }
    return grammar.isRole(assignment.role.value)
      || names.role(assignment.role.value, platform: platform) != nil
  }
}

extension [Fact] {
  /// The facts that stand, and the places of the others.
  fileprivate func split(by stands: (Fact) -> Bool) -> (kept: [Fact], dropped: Set<Place>) {
    if allSatisfy(stands) { return (self, []) }
    var kept: [Fact] = []
    var dropped: Set<Place> = []
    for fact in self {
      if stands(fact) {
        kept.append(fact)
      } else if case .assignment(let assignment) = fact {
        dropped.insert(assignment.role.place)
      }
    }
    return (kept, dropped)
  }
}
