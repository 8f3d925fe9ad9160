import Markdown

extension SitePlan {
  /// The most roles that a picture of a platform shows.
  private static let mostRoles = 40

  /// Which roles of a platform hold all that others hold: the smaller ones on the left.
  func appendLattice(of platform: PlatformShelf, _ href: Href, to html: inout [UInt8]) {
    let roles = platform.roles.filter { roleSizes[$0] > 0 }
    guard (3...Self.mostRoles).contains(roles.count) else { return }
    let joined = roles.filter { role in
      !catalog.roles[role].subsets.isEmpty || !catalog.roles[role].supersets.isEmpty
    }
    if joined.isEmpty { return }
    html.appendHeading(say("lattice"), id: "lattice")
    html.appendParagraph(say("lattice-words"))
    picture(of: joined, marked: nil, href).append(say("lattice"), to: &html)
    html.append("<details>\n<summary>")
    html.append(escaping: say("in-words"))
    html.append("</summary>\n")
    html.appendList(joined.filter { !catalog.roles[$0].subsets.isEmpty }) { html, role in
      links.append(role: role, href, to: &html)
      html.append(escaping: " \(say("holds-all-of-these")) ")
      for (position, other) in catalog.roles[role].subsets.sorted().enumerated() {
        if position > 0 { html.append(", ") }
        links.append(role: other, href, to: &html)
      }
    }
    html.append("</details>\n")
  }

  /// A role between those that it holds all of and those that hold all of it.
  func appendNeighbourhood(of index: Int, _ href: Href, to html: inout [UInt8]) {
    let role = catalog.roles[index]
    let around = role.subsets.sorted().prefix(8) + [index] + role.supersets.sorted().prefix(8)
    if around.count < 2 { return }
    picture(of: Array(around), marked: index, href).append(say("other-roles"), to: &html)
  }

  /// These roles, each right of those that it holds all of.
  private func picture(of roles: [Int], marked: Int?, _ href: Href) -> LayeredPicture {
    let places = Dictionary(uniqueKeysWithValues: roles.enumerated().map { ($1, $0) })
    var columns = [Int](repeating: 0, count: roles.count)
    // Smaller sets first, so that what lies below a role has its column before the role gets one.
    for role in roles.sorted(by: { (roleSizes[$0], $0) < (roleSizes[$1], $1) }) {
      guard let place = places[role] else { continue }
      let below = catalog.roles[role].subsets.compactMap { places[$0] }
      columns[place] = (below.map { columns[$0] + 1 }.max()) ?? 0
    }
    let edges = roles.flatMap { role in
      catalog.roles[role].subsets.sorted().compactMap { below in
        places[below].flatMap { from in places[role].map { (from: from, to: $0) } }
      }
    }
    let nodes = roles.map { role in
      LayeredPicture.Node(
        label: "\(catalog.roles[role].shortTitle) \(roleSizes[role])",
        href: href.to(catalog.roles[role].address),
        isMarked: role == marked)
    }
    return LayeredPicture(nodes, columns: columns, edges: edges)
  }

  /// The resources of a role beside its verbs, a square where it holds the permission; its list says the same in words.
  func appendVerbStrip(of role: Role, to html: inout [UInt8]) {
    let cells = role.permissions.indices.map { index in
      let parts = nameParts(catalog.permissions[index].name)
      return VerbStrip.Cell(resource: parts.group, verb: parts.verb)
    }
    let resources = cells.runs(cells.indices, by: \.resource).map(\.name)
    guard (2...24).contains(resources.count) else { return }
    var counts: [String: Int] = [:]
    for cell in cells { counts[cell.verb, default: 0] += 1 }
    let verbs = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    guard (2...24).contains(verbs.count) else { return }
    VerbStrip(resources: resources, verbs: verbs, held: Set(cells)).append(to: &html)
  }
}

extension Role {
  /// The end of its id: `dataEditor` for `roles/bigquery.dataEditor`.
  fileprivate var shortTitle: String {
    let start = id.lastIndex { $0 == "." || $0 == "/" || $0 == ":" }.map(id.index(after:)) ?? id.startIndex
    return String(id[start...])
  }
}
