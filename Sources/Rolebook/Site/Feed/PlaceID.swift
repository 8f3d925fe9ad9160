/// Names for the places where facts are written, made of the file and the fact's own name, never of lines:
/// `content/bigquery/roles.md#roles/bigquery.user:bigquery.jobs.create`.
///
/// A name that a file has several times is followed by `~2`, `~3`, … in reading order.
struct PlaceIDs: Sendable {
  private let paths: [String]
  /// The places whose name is not the first of its kind in the file.
  private var repeats: [Place: Int] = [:]
  /// Where roles are assigned; a step's bold words are no assignment unless they name a role.
  private let assignments: Set<Place>

  init(_ catalog: Catalog) {
    paths = catalog.files.map(\.path)
    assignments = Set(catalog.guides.flatMap { $0.assignments.map(\.role.place) })
    for facts in catalog.facts {
      var counts: [String: Int] = [:]
      for (name, place) in facts.flatMap(names) {
        let count = counts[name, default: 0] + 1
        counts[name] = count
        if count > 1 { repeats[place] = count }
      }
    }
  }

  /// Every place that a fact is written at, in the order of facts.
  func all(of facts: [Fact]) -> [(id: String, place: Place)] {
    facts.flatMap { fact in
      var places = names(fact).map { (id: id($0.name, $0.place), place: $0.place) }
      if case .role(let role) = fact {
        places += zip(entries(of: role), role.allEntries).map { (id: $0, place: $1.name.place) }
      }
      return places
    }
  }

  /// How many places these facts are written at.
  func count(of facts: [Fact]) -> Int {
    facts.reduce(0) { count, fact in
      switch fact {
      case .role(let role): count + 1 + role.allEntries.count
      case .script(let block): count + block.statements.count(where: \.grantsAccess)
      case .permission, .requirement, .claim: count + 1
      case .assignment: count + (isStated(fact) ? 1 : 0)
      case .step, .stepReference, .table, .chain, .unknownOption, .unplacedOption: count
      }
    }
  }

  func id(of declaration: PermissionDeclaration) -> String {
    id(declaration.name.value, declaration.name.place)
  }

  func id(of role: RoleDeclaration) -> String { id(role.id.value, role.id.place) }

  /// Beside all of the role's entries.
  func entries(of role: RoleDeclaration) -> [String] {
    let prefix = id(of: role) + ":"
    var counts: [String: Int] = [:]
    return role.allEntries.map { entry in
      let count = counts[entry.name.value, default: 0] + 1
      counts[entry.name.value] = count
      return prefix + entry.name.value + (count > 1 ? "~\(count)" : "")
    }
  }

  func id(of requirement: Requirement) -> String {
    id(Self.name(of: requirement), requirement.permission.place)
  }
  func id(of assignment: RoleAssignment) -> String { id(Self.name(of: assignment), assignment.role.place) }
  func id(of claim: Claim) -> String { id(Self.name(of: claim), claim.row) }

  func id(of statement: SQLStatement, options: OptionScope) -> String {
    id(Self.scoped(options, statement.text), statement.place)
  }

  private func id(_ name: String, _ place: Place) -> String {
    let id = "\(paths[Int(place.file)])#\(name)"
    guard let count = repeats[place] else { return id }
    return "\(id)~\(count)"
  }

  /// Whether the catalog took this for a fact.
  func isStated(_ fact: Fact) -> Bool {
    guard case .assignment(let assignment) = fact else { return true }
    return assignments.contains(assignment.role.place)
  }

  private func names(_ fact: Fact) -> [(name: String, place: Place)] {
    guard isStated(fact) else { return [] }
    return switch fact {
    case .permission(let permission): [(permission.name.value, permission.name.place)]
    case .role(let role): [(role.id.value, role.id.place)]
    case .requirement(let requirement): [(Self.name(of: requirement), requirement.permission.place)]
    case .assignment(let assignment): [(Self.name(of: assignment), assignment.role.place)]
    case .claim(let claim): [(Self.name(of: claim), claim.row)]
    case .script(let block):
      block.statements.filter(\.grantsAccess).map { (Self.scoped(block.options, $0.text), $0.place) }
    case .step, .stepReference, .table, .chain, .unknownOption, .unplacedOption: []
    }
  }

  private static func name(of requirement: Requirement) -> String {
    scoped(requirement.options, "\(requirement.permission.value):\(requirement.securable.text)")
  }

  private static func name(of assignment: RoleAssignment) -> String {
    scoped(assignment.options, "\(assignment.role.value):\(assignment.securable.text)")
  }

  private static func name(of claim: Claim) -> String {
    scoped(claim.options, "\(claim.grantee.value):\(claim.access.value.text):\(claim.object.value.text)")
  }

  private static func scoped(_ options: OptionScope, _ name: String) -> String {
    options.isEmpty ? name : options.names.joined(separator: ",") + ":" + name
  }
}

extension RoleDeclaration {
  /// What it lists, then what it holds under a condition only.
  var allEntries: [RoleEntry] { conditions.isEmpty ? entries : entries + conditions.map(\.entry) }
}

extension SQLStatement {
  /// Whether it gives anyone a right or a role.
  var grantsAccess: Bool {
    switch effect {
    case .grant, .grantRole: true
    case .defaultPrivileges(let statement): !statement.isRevoke
    default: false
    }
  }
}
