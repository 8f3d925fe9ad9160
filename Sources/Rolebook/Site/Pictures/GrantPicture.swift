import Markdown

extension SitePlan {
  static let grantsAnchor = "rolebook-grants"

  /// Who gets what through whom in a guide's statements, when all have run: users and roles on the left, what they may
  /// do on the right. Nothing where the statements give nothing.
  func appendGrantPicture(_ given: GivenAccess, to html: inout [UInt8]) {
    html.appendHeading(say("grants"), id: Self.grantsAnchor)
    html.appendParagraph(say("grants-words"))
    picture(of: given).append(say("grants"), to: &html)
    appendRights(given, to: &html)
  }

  private func picture(of given: GivenAccess) -> LayeredPicture {
    let people = Set(given.rights.keys.map(\.grantee)).union(
      given.memberships.keys.flatMap { [$0.member, $0.role] })
    let names = people.sorted()
    let things = Set(given.rights.keys.map(\.securable)).sorted()
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let thingPlaces = Dictionary(uniqueKeysWithValues: things.enumerated().map { ($1, names.count + $0) })
    let memberships = given.memberships.keys.compactMap { membership in
      places[membership.member].flatMap { from in places[membership.role].map { (from: from, to: $0) } }
    }
    let rights = Set(given.rights.keys.map { [places[$0.grantee] ?? 0, thingPlaces[$0.securable] ?? 0] })
      .map { (from: $0[0], to: $0[1]) }
    let edges = (memberships + rights).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    let nodes = (names + things.map(\.text)).map { LayeredPicture.Node(label: $0, href: nil) }
    return LayeredPicture(
      nodes, columns: Self.columns(of: nodes.count, memberships, people: names.count), edges: edges)
  }

  /// A member stands left of its roles, and all that is granted in the last column.
  private static func columns(
    of count: Int, _ memberships: [(from: Int, to: Int)], people: Int
  ) -> [Int] {
    var columns = [Int](repeating: 0, count: count)
    // A chain of roles is no longer than there are names; a circle of them ends here too.
    for _ in 0..<min(people, 8) {
      for membership in memberships {
        columns[membership.to] = max(columns[membership.to], min(columns[membership.from] + 1, 7))
      }
    }
    let last = (columns.max() ?? 0) + 1
    for thing in people..<count { columns[thing] = last }
    return columns
  }

  /// The same in words: a line for each right, under who has it.
  private func appendRights(_ given: GivenAccess, to html: inout [UInt8]) {
    html.append("<details>\n<summary>")
    html.append(escaping: say("in-words"))
    html.append("</summary>\n<dl class=\"groups\">\n")
    for (name, lines) in lines(of: given).sorted(by: { $0.key < $1.key }) {
      html.append("<div><dt>")
      html.append(escaping: name)
      html.append("</dt>")
      for line in lines.sorted() {
        html.append("<dd>")
        html.append(escaping: line)
        html.append("</dd>")
      }
      html.append("</div>\n")
    }
    html.append("</dl>\n</details>\n")
  }

  private func lines(of given: GivenAccess) -> [String: [String]] {
    var lines: [String: [String]] = [:]
    for (membership, options) in given.memberships {
      lines[membership.member, default: []].append(
        say("member-of", ["role": membership.role]) + given.words(options))
    }
    let grouped = Dictionary(grouping: given.rights) { right in
      [right.key.grantee, right.key.securable.text, given.words(right.value)]
    }
    for (key, rights) in grouped {
      let privileges = rights.map(\.key.privilege).sorted().joined(separator: ", ")
      lines[key[0], default: []].append(
        say("right-on", ["privileges": privileges, "object": key[1]]) + key[2])
    }
    return lines
  }
}

/// What a guide's statements give when all of them have run, revocations done, and for which of its options.
struct GivenAccess {
  struct Membership: Hashable {
    let member: String
    let role: String
  }

  struct Right: Hashable {
    let grantee: String
    let privilege: String
    let securable: Securable
  }

  /// With the options that all choices share that lead to it; none where every choice does.
  private(set) var memberships: [Membership: Set<String>] = [:]
  private(set) var rights: [Right: Set<String>] = [:]
  private let titles: [String: String]

  /// Nil for a guide whose statements give nothing to anybody with a name.
  init?(_ guide: Guide) {
    titles = Dictionary(
      guide.options.compactMap { option in option.declaration.map { (option.id, $0.title) } },
      uniquingKeysWith: { $1 })
    let all = guide.access.flatMap(\.choices).count
    for access in guide.access {
      let options = Self.shared(access.choices, all)
      for membership in access.granted.memberships {
        let key = Membership(member: membership.member, role: membership.role)
        memberships[key] = memberships[key].map { $0.intersection(options) } ?? options
      }
      for grantee in access.grantees where !grantee.isEmpty {
        for right in access.granted.ownRights(of: grantee) {
          let key = Right(grantee: grantee, privilege: right.privilege, securable: right.securable)
          rights[key] = rights[key].map { $0.intersection(options) } ?? options
        }
      }
    }
    if rights.isEmpty { return nil }
  }

  /// ` (A whole schema)`; nothing where the right does not depend on an option.
  func words(_ options: Set<String>) -> String {
    let names = options.map { titles[$0] ?? $0 }.sorted()
    return names.isEmpty ? "" : " (\(names.joined(separator: " + ")))"
  }

  /// The options that are in all of these choices; none where these are all choices there are.
  private static func shared(_ choices: [[String]], _ all: Int) -> Set<String> {
    if choices.count == all { return [] }
    return choices.dropFirst().reduce(Set(choices.first ?? [])) { $0.intersection($1) }
  }
}
