extension Rule {
  static let adminLacksPermission = Rule(
    "admin-lacks-permission", .patterns, .warning,
    "A user, viewer or editor role holds what the admin role of the same name lacks"
  ) { catalog in
    let roles = catalog.roles.filter { $0.declaration.origin != .column }
    let admins = Dictionary(
      roles.compactMap { role in role.stem(before: ["admin", "administrator", "owner"]).map { ($0, role) } }
    ) { first, _ in first }
    let meant = MeantPermissions(catalog)
    var shortfalls: [AdminShortfall] = []
    var index: [[Int]: Int] = [:]
    for role in roles {
      guard let stem = role.stem(before: ["user", "viewer", "reader", "editor", "writer"]),
        let admin = admins[stem], let found = AdminShortfall(role, admin, meant, catalog)
      else { continue }
      if let known = index[found.key] {
        shortfalls[known].holders += found.holders
      } else {
        index[found.key] = shortfalls.count
        shortfalls.append(found)
      }
    }
    return shortfalls.map { $0.finding(catalog) }
  }
}

/// What an administrator's role lacks that others of its kind hold.
private struct AdminShortfall {
  let admin: Role
  let lacking: [Int]
  var holders: [(role: Role, entry: RoleEntry)]

  init?(_ role: Role, _ admin: Role, _ meant: MeantPermissions, _ catalog: Catalog) {
    // Rights on other things, such as the project at hand, are no part of what the two share.
    let things = admin.mainThings(catalog)
    let misspelled = meant.permissions(meantBy: admin)
    let lacking = admin.lacking(of: role, catalog).filter {
      things.contains(catalog.permissions[$0].thing) && !misspelled.contains($0)
    }
    guard let first = lacking.first,
      let given = zip(role.entries, role.gifts).first(where: { $0.1.contains(first) }),
      !role.isWidened((given.0, given.1), lacking)
    else { return nil }
    self.admin = admin
    self.lacking = lacking
    holders = [(role, given.0)]
  }

  /// What several roles hold and the administrator lacks is one fault.
  var key: [Int] { [Int(admin.declaration.id.place.file), admin.declaration.id.place.span.start] + lacking }

  func finding(_ catalog: Catalog) -> Finding {
    let names = lacking.map { catalog.permissions[$0].name }
    let (who, verb) =
      holders.count > 3
      ? ("\(holders.count) roles", "hold")
      : (listInWords(holders.map(\.role.id)), holders.count == 1 ? "holds" : "hold")
    return Finding(
      "`\(admin.id)` lacks \(namesInWords(names)), which \(who) \(verb)", at: admin.declaration.id.place,
      related: holders.prefix(3).map { holder in
        Related("`\(holder.role.id)` holds `\(names[0])`", at: holder.entry.name.place)
      },
      help: "check the lists; an administrator of a thing is expected to do what its users do",
      facts: [admin.platform, admin.id] + holders.map(\.role.id) + names)
  }
}

extension Role {
  /// Whether all of this comes through one pattern that makes other entries needless: it is wider than it is
  /// meant to be, and `redundant-pattern` says so.
  fileprivate func isWidened(_ giver: (entry: RoleEntry, gift: [Int]), _ lacking: [Int]) -> Bool {
    guard giver.entry.hasWildcard, lacking.allSatisfy(giver.gift.contains) else { return false }
    let given = Set(giver.gift)
    return zip(entries, gifts).contains { entry, gift in
      entry.name.value != giver.entry.name.value && !gift.isEmpty && given.isSuperset(of: gift)
    }
  }

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
