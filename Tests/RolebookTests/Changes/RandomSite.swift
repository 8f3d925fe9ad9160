@testable import Rolebook

/// A small site of which single facts are changed at random, the same for the same seed.
struct RandomSite {
  private var random: SplitMix64
  private var number = 0
  private var permissions: [String: (description: String, stage: String)] = [:]
  private var roles: [String: (title: String, entries: [String])] = [:]
  private var needs: [String: String] = ["files.objects.get": "Read", "files.jobs.create": "Run"]
  private var held: [String: [String]] = ["small": ["files.objects.get"], "large": ["files.objects.list"]]
  private var assigned = ["roles/files.reader"]
  private var statements = ["GRANT SELECT ON ALL TABLES IN SCHEMA sales TO reader"]
  private var access = ["reader": "read"]
  private var title = "Read files"
  private var isSuperseded = false

  init(seed: UInt64) {
    random = SplitMix64(state: seed)
    for object in ["objects", "folders", "jobs"] {
      for verb in ["get", "list", "create"] {
        permissions["files.\(object).\(verb)"] = ("\(verb) \(object)".capitalized, "ga")
      }
    }
    roles["roles/files.reader"] = ("Reader", ["files.objects.*", "files.folders.get"])
    roles["roles/files.runner"] = ("Runner", ["files.jobs.*"])
    roles["roles/files.admin"] = ("Administrator", ["files.*"])
  }

  /// Changes one fact, or leaves it as it is where there is nothing of its kind.
  mutating func edit() {
    number += 1
    switch Int.random(in: 0..<14, using: &random) {
    case 0: permissions["files.objects.do\(number)"] = ("Do \(number)", "beta")
    case 1: permissions.dropAny(using: &random)
    case 2: rename()
    case 3:
      if let name = permissions.anyKey(using: &random) { permissions[name]?.description = "Says \(number)" }
    case 4:
      let stage = pick(["ga", "beta", "deprecated"])
      if let name = permissions.anyKey(using: &random) { permissions[name]?.stage = stage }
    case 5: roles["roles/files.new\(number)"] = ("New \(number)", ["files.folders.*"])
    case 6: if roles.count > 2 { roles.dropAny(using: &random) }
    case 7: if let id = roles.anyKey(using: &random) { roles[id]?.title = "Title \(number)" }
    case 8: editEntries()
    case 9: editNeeds()
    case 10: editStatements()
    case 11: title = "Title \(number)"
    case 12:
      let right = pick(["read", "write", "use"])
      access["reader"] = right
    default: editGuide()
    }
  }

  private mutating func rename() {
    guard let name = permissions.anyKey(using: &random), let fields = permissions.removeValue(forKey: name)
    else { return }
    let new = name.split(separator: ".").dropLast().joined(separator: ".") + ".other\(number)"
    permissions[new] = fields
    for id in roles.keys { roles[id]?.entries.replace(name, with: new) }
  }

  private mutating func editEntries() {
    guard let id = roles.anyKey(using: &random) else { return }
    let names = permissions.keys.sorted() + ["files.*", "files.objects.*", "files.folders.*", "files.jobs.*"]
    if Bool.random(using: &random), (roles[id]?.entries.count ?? 0) > 1 {
      roles[id]?.entries.removeFirst()
    } else if let entry = names.randomElement(using: &random), roles[id]?.entries.contains(entry) == false {
      roles[id]?.entries.append(entry)
    }
  }

  private mutating func editNeeds() {
    if Bool.random(using: &random) { needs.dropAny(using: &random) }
    if let name = permissions.anyKey(using: &random) { needs[name] = "Purpose \(number)" }
    if let option = held.anyKey(using: &random), let name = permissions.anyKey(using: &random) {
      held[option]?.append(name)
    }
  }

  private mutating func editStatements() {
    let new = pick([
      "GRANT SELECT ON TABLE sales.orders TO writer", "GRANT ALL ON SCHEMA sales TO reader WITH GRANT OPTION",
    ])
    if statements.contains(new) { statements.removeAll { $0 == new } } else { statements.append(new) }
  }

  private mutating func editGuide() {
    if Bool.random(using: &random) { isSuperseded.toggle() }
    if let id = roles.anyKey(using: &random) { assigned = Array(Set(assigned.suffix(2) + [id])).sorted() }
    if held.count > 1, Bool.random(using: &random) {
      held.dropAny(using: &random)
    } else {
      held["o\(number)"] = []
    }
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: words.indices, using: &random)]
  }
}

extension Array where Element == String {
  fileprivate mutating func replace(_ old: String, with new: String) { self = map { $0 == old ? new : $0 } }
}

extension Dictionary where Key == String {
  fileprivate func anyKey(using random: inout some RandomNumberGenerator) -> String? {
    keys.sorted().randomElement(using: &random)
  }

  fileprivate mutating func dropAny(using random: inout some RandomNumberGenerator) {
    if let key = anyKey(using: &random) { self[key] = nil }
  }
}

extension RandomSite {
  var world: World {
    World(
      ["files/permissions.md": permissionsPage, "files/roles.md": rolesPage, "files/guide.md": guidePage],
      settings: "platforms: {files: {role_prefix: roles/}}\n")
  }

  private var permissionsPage: String {
    let rows = permissions.sorted { $0.key < $1.key }.map {
      "| `\($0)` | \($1.description) | \($1.stage) |\n"
    }
    return front("Permissions", "kind: reference\nplatform: files")
      + "| Permission | Description | Stage |\n| --- | --- | --- |\n"
      + rows.joined()
  }

  private var rolesPage: String {
    front("Roles", "kind: reference\nplatform: files")
      + roles.sorted { $0.key < $1.key }.map { id, role in
        "## `\(id)`\n\nTitle: \(role.title)\n\n" + role.entries.map { "- `\($0)`\n" }.joined() + "\n"
      }.joined()
  }

  private var guidePage: String {
    let options = held.keys.sorted().map { "\n  - {id: \($0), title: Way \($0)}" }.joined()
    let status = isSuperseded ? "\nstatus: superseded" : ""
    return front(
      title,
      "kind: guide\nplatform: files\ntask: read-files\nexisting: [schema sales, table sales.orders]\noptions:\(options)\(status)"
    )
      + table(needs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      + "| Role |\n| --- |\n" + assigned.map { "| `\($0)` |\n" }.joined() + "\n"
      + "| Role | Access | Object |\n| --- | --- | --- |\n"
      + access.map { "| `\($0)` | \($1) | schema `sales` |\n" }.joined() + "\n"
      + "```sql\n" + statements.map { $0 + ";\n" }.joined() + "```\n"
      + held.sorted { $0.key < $1.key }.map { id, names in
        "\n## Way \(id)\n\n" + table(names.map { ($0, "Need") })
      }.joined()
  }

  private func table(_ rows: [(String, String)]) -> String {
    if rows.isEmpty { return "" }
    return "| Permission | Description |\n| --- | --- |\n" + rows.map { "| `\($0)` | \($1) |\n" }.joined()
      + "\n"
  }

  private func front(_ title: String, _ keys: String) -> String { "---\ntitle: \(title)\n\(keys)\n---\n\n" }
}
