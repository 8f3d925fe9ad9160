import Rolebook

/// What a catalog says of a permission or a role, in words.
struct Explanation {
  let catalog: Catalog

  init(of catalog: Catalog) { self.catalog = catalog }

  /// Everything that can be explained.
  var names: [String] { catalog.permissions.map(\.name) + catalog.roles.flatMap { [$0.id, $0.title] } }

  /// All that bears this name, on any platform; nil where nothing does.
  func text(for name: String) -> String? {
    let permissions = catalog.permissions.indices.filter { catalog.permissions[$0].name == name }
    var roles = catalog.roles.indices.filter {
      catalog.roles[$0].id == name || catalog.roles[$0].title == name
    }
    if permissions.isEmpty, roles.isEmpty { roles = rolesEnding(in: name) }
    let texts = permissions.map(permission) + roles.map(role)
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  /// Roles by the last part of their id: `dataViewer`.
  private func rolesEnding(in name: String) -> [Int] {
    catalog.roles.indices.filter { index in
      let id = catalog.roles[index].id
      return id.hasSuffix("." + name) || id.hasSuffix("/" + name)
    }
  }

  private func permission(_ index: Int) -> String {
    let permission = catalog.permissions[index]
    var rows: [[String]] = permission.declarations.map { ["declared", place($0.name.place)] }
    if rows.isEmpty { rows.append(["declared", "nowhere"]) }
    rows += permission.holders.map { holder in
      let role = catalog.roles[holder.role]
      let entries = holder.entries.filter { role.entries.indices.contains($0) }.map { role.entries[$0].name }
      return [
        "held by", role.id, "through " + entries.map(\.value).joined(separator: ", "),
        place(entries.first?.place ?? role.declaration.id.place),
      ]
    }
    rows += permission.requiredBy.flatMap { requirements(of: permission.name, in: catalog.guides[$0]) }
    rows += permission.usedBy.map { ["granted by", path(of: catalog.guides[$0])] }
    rows += mentions(permission.mentions)
    let stage = permission.stage == .ga ? "" : ", \(permission.stage.rawValue)"
    let head = "\(permission.name)   permission of \(permission.platform)\(stage)\n"
    return head + (permission.description.isEmpty ? "" : "  \(permission.description)\n") + indented(rows)
  }

  private func role(_ index: Int) -> String {
    let role = catalog.roles[index]
    var rows: [[String]] = role.declarations.map { ["declared", place($0.id.place)] }
    rows += zip(role.entries, role.expansion).map { entry, count in
      ["entry", entry.name.value, counted(count, "permission"), place(entry.name.place)]
    }
    rows += role.subsets.map { ["more than", catalog.roles[$0].id] }
    rows += role.equal.map { ["equal to", catalog.roles[$0].id] }
    rows += role.supersets.map { ["less than", catalog.roles[$0].id] }
    rows += role.usedBy.flatMap { assignments(of: index, in: catalog.guides[$0]) }
    rows += mentions(role.mentions)
    let title = role.title == role.id ? "" : "\(role.title), "
    return "\(role.id)   \(title)role of \(role.platform), \(counted(role.permissions.count, "permission"))\n"
      + indented(rows)
  }

  private func mentions(_ indices: [Int]) -> [[String]] {
    indices.map { catalog.mentions[$0] }.filter { !$0.isDeclaration }.map { ["mentioned", place($0.place)] }
  }

  /// Where a guide, or an option's custom role, lists the permission.
  private func requirements(of name: String, in guide: Guide) -> [[String]] {
    let listed = guide.requirements + guide.options.flatMap(\.permissions)
    let places = listed.filter { $0.permission.value == name }.map { ($0.permission.place, $0.securable) }
    return distinct(places.map { ["required by", "\(place($0))   on \($1.text)"] })
  }

  /// Where a guide assigns the role.
  private func assignments(of role: Int, in guide: Guide) -> [[String]] {
    let platform = catalog.pages[guide.page].platform
    let found = guide.assignments.filter {
      let name = $0.role.value
      let names = catalog.names
      return (names.role(id: name, platform: platform) ?? names.role(title: name, platform: platform)) == role
    }
    return distinct(found.map { ["assigned", "\(place($0.role.place))   on \($0.securable.text)"] })
  }

  private func distinct(_ rows: [[String]]) -> [[String]] {
    var seen: Set<[String]> = []
    return rows.filter { seen.insert($0).inserted }
  }

  private func path(of guide: Guide) -> String { catalog.files[Int(catalog.pages[guide.page].file)].path }

  private func place(_ place: Place) -> String { Spot(place, in: catalog.files).text }

  /// The rows in columns; a label that repeats is written once.
  private func indented(_ rows: [[String]]) -> String {
    var label = ""
    let shown = rows.map { row in
      defer { label = row[0] }
      return [row[0] == label ? "  " : "  " + row[0]] + row.dropFirst()
    }
    return aligned(shown)
  }
}
