import Markdown
import Rolebook

/// Every place of a clean site that names a permission, a role or a role's title.
struct Statements: Sendable {
  private(set) var all: [Statement] = []
  private var byName: [String: [Int]] = [:]

  init(_ catalog: Catalog) {
    for page in catalog.pages.indices {
      for fact in catalog.facts[page] { add(fact, on: catalog.pages[page], catalog) }
    }
    let taken = Set(all.map(\.place))
    for mention in catalog.mentions where !mention.isDeclaration && !taken.contains(mention.place) {
      add(mention, catalog)
    }
  }

  func of(_ name: String) -> [Statement] { (byName[name] ?? []).map { all[$0] } }

  /// The other places that name the same thing, but for concept pages, whose code spans may name anything.
  func others(than statement: Statement) -> [Statement] {
    of(statement.name).filter {
      $0.place != statement.place && $0.isRead && $0.platform == statement.platform
    }
  }

  private mutating func add(_ statement: Statement) {
    byName[statement.name, default: []].append(all.count)
    all.append(statement)
  }

  private mutating func add(_ fact: Fact, on page: Page, _ catalog: Catalog) {
    func statement(_ name: Located<String>, _ form: Statement.Form, of owner: String) -> Statement {
      Statement(
        name: name.value, form: form, place: name.place, owner: owner, platform: page.platform ?? "",
        isRead: page.kind != .concept, isCurrent: !page.isSuperseded)
    }
    switch fact {
    case .permission(let permission):
      add(statement(permission.name, .permission, of: page.path))
      for other in permission.seeAlso { add(statement(other, .seeAlso, of: permission.name.value)) }
    case .role(let role):
      add(statement(role.id, .role, of: page.path))
      role.title.map { add(statement($0, .title, of: role.id.value)) }
      for entry in role.entries { add(statement(entry.name, Statement.Form(entry), of: role.id.value)) }
    case .requirement(let requirement):
      add(statement(requirement.permission, .requirement, of: page.path))
    case .assignment(let assignment):
      guard let role = catalog.names.role(assignment.role.value, on: page) else { return }
      add(statement(assignment.role, .assignment, of: catalog.roles[role].id))
      assignment.title.map { add(statement($0, .assignedTitle, of: catalog.roles[role].id)) }
    case .script(let block):
      for name in block.statements.flatMap(\.privileges) where catalog.names.role(name.value, on: page) != nil
      {
        add(statement(Located(name.value, name.place), .script, of: page.path))
      }
    case .claim, .step, .stepReference, .table, .chain, .unknownOption, .unplacedOption: break
    }
  }

  private mutating func add(_ mention: Mention, _ catalog: Catalog) {
    let page = catalog.pages[mention.page]
    let isTitle = page.document.nodes[mention.node].kind == .strong
    let document = page.document
    let name =
      isTitle ? document.plainText(mention.node) : document.string(document.nodes[mention.node].literal)
    add(
      Statement(
        name: name, form: .prose, place: mention.place, owner: page.path, platform: mention.platform(catalog),
        isRead: page.kind != .concept, isCurrent: !page.isSuperseded))
  }
}

/// One place that names a permission or a role.
struct Statement: Sendable {
  enum Form: String, Sendable {
    case permission = "a permission table"
    case seeAlso = "a description"
    case role = "a role's id"
    case title = "a role's title"
    case entry = "a role's list"
    case pattern = "a pattern"
    case inherited = "an inherited role"
    case requirement = "a guide's permission"
    case assignment = "a guide's role"
    case assignedTitle = "a guide's role title"
    case script = "a role in SQL"
    case prose = "prose"
  }

  let name: String
  let form: Form
  let place: Place
  /// What states it: the role that holds it, else the page.
  let owner: String
  let platform: String
  /// Whether its page states facts.
  let isRead: Bool
  let isCurrent: Bool
}

extension Statement.Form {
  fileprivate init(_ entry: RoleEntry) {
    self = entry.kind == .role ? .inherited : entry.hasWildcard ? .pattern : .entry
  }
}

extension Mention {
  fileprivate func platform(_ catalog: Catalog) -> String {
    switch target {
    case .permission(let index): catalog.permissions[index].platform
    case .role(let index): catalog.roles[index].platform
    }
  }
}

extension NameIndex {
  /// The role that a page names by id or title.
  func role(_ idOrTitle: String, on page: Page) -> Int? {
    role(id: idOrTitle, platform: page.platform) ?? role(title: idOrTitle, platform: page.platform)
  }
}

extension SQLStatement {
  /// What its GRANT gives; in BigQuery these are roles.
  var privileges: [SQLName] {
    guard case .grant(let grant) = effect else { return [] }
    return grant.privileges
  }
}
