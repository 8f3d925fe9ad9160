import Markdown

@testable import Rolebook

/// A small catalog made by hand: one platform, four permissions, two roles, a guide and its older version.
///
/// `content/notes.md` has a hostile title and text.
struct SampleCatalog {
  static let texts: KeyValuePairs = [
    "bigquery/classic.md": "# Setup, classic\n\nAssign **BigQuery Admin**.\n",
    "bigquery/permissions.md": """
    Declared here.

    ## Tables

    | Permission | Description |
    | --- | --- |
    | `bigquery.jobs.create` | Run jobs |
    | `bigquery.tables.get` | See a table |
    | `bigquery.tables.getData` | Read a table; see `bigquery.tables.get` |

    """,
    "bigquery/roles.md": """
    ## `roles/bigquery.admin`

    - `bigquery.*`

    ## `roles/bigquery.user`

    - `bigquery.jobs.*`
    - `bigquery.config.get`

    """,
    "bigquery/setup.md": """
    Assign `roles/bigquery.user`, then see [the notes](../notes.md).

    ```sql
    GRANT SELECT ON TABLE sales.orders TO reader;
    ```

    It needs `bigquery.jobs.create`.

    """,
    "notes.md": "Beware of <script>alert(1)</script> & co.\n",
  ]

  var settings = Settings()
  let files: [SourceFile]

  init(baseURL: String? = nil, editURL: String? = nil) {
    settings.title = "Handbook"
    settings.baseURL = baseURL
    settings.editURL = editURL
    settings.platforms["bigquery"] = Platform()
    settings.platforms["bigquery"]?.title = "BigQuery"
    files = Self.texts.map { path, text in
      SourceFile(path: "content/\(path)", role: .page, bytes: Array(text.utf8))
    }
  }

  /// Where the text stands in the file, the `number`th time.
  func place(_ text: String, in file: Int, number: Int = 1) -> Place {
    let bytes = files[file].text.bytes
    let wanted = Array(text.utf8)
    let starts = bytes.indices.filter { bytes[$0...].starts(with: wanted) }
    return Place(FileID(file), Span(starts[number - 1], starts[number - 1] + wanted.count))
  }

  func located(_ text: String, in file: Int, number: Int = 1) -> Located<String> {
    Located(text, place(text, in: file, number: number))
  }

  private var successors: [PageLink.Target?] {
    pages.map { page in
      let name = page.frontMatter.supersededBy?.value
      return pages.firstIndex { name != nil && $0.path.hasSuffix("/\(name ?? "")") }.map {
        .page($0, anchor: nil)
      }
    }
  }

  var catalog: Catalog {
    Catalog(
      settings: settings, files: files, pages: pages, facts: facts, permissions: permissions, roles: roles,
      guides: guides, completeServices: [:], names: names,
      links: LinkIndex(links: links, successors: successors),
      mentions: mentions, strangers: [],
      redirects: [
        Redirect(from: located("# Setup", in: 0).mapped("/old/setup/"), to: "/bigquery/setup/"),
        Redirect(from: located("# Setup", in: 0).mapped("/../outside/"), to: "/bigquery/setup/"),
      ])
  }

  /// One finding, which an author allows.
  private var findings: [FindingRecord] {
    [
      FindingRecord(
        rule: "redundant-role", severity: "warning", status: "suppressed",
        message: "`roles/bigquery.user` adds nothing", help: nil,
        fingerprint: String(repeating: "a", count: 32),
        place: place("roles/bigquery.user", in: 3),
        related: [FindingRecord.Note(message: "held here too", place: place("roles/bigquery.user", in: 2))],
        cure: FindingRecord.Cure(
          isSafe: true, changes: [(place: place("roles/bigquery.user", in: 3), text: "roles/bigquery.admin")])
      )
    ]
  }

  func site(templates: [SourceFile] = [], commitDates: [String: String] = [:]) -> Site {
    Site(
      of: catalog, findings: findings, templates: Templates(files: templates), commitDates: commitDates)
  }
}

extension SampleCatalog {
  private var pages: [Page] {
    files.indices.map { index in
      let path = String(files[index].path.dropFirst("content/".count))
      let document = Document(parsing: files[index].text)
      var frontMatter = FrontMatter()
      let titles = ["Setup, classic", "Permissions", "Roles", "Setup", "Notes & <i>tricks</i>"]
      frontMatter.title = Located(titles[index], Place(FileID(index), Span(0, 0)))
      if index < 4 { frontMatter.platform = Located("bigquery", Place(FileID(index), Span(0, 0))) }
      if index == 0 {
        frontMatter.status = Located(.superseded, Place(0, Span(0, 0)))
        frontMatter.supersededBy = Located("setup.md", Place(0, Span(0, 0)))
      }
      let kinds: [FrontMatter.Kind] = [.guide, .reference, .reference, .guide, .concept]
      return Page(
        Page.Parts(
          file: FileID(index), path: path, address: "/\(path.dropLast(3))/", frontMatter: frontMatter,
          blob: BlobID(of: files[index].text.bytes), document: document,
          headings: headings(of: document), kind: kinds[index]))
    }
  }

  private func headings(of document: Document) -> [Heading] {
    document.nodes.indices.filter { document.nodes[$0].kind == .heading }.map { node in
      let text = document.plainText(node)
      return Heading(
        node: node, level: document.nodes[node].level, text: text, anchor: text.lowercased(),
        span: document.nodes[node].span)
    }
  }

  private func declaration(_ name: String, _ description: String, seeAlso: [Located<String>] = [])
    -> PermissionDeclaration
  {
    let name = located(name, in: 1)
    return PermissionDeclaration(
      platform: "bigquery", name: name,
      stages: name.value.hasSuffix("getData") ? [Located(.beta, name.place)] : [],
      description: Passage(text: description, place: place(description, in: 1), nodes: []), seeAlso: seeAlso)
  }

  private var declarations: [PermissionDeclaration] {
    [
      declaration("bigquery.jobs.create", "Run jobs"),
      declaration("bigquery.tables.get", "See a table"),
      declaration(
        "bigquery.tables.getData", "Read a table",
        seeAlso: [located("bigquery.tables.get", in: 1, number: 3)]),
    ]
  }

  private var admin: RoleDeclaration {
    RoleDeclaration(
      platform: "bigquery", origin: .section, id: located("roles/bigquery.admin", in: 2),
      title: located("roles/bigquery.admin", in: 2).mapped("BigQuery Admin"), kind: nil, stages: [],
      description: nil, lowestResource: nil,
      entries: [RoleEntry(kind: .pattern, name: located("bigquery.*", in: 2))])
  }

  private var user: RoleDeclaration {
    RoleDeclaration(
      platform: "bigquery", origin: .section, id: located("roles/bigquery.user", in: 2),
      title: located("roles/bigquery.user", in: 2).mapped("BigQuery User"),
      kind: Located(.predefined, place("roles/bigquery.user", in: 2)), stages: [], description: nil,
      lowestResource: located("roles/bigquery.user", in: 2).mapped("Dataset"),
      entries: [
        RoleEntry(kind: .pattern, name: located("bigquery.jobs.*", in: 2)),
        RoleEntry(kind: .pattern, name: located("bigquery.config.get", in: 2)),
      ])
  }

  private var assignment: RoleAssignment {
    RoleAssignment(
      role: located("roles/bigquery.user", in: 3), title: nil, securable: .project, options: [],
      origin: .table)
  }

  private var oldAssignment: RoleAssignment {
    RoleAssignment(
      role: located("BigQuery Admin", in: 0), title: nil, securable: .project, options: [], origin: .step)
  }

  private var requirement: Requirement {
    Requirement(
      permission: located("bigquery.jobs.create", in: 3), securable: .project, purpose: "Run queries",
      options: [])
  }

  private var block: ScriptBlock {
    let text = "GRANT SELECT ON TABLE sales.orders TO reader"
    let place = place(text, in: 3)
    func name(_ value: String) -> SQLName { SQLName(value: value, place: place, isPlaceholder: false) }
    let grant = SQLGrant(
      privileges: [name("SELECT")], securables: [Located(Securable(.table, "sales.orders"), place)],
      grantees: [name("reader")], includesFutureTables: false)
    let statement = SQLStatement(effect: .grant(grant), text: text, place: place, end: .terminator)
    return ScriptBlock(options: [], database: nil, statements: [statement], dialect: nil, place: place)
  }

  private var facts: [[Fact]] {
    [
      [.assignment(oldAssignment)], declarations.map(Fact.permission), [.role(admin), .role(user)],
      [.assignment(assignment), .requirement(requirement), .script(block)], [],
    ]
  }

  private var permissions: [Permission] {
    let names = ["bigquery.config.get"] + declarations.map(\.name.value)
    return names.enumerated().map { index, name in
      var permission = Permission(
        platform: "bigquery", name: name, declarations: index == 0 ? [] : [declarations[index - 1]],
        fileName: name)
      permission.holders = [Holder(role: 0, entries: [0])]
      if index < 2 { permission.holders.append(Holder(role: 1, entries: [1 - index])) }
      if index == 1 {
        permission.requiredBy = [1]
        permission.usedBy = [1]
        permission.mentions = [2]
      }
      return permission
    }
  }

  private func role(_ declaration: RoleDeclaration, _ held: Range<Int>, _ expansion: [Int]) -> Role {
    var permissions = PermissionSet(capacity: 4)
    for index in held { permissions.insert(index) }
    return Role(
      platform: "bigquery", id: declaration.id.value, declarations: [declaration],
      entries: declaration.entries, permissions: permissions, expansion: expansion,
      fileName: String(declaration.id.value.dropFirst(6)))
  }

  private var roles: [Role] {
    var roles = [role(admin, 0..<4, [4]), role(user, 0..<2, [1, 1])]
    roles[0].subsets = [1]
    roles[1].supersets = [0]
    roles[1].usedBy = [1]
    roles[1].mentions = [1]
    return roles
  }

  private var guides: [Guide] {
    [guide(page: 0, roles: [oldAssignment]), guide(page: 3, roles: [assignment])]
  }

  private func guide(page: Int, roles: [RoleAssignment]) -> Guide {
    var granted = PermissionSet(capacity: 4)
    granted.insert(0)
    granted.insert(1)
    var required = PermissionSet(capacity: 4)
    required.insert(1)
    let coverage = Coverage(
      securable: .project, granted: granted, required: required, excess: granted.subtracting(required),
      missing: PermissionSet(capacity: 4))
    return Guide(
      page: page, task: "setup", options: [GuideOption(declaration: nil, permissions: [], roles: roles)],
      requirements: page == 3 ? [requirement] : [], assignments: roles, claims: [],
      steps: [Step(number: 1, text: "Assign the role.", place: roles[0].role.place, node: 0)],
      combinations: [
        Combination(options: [], coverage: page == 3 ? [coverage] : [], setsOwnRequirements: false)
      ],
      script: Script(dialect: .bigquery, blocks: page == 3 ? [block] : [], existing: []), access: [])
  }

  private var names: NameIndex {
    var names = NameIndex()
    names.permissionIDs["bigquery"] = [
      "bigquery.config.get": 0, "bigquery.jobs.create": 1, "bigquery.tables.get": 2,
      "bigquery.tables.getData": 3,
    ]
    names.roleIDs["bigquery"] = ["roles/bigquery.admin": 0, "roles/bigquery.user": 1]
    names.roleTitles["bigquery"] = ["BigQuery Admin": [0], "BigQuery User": [1]]
    return names
  }

  private func node(_ kind: Node.Kind, in file: Int, number: Int = 0) -> Int {
    let nodes = Document(parsing: files[file].text).nodes
    return nodes.indices.filter { nodes[$0].kind == kind }[number]
  }

  private var links: [[PageLink]] {
    let link = PageLink(
      node: node(.link, in: 3), target: .page(4, anchor: nil),
      place: place("[the notes](../notes.md)", in: 3))
    return [[], [], [], [link], []]
  }

  private var mentions: [Mention] {
    [
      Mention(
        target: .permission(2), page: 1, node: node(.code, in: 1, number: 1),
        place: place("bigquery.tables.get", in: 1), isDeclaration: true),
      Mention(
        target: .role(1), page: 3, node: node(.code, in: 3), place: place("roles/bigquery.user", in: 3),
        isDeclaration: false),
      Mention(
        target: .permission(1), page: 3, node: node(.code, in: 3, number: 1),
        place: place("bigquery.jobs.create", in: 3), isDeclaration: false),
    ]
  }
}

extension Located where Value == String {
  /// Another text at the same place.
  fileprivate func mapped(_ value: String) -> Located<String> { Located(value, place) }
}

extension Site {
  /// The text of one file; empty where there is none.
  func text(_ path: String) -> String {
    var bytes: [UInt8] = []
    files.first { $0.path == path }?.render(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
