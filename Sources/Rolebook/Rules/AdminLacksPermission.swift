extension Rule {
  static let adminLacksPermission = Rule(
    "admin-lacks-permission", .patterns, .warning,
    "A user, viewer or editor role holds what the admin role of the same name lacks"
  ) { catalog in
    let roles = catalog.roles.filter { $0.declaration.origin != .column }
    let admins = Dictionary(
      roles.compactMap { role in role.stem(before: ["admin", "administrator", "owner"]).map { ($0, role) } }
    ) { first, _ in first }
    return roles.compactMap { role in
      guard let stem = role.stem(before: ["user", "viewer", "reader", "editor", "writer"]),
        let admin = admins[stem]
      else { return nil }
      return finding(role, admin, catalog)
    }
  }

  private static func finding(_ role: Role, _ admin: Role, _ catalog: Catalog) -> Finding? {
    // Rights on other things, such as the project at hand, are no part of what the two share.
    let things = admin.mainThings(catalog)
    let lacking = admin.lacking(of: role, catalog).filter { things.contains(catalog.permissions[$0].thing) }
    guard let first = lacking.first,
      let entry = zip(role.entries, role.gifts).first(where: { $0.1.contains(first) })?.0
    else { return nil }
    let names = lacking.map { catalog.permissions[$0].name }
    return Finding(
      "`\(admin.id)` lacks \(namesInWords(names)), which `\(role.id)` holds", at: admin.declaration.id.place,
      related: [Related("`\(role.id)` holds `\(names[0])`", at: entry.name.place)],
      help: "check both lists; an administrator of a thing is expected to do what its users do",
      facts: [role.platform, admin.id, role.id] + names)
  }
}

extension Role {
  /// What stands before the last word of its id, where that is one of these: `bigquery connection` of
  /// `roles/bigquery.connectionAdmin`.
  fileprivate func stem(before words: [String]) -> String? {
    let lower = id.lowercased()
    guard let word = words.first(where: { lower.hasSuffix($0) }) else { return nil }
    let start = id.index(id.endIndex, offsetBy: -word.count)
    let isWord = start == id.startIndex || id[start].isUppercase || !id[id.index(before: start)].isLetter
    return isWord ? "\(platform) \(id[..<start])" : nil
  }

  /// What it has rights on, of the service that most of its permissions are of.
  fileprivate func mainThings(_ catalog: Catalog) -> Set<Substring> {
    let held = permissions.indices.map { catalog.permissions[$0] }
    let services = Dictionary(grouping: held, by: \.service)
    let main = services.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    return Set(main?.value.map(\.thing) ?? [])
  }
}

extension Permission {
  /// All of its name but the verb.
  var thing: Substring {
    name.lastIndex { $0 == "." || $0 == ":" }.map { name[..<$0] } ?? name[...]
  }
}
