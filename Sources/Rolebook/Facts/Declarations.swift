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
    let stating = pages.indices.filter { pages[$0].kind != .concept }
    let order = stating.filter { !pages[$0].isSuperseded } + stating.filter { pages[$0].isSuperseded }
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
    judgeMatrixRows()
    joinColumnsNamedByTitle()
  }

  /// A matrix that repeats the tables of a complete service declares nothing beside them.
  private mutating func judgeMatrixRows() {
    var rows: [Name: (listed: Int, unlisted: [Name])] = [:]
    for (name, declarations) in permissions where declarations.contains(where: \.isMatrixRow) {
      let service = nameParts(name.name).service
      guard completeServices[name.platform]?.contains(service) == true else { continue }
      let tabled = declarations.filter { !$0.isMatrixRow }
      let key = Name(platform: name.platform, name: service)
      if tabled.isEmpty {
        rows[key, default: (0, [])].unlisted.append(name)
      } else {
        rows[key, default: (0, [])].listed += 1
        permissions[name] = tabled + declarations.filter(\.isMatrixRow)
      }
    }
    for found in rows.values where found.listed > found.unlisted.count {
      for name in found.unlisted {
        permissions[name] = nil
        heldNames.insert(name)
      }
    }
  }

  /// A matrix may head a role's column with the title that only this role bears.
  private mutating func joinColumnsNamedByTitle() {
    var bearers: [Name: Set<String>] = [:]
    for (role, declarations) in roles {
      for title in declarations.compactMap(\.title) {
        bearers[Name(platform: role.platform, name: title.value), default: []].insert(role.name)
      }
    }
    for (column, declarations) in roles where declarations.allSatisfy({ $0.origin == .column }) {
      guard let ids = bearers[column], ids.count == 1, let id = ids.first, id != column.name else { continue }
      roles[Name(platform: column.platform, name: id), default: []] += declarations
      roles[column] = nil
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

  static func addConditionalHolders(
    to permissions: inout [Permission], from roles: [Role], _ names: NameIndex
  ) {
    for (index, role) in roles.enumerated() {
      for held in role.conditions {
        guard let permission = names.permission(held.entry.name.value, platform: role.platform) else {
          continue
        }
        permissions[permission].conditionalHolders.append(
          (role: index, condition: held.condition, place: held.entry.name.place))
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
      let columns = declarations.filter { $0.origin == .column }
      var stated = declarations.filter { $0.origin != .column }
      // An overview may name a role before the place that lists what it holds.
      let place = stated.firstIndex { !$0.entries.isEmpty } ?? 0
      var leading = stated.isEmpty ? declarations[0] : stated.remove(at: place)
      for other in stated { leading.takeMissingFields(from: other) }
      let prefix = settings.platforms[name.platform]?.rolePrefix ?? ""
      let short =
        !prefix.isEmpty && name.name.hasPrefix(prefix) ? String(name.name.dropFirst(prefix.count)) : name.name
      let entries = (leading.origin == .column ? [] : leading.entries) + columns.flatMap(\.entries)
      return Role(
        platform: name.platform, id: name.name, declarations: [leading] + stated, entries: entries,
        conditions: (leading.origin == .column ? [] : leading.conditions) + columns.flatMap(\.conditions),
        permissions: PermissionSet(capacity: 0), expansion: [],
        fileName: files.name(for: short, in: name.platform))
    }
  }
}

extension RoleDeclaration {
  /// Takes over what another declaration of the role says and this one does not.
  fileprivate mutating func takeMissingFields(from other: RoleDeclaration) {
    title = title ?? other.title
    kind = kind ?? other.kind
    lowestResource = lowestResource ?? other.lowestResource
    description = description ?? other.description
    if stages.isEmpty { stages = other.stages }
  }
}
