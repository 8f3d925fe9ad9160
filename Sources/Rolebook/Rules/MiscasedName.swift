extension Rule {
  static let miscasedName = Rule(
    "miscased-name", .names, .error, "A name differs from the declared one only in upper and lower case"
  ) { catalog in
    let cases = DeclaredCases(catalog)
    return permissions(of: catalog, cases)
      + NamedRole.all(of: catalog).filter(\.isID).compactMap { named in
        cases.role(meantBy: named).map { finding(named.name, $0, named.platform, catalog) }
      }
  }

  private static func permissions(of catalog: Catalog, _ cases: DeclaredCases) -> [Finding] {
    var declarations: [Place] = []
    var uses: [Place: [(named: NamedPermission, declared: Located<String>)]] = [:]
    for named in NamedPermission.all(of: catalog) {
      guard let declared = cases.permission(meantBy: named) else { continue }
      if uses[declared.place] == nil { declarations.append(declared.place) }
      uses[declared.place, default: []].append((named, declared))
    }
    return declarations.flatMap { place -> [Finding] in
      let found = uses[place] ?? []
      return miscasedDeclaration(found.map(\.named), found[0].declared, catalog).map { [$0] }
        ?? found.map { finding($0.named.name, $0.declared, $0.named.platform, catalog) }
    }
  }

  /// Where all that name a permission agree on another case than its declaration's, the declaration is the odd one.
  private static func miscasedDeclaration(
    _ uses: [NamedPermission], _ declared: Located<String>, _ catalog: Catalog
  ) -> Finding? {
    let first = uses[0]
    guard uses.count > 1, uses.allSatisfy({ $0.name.value == first.name.value }),
      let index = catalog.names.permission(declared.value, platform: first.platform),
      catalog.permissions[index].holders.isEmpty, catalog.permissions[index].requiredBy.isEmpty
    else { return nil }
    return Finding(
      "`\(declared.value)` is written `\(first.name.value)` in all other places", at: declared.place,
      label: "names are told apart by case",
      related: uses.prefix(3).map { Related("\($0.words) it", at: $0.name.place) },
      help: "write `\(first.name.value)`",
      fix: catalog.renaming(declared, to: first.name.value).map { Fix(isSafe: false, edits: [$0]) },
      facts: [first.platform, first.name.value, declared.value])
  }

  private static func finding(
    _ written: Located<String>, _ declared: Located<String>, _ platform: String, _ catalog: Catalog
  ) -> Finding {
    Finding(
      "`\(written.value)` is declared as `\(declared.value)`", at: written.place,
      label: "names are told apart by case",
      related: [Related("declared here", at: declared.place)], help: "write `\(declared.value)`",
      fix: catalog.renaming(written, to: declared.value).map { Fix(isSafe: true, edits: [$0]) },
      facts: [platform, written.value, declared.value])
  }
}

/// The declared names by their lower-case letters.
struct DeclaredCases {
  private let permissions: Lazily<[String: Located<String>]>
  private let roles: Lazily<[String: Located<String>]>
  private let catalog: Catalog

  init(_ catalog: Catalog) {
    self.catalog = catalog
    permissions = Lazily {
      catalog.permissions.reduce(into: [:]) { found, permission in
        guard let name = permission.declarations.first?.name else { return }
        found[Self.key(permission.platform, name.value)] = name
      }
    }
    roles = Lazily {
      catalog.roles.reduce(into: [:]) { found, role in
        if role.declaration.origin != .column {
          found[Self.key(role.platform, role.id)] = role.declaration.id
        }
      }
    }
  }

  /// The declared permission that an undeclared name differs from only in case. A role that holds both proves
  /// that there are two.
  func permission(meantBy named: NamedPermission) -> Located<String>? {
    guard !catalog.isDeclared(named.name.value, on: named.platform),
      let declared = permissions.value[Self.key(named.platform, named.name.value)],
      !named.siblings.contains(declared.value)
    else { return nil }
    return declared
  }

  func role(meantBy named: NamedRole) -> Located<String>? {
    guard catalog.names.role(id: named.name.value, platform: named.platform) == nil else { return nil }
    return roles.value[Self.key(named.platform, named.name.value)]
  }

  private static func key(_ platform: String, _ name: String) -> String {
    platform + " " + name.lowercased()
  }
}
