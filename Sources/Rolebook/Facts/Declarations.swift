/// The declarations of all pages, brought together by platform and name.
struct Declarations {
  struct Name: Hashable, Comparable {
    let platform: String
    let name: String

    static func < (left: Name, right: Name) -> Bool {
      (left.platform, left.name) < (right.platform, right.name)
    }
  }

  private(set) var permissions: [Name: [PermissionDeclaration]] = [:]
  private(set) var roles: [Name: [RoleDeclaration]] = [:]
  /// Names that entries of roles write in full, declared or not.
  private(set) var heldNames: Set<Name> = []
  private(set) var completeServices: [String: Set<String>] = [:]

  /// A superseded page declares nothing that a current one declares too.
  init(_ facts: [[Fact]], _ pages: [Page]) {
    var counts: [Name: Int] = [:]
    let order =
      pages.indices.filter { !pages[$0].isSuperseded } + pages.indices.filter { pages[$0].isSuperseded }
    for index in order {
      let page = pages[index]
      for service in page.frontMatter.complete ?? [] where page.kind == .reference {
        completeServices[page.platform ?? "", default: []].insert(service.value)
      }
      for fact in facts[index] { add(fact, of: page, &counts) }
    }
    for (service, count) in counts where count >= 10 {
      completeServices[service.platform, default: []].insert(service.name)
    }
  }

  private mutating func add(_ fact: Fact, of page: Page, _ counts: inout [Name: Int]) {
    switch fact {
    case .permission(let declaration):
      let name = Name(platform: declaration.platform, name: declaration.name.value)
      if page.isSuperseded, permissions[name] != nil { return }
      permissions[name, default: []].append(declaration)
      guard page.frontMatter.complete == nil else { return }
      counts[Name(platform: declaration.platform, name: nameParts(name.name).service), default: 0] += 1
    case .role(let declaration):
      let name = Name(platform: declaration.platform, name: declaration.id.value)
      if page.isSuperseded, roles[name] != nil { return }
      roles[name, default: []].append(declaration)
      for entry in declaration.entries where entry.isExact {
        heldNames.insert(Name(platform: declaration.platform, name: entry.name.value))
      }
    default: break
    }
  }
}

extension Permission {
  /// Every permission that is declared or held by name, in order.
  static func join(_ declared: Declarations) -> [Permission] {
    var files = FileNames()
    return Set(declared.permissions.keys).union(declared.heldNames).sorted().map { name in
      Permission(
        platform: name.platform, name: name.name, declarations: declared.permissions[name] ?? [],
        fileName: files.name(for: name.name, in: name.platform))
    }
  }

  static func addHolders(to permissions: inout [Permission], from roles: [Role]) {
    for (index, role) in roles.enumerated() {
      for (permission, entries) in role.entriesByPermission {
        permissions[permission].holders.append(Holder(role: index, entries: entries))
      }
    }
  }
}

extension Role {
  /// Every declared role, in order, not yet expanded.
  static func join(_ declared: Declarations, settings: Settings) -> [Role] {
    var files = FileNames()
    return declared.roles.sorted { $0.key < $1.key }.map { name, declarations in
      // A role's columns in several matrices are one declaration.
      let leading = declarations.first { $0.origin != .column } ?? declarations[0]
      let others = declarations.filter { $0.origin != .column }.dropFirst()
      let columns = declarations.filter { $0.origin == .column }.flatMap(\.entries)
      let prefix = settings.platforms[name.platform]?.rolePrefix ?? ""
      let short =
        !prefix.isEmpty && name.name.hasPrefix(prefix) ? String(name.name.dropFirst(prefix.count)) : name.name
      let entries = leading.origin == .column ? columns : leading.entries + columns
      return Role(
        platform: name.platform, id: name.name, declarations: [leading] + others, entries: entries,
        permissions: PermissionSet(capacity: 0), expansion: [],
        fileName: files.name(for: short, in: name.platform))
    }
  }
}
