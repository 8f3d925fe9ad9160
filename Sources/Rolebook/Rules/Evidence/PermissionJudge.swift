/// Tells names that the pages of their service do not declare.
struct PermissionJudge {
  /// How an undeclared name is known to be wrong.
  enum Verdict {
    /// Its service is documented in full.
    case unlisted
    /// It differs by a slip of the pen from a declared name.
    case slip(of: String)
  }

  private let catalog: Catalog
  /// Platform → the declared names of each service.
  private let namesOfServices: Lazily<[String: [String: [String]]]>
  /// Declared names by all their parts but one.
  private let namesByRest: Lazily<[String: [String]]>
  /// Names that stand in tables which look like permission tables and could not be read: `unread-table` says so.
  private let unread: Set<String>

  init(_ catalog: Catalog) {
    self.catalog = catalog
    // Where all names are declared, nobody asks for others that are near.
    namesOfServices = Lazily {
      Dictionary(grouping: catalog.permissions.filter(\.isDeclared), by: \.platform)
        .mapValues { Dictionary(grouping: $0, by: \.service).mapValues { $0.map(\.name) } }
    }
    namesByRest = Lazily {
      catalog.permissions.filter(\.isDeclared).reduce(into: [:]) { found, permission in
        for key in Self.keys(permission.name, permission.platform) {
          found[key, default: []].append(permission.name)
        }
      }
    }
    unread = Set(
      catalog.facts.joined().flatMap { fact -> [String] in
        guard case .table(let table) = fact else { return [] }
        return table.unreadNames
      })
  }

  private var names: [String: [String: [String]]] { namesOfServices.value }
  private var nearNames: [String: [String]] { namesByRest.value }

  /// The undeclared names that facts state, each with all its places; names that differ from a declared one in
  /// case only are left to `miscased-name`.
  func undeclaredNames() -> [[NamedPermission]] {
    let cases = DeclaredCases(catalog)
    var order: [String] = []
    var groups: [String: [NamedPermission]] = [:]
    for named in NamedPermission.all(of: catalog)
    where !catalog.isDeclared(named.name.value, on: named.platform)
      && cases.permission(meantBy: named) == nil
    {
      let key = named.platform + " " + named.name.value
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(named)
    }
    return order.compactMap { groups[$0] }
  }

  func verdict(on name: String, _ platform: String) -> Verdict? {
    if catalog.isDeclared(name, on: platform) { return nil }
    if isUnlisted(name, platform) { return .unlisted }
    return slip(name, platform).map { .slip(of: $0) }
  }

  func isUnlisted(_ name: String, _ platform: String) -> Bool {
    if catalog.isDeclared(name, on: platform) || unread.contains(name) { return false }
    return catalog.completeServices[platform]?.contains(nameParts(name).service) == true
  }

  func suggestion(_ name: String, _ platform: String) -> String? {
    Suggestion(names[platform]?[nameParts(name).service] ?? []).question(for: name)
  }

  /// Where the declared name stands.
  func declaration(of name: String, _ platform: String) -> Place? {
    catalog.names.permission(name, platform: platform)
      .flatMap { catalog.permissions[$0].declarations.first?.name.place }
  }

  /// The declared name that an undeclared one is meant for: it differs by a slip of the pen, or in case only.
  func meaning(of name: String, _ platform: String) -> String? {
    slip(name, platform) ?? slipInProse(name, platform) ?? sameLetters(name, platform)
      ?? nearest(name, platform)
  }

  private func sameLetters(_ name: String, _ platform: String) -> String? {
    let lower = name.lowercased()
    return (names[platform] ?? [:]).values.lazy.joined().first { $0.lowercased() == lower }
  }

  /// The first of the suggestions for an unlisted name, where it is one letter off.
  private func nearest(_ name: String, _ platform: String) -> String? {
    guard isUnlisted(name, platform) else { return nil }
    let near = Suggestion(names[platform]?[nameParts(name).service] ?? []).candidates(for: name).first
    return near.flatMap { Suggestion.distance(name, $0).map { $0 <= 4 } == true ? near : nil }
  }

  /// Where a service is documented in part or not at all, an unlisted name may be right; one that differs from a
  /// declared one by a slip of the pen is likely not.
  private func slip(_ name: String, _ platform: String) -> String? {
    let near = Self.keys(name, platform).flatMap { nearNames[$0] ?? [] }
    return near.first { Self.parts($0) == Self.parts(name) } ?? near.first {
      Suggestion.isSlip(name, for: $0)
    }
      ?? nameOfNearService(name, platform)
  }

  /// What a name in prose all but is: another spelling of its signs, or one letter of its service.
  func slipInProse(_ name: String, _ platform: String) -> String? {
    if catalog.isDeclared(name, on: platform) || unread.contains(name) { return nil }
    let key = Self.keys(name, platform).first ?? ""
    let sameParts = (nearNames[key] ?? []).first { Self.parts($0) == Self.parts(name) }
    return sameParts ?? nameOfNearService(name, platform, limit: 1)
  }

  /// The name with a service that is almost the same, where nobody documents the one that is written.
  private func nameOfNearService(_ name: String, _ platform: String, limit: Int = 2) -> String? {
    let service = nameParts(name).service
    let known = names[platform] ?? [:]
    guard service.utf8.count > 3, known[service] == nil else { return nil }
    let rest = name.dropFirst(service.count)
    return known.keys.sorted().first {
      editDistance(service, $0, limit: limit) <= limit && catalog.isDeclared($0 + rest, on: platform)
    }
    .map { $0 + rest }
  }

  private static func parts(_ name: String) -> [Substring] {
    name.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
  }

  private static func keys(_ name: String, _ platform: String) -> [String] {
    let parts = parts(name)
    return parts.indices.map { blank in
      platform + " "
        + parts.indices.map { $0 == blank ? "*" : parts[$0] }.joined(separator: ".")
    }
  }

  /// The page that documents the service in full.
  func documentation(of service: String, _ platform: String) -> [Related] {
    for page in catalog.pages where page.platform == platform {
      if let place = page.frontMatter.complete?.first(where: { $0.value == service })?.place {
        return [Related("all permissions of `\(service)` are declared here", at: place)]
      }
    }
    let place = names[platform]?[service]?.first.flatMap { declaration(of: $0, platform) }
    return place.map { [Related("the permissions of `\(service)` are declared here", at: $0)] } ?? []
  }
}
