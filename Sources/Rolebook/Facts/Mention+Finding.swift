import Markdown

extension Mention {
  /// What the code spans and bold texts of one page name.
  struct Found: Sendable {
    var mentions: [Mention] = []
    var strangers: [Stranger] = []
    var titles: [WrittenTitle] = []

    init(mentions: [Mention] = [], strangers: [Stranger] = [], titles: [WrittenTitle] = []) {
      self.mentions = mentions
      self.strangers = strangers
      self.titles = titles
    }

    /// What is found on pages that follow one another.
    init(_ pages: [Found]) {
      mentions = pages.flatMap(\.mentions)
      strangers = pages.flatMap(\.strangers)
      titles = pages.flatMap(\.titles)
    }
  }

  /// Resolves the names that a page's text holds, declarations included.
  ///
  /// `bold` are the places where steps assign something by a bold text that no role bears.
  static func find(
    on index: Int, _ page: Page, _ facts: [Fact], bold: Set<Place>, names: NameIndex, hasRoles: Bool
  ) -> Found {
    var found = Found()
    guard !names.isEmpty else { return found }
    let declared = Set(facts.flatMap(declaredPlaces).map(\.span))
    let stated = page.kind == .concept ? [] : Set(facts.flatMap(statedPlaces).map(\.span))
    for node in page.document.nodes.indices {
      let element = page.document.nodes[node]
      switch element.kind {
      case .code where isCandidate(element, page):
        let name = page.code(node)
        if let target = names.target(ofCode: name.value, platform: page.platform) {
          let isDeclaration = declared.contains(element.span)
          found.mentions.append(
            Mention(target: target, page: index, node: node, place: name.place, isDeclaration: isDeclaration))
          if case .role(let role) = target, let title = WrittenTitle.beside(node, role, page, index) {
            found.titles.append(title)
          }
        } else if page.kind != .concept, !declared.contains(element.span), !stated.contains(element.span) {
          found.strangers.append(Stranger(name: name, page: index))
        }
      case .strong where hasRoles:
        let place = page.place(element.span)
        guard let role = names.role(title: page.document.plainText(node), platform: page.platform) else {
          if page.kind != .concept, bold.contains(place) || WrittenTitle.precedesRole(node, page.document) {
            found.titles.append(WrittenTitle(bold: node, role: nil, page, index))
          }
          continue
        }
        found.mentions.append(
          Mention(target: .role(role), page: index, node: node, place: place, isDeclaration: false))
      default: break
      }
    }
    return found
  }

  /// Only code with a dot, a slash or a colon in it can be an id worth looking up by default.
  private static func isCandidate(_ node: Node, _ page: Page) -> Bool {
    page.document.withBytes(of: node.literal) { text in
      text.count < 300
        && text.contains {
          $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":")
            || $0 == UInt8(ascii: "_")
        }
    }
  }

  private static func declaredPlaces(_ fact: Fact) -> [Place] {
    switch fact {
    case .permission(let declaration): [declaration.name.place]
    case .role(let declaration):
      [declaration.id.place] + declaration.entries.map(\.name.place)
        + declaration.conditions.map(\.entry.name.place)
    default: []
    }
  }

  /// Names that other rules look at where they stand.
  private static func statedPlaces(_ fact: Fact) -> [Place] {
    switch fact {
    case .permission(let declaration): declaration.seeAlso.map(\.place)
    case .requirement(let requirement): [requirement.permission.place]
    case .assignment(let assignment): [assignment.role.place]
    default: []
    }
  }
}

extension NameIndex {
  init(_ permissions: [Permission], _ roles: [Role]) {
    for (index, permission) in permissions.enumerated() {
      permissionIDs[permission.platform, default: [:]][permission.name] = index
    }
    for (index, role) in roles.enumerated() {
      roleIDs[role.platform, default: [:]][role.id] = index
      if let title = role.declaration.title?.value {
        roleTitles[role.platform, default: [:]][title, default: []].append(index)
      }
    }
  }

  var isEmpty: Bool { permissionIDs.isEmpty && roleIDs.isEmpty }

  /// What a code span names.
  func target(ofCode text: String, platform: String?) -> Mention.Target? {
    if let permission = permission(text, platform: platform) ?? permission(text, platform: nil) {
      return .permission(permission)
    }
    return (role(id: text, platform: platform) ?? role(id: text, platform: nil)).map { .role($0) }
  }

  /// The role that an assignment names by id or title.
  func role(_ idOrTitle: String, platform: String?) -> Int? {
    role(id: idOrTitle, platform: platform) ?? role(title: idOrTitle, platform: platform)
  }
}
