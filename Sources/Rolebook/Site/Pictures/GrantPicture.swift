import Markdown

extension SitePlan {
  static let grantsAnchor = "rolebook-grants"

  /// Whether a guide's statements give something to somebody.
  func hasGrantPicture(_ guide: Int) -> Bool {
    grants[guide].grants.contains { $0.statement != nil && $0.grantee != nil }
  }

  /// Who gets what through whom in a guide's statements: users and roles on the left, what they may do on the right.
  func appendGrantPicture(ofGuide index: Int, to html: inout [UInt8]) {
    let given = grants[index].grants.filter { $0.statement != nil && $0.grantee != nil }
    var nodes: [LayeredPicture.Node] = []
    var places: [String: Int] = [:]
    func place(_ key: String, _ label: String) -> Int {
      if let place = places[key] { return place }
      nodes.append(LayeredPicture.Node(label: label, href: nil))
      places[key] = nodes.count - 1
      return nodes.count - 1
    }
    var edges: [(from: Int, to: Int)] = []
    var memberships: [(from: Int, to: Int)] = []
    for grant in given {
      let grantee = grant.grantee ?? ""
      let from = place("who " + grantee, grantee)
      if let role = grant.role {
        memberships.append((from, place("who " + role, role)))
      } else {
        edges.append((from, place("what " + grant.securable.text, grant.securable.text)))
      }
    }
    let columns = Self.columns(of: nodes.count, memberships, edges)
    let distinct = Set((memberships + edges).map { [$0.from, $0.to] }).sorted {
      ($0[0], $0[1]) < ($1[0], $1[1])
    }
    html.appendHeading(say("grants"), id: Self.grantsAnchor)
    html.appendParagraph(say("grants-words"))
    LayeredPicture(nodes, columns: columns, edges: distinct.map { (from: $0[0], to: $0[1]) })
      .append(say("grants"), to: &html)
    appendRights(given, to: &html)
  }

  /// A member stands left of its roles, and all that is granted in the last column.
  private static func columns(
    of count: Int, _ memberships: [(from: Int, to: Int)], _ edges: [(from: Int, to: Int)]
  ) -> [Int] {
    var columns = [Int](repeating: 0, count: count)
    // A chain of roles is no longer than there are nodes; a circle of them ends here too.
    for _ in 0..<min(count, 8) {
      for membership in memberships {
        columns[membership.to] = max(columns[membership.to], min(columns[membership.from] + 1, 7))
      }
    }
    let last = (columns.max() ?? 0) + 1
    for edge in edges { columns[edge.to] = last }
    return columns
  }

  /// The same in words: a line for each right, under who has it.
  private func appendRights(_ given: [GuideGrants.Grant], to html: inout [UInt8]) {
    html.append("<details>\n<summary>")
    html.append(escaping: say("in-words"))
    html.append("</summary>\n<dl class=\"groups\">\n")
    for grantee in Set(given.compactMap(\.grantee)).sorted() {
      html.append("<div><dt>")
      html.append(escaping: grantee)
      html.append("</dt>")
      for line in Set(given.filter { $0.grantee == grantee }.map(words(for:))).sorted() {
        html.append("<dd>")
        html.append(escaping: line)
        html.append("</dd>")
      }
      html.append("</div>\n")
    }
    html.append("</dl>\n</details>\n")
  }

  private func words(for grant: GuideGrants.Grant) -> String {
    if let role = grant.role { return say("member-of", ["role": role]) }
    return say(
      "right-on", ["privileges": grant.privileges.joined(separator: ", "), "object": grant.securable.text])
  }
}
