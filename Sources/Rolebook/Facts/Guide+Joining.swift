import Markdown

extension Guide {
  /// Joins what a guide's page states with the catalog's roles.
  init(joining facts: [Fact], of page: Page, at index: Int, names: NameIndex, roles: [Role], count: Int) {
    self.page = index
    task = page.frontMatter.task?.value
    let stated = GuideFacts(facts)
    requirements = stated.requirements.filter(\.options.isEmpty)
    claims = stated.claims
    steps = stated.steps
    script = Script(
      dialect: page.dialect ?? .postgres, blocks: stated.blocks, existing: page.frontMatter.existing)
    assignments = stated.assignments
    options = Self.options(page, stated)
    let grants = Grants(stated, script, names: names, roles: roles, platform: page.platform, count: count)
    let choices = Self.choices(page.frontMatter.options)
    combinations = choices.map { grants.combination($0, required: stated) }
    access = script.access(for: choices.isEmpty ? [[]] : choices)
    given =
      (stated.assignments + stated.repetitions).compactMap {
        GivenRole($0, names, platform: page.platform)
      } + GivenRole.readAll(script, names, platform: page.platform)
    unplacedOptions = stated.unplacedOptions
    hasLostSection = !unplacedOptions.isEmpty && stated.hasFactOfNoOption(below: page.headings)
  }

  private static func options(_ page: Page, _ stated: GuideFacts) -> [GuideOption] {
    guard !page.frontMatter.options.isEmpty else {
      return [GuideOption(declaration: nil, permissions: [], roles: stated.assignments)]
    }
    return page.frontMatter.options.map { option in
      GuideOption(
        declaration: option,
        permissions: stated.requirements.filter { $0.options.names.contains(option.id.value) },
        roles: stated.assignments.filter { $0.options.isEmpty || $0.options.names.contains(option.id.value) })
    }
  }

  /// Every way to take one option of each group. Where there are too many of them, each option once, beside the
  /// first ones of the other groups.
  private static func choices(_ options: [OptionDeclaration]) -> [[String]] {
    let groups = groups(options).map(\.options)
    guard !isJudgedInPart(options) else {
      let firsts = groups.map { $0[0] }
      return [firsts]
        + groups.enumerated().flatMap { index, group in
          group.dropFirst().map { firsts[..<index] + [$0] + firsts[(index + 1)...] }
        }
    }
    return groups.reduce([[]]) { choices, group in
      choices.flatMap { choice in group.map { choice + [$0] } }
    }
  }

  static let choiceLimit = 64

  /// Whether options combine in more ways than are all judged.
  static func isJudgedInPart(_ options: [OptionDeclaration]) -> Bool {
    var count = 1
    for group in groups(options) {
      count *= group.options.count
      if count > choiceLimit { return true }
    }
    return false
  }

  private static func groups(_ options: [OptionDeclaration]) -> [(name: String, options: [String])] {
    var groups: [(name: String, options: [String])] = []
    for option in options {
      if let index = groups.firstIndex(where: { $0.name == option.group }) {
        groups[index].options.append(option.id.value)
      } else {
        groups.append((option.group, [option.id.value]))
      }
    }
    return groups
  }
}

/// The facts of one guide, by kind.
private struct GuideFacts {
  var requirements: [Requirement] = []
  var assignments: [RoleAssignment] = []
  var claims: [Claim] = []
  var steps: [Step] = []
  var blocks: [ScriptBlock] = []
  /// The assignments of steps where a table speaks for their option.
  var repetitions: [RoleAssignment] = []
  var unplacedOptions: [UnplacedOption] = []

  init(_ facts: [Fact]) {
    for fact in facts {
      switch fact {
      case .requirement(let requirement): requirements.append(requirement)
      case .assignment(let assignment): assignments.append(assignment)
      case .claim(let claim): claims.append(claim)
      case .step(let step): steps.append(step)
      case .script(let block): blocks.append(block)
      case .unplacedOption(let option): unplacedOptions.append(option)
      default: break
      }
    }
    let tabled = assignments.filter { $0.origin == .table }.map(\.options)
    // Where a table says which roles an option assigns, its steps only repeat it.
    func isRepetition(_ assignment: RoleAssignment) -> Bool {
      assignment.origin == .step
        && tabled.contains {
          $0.isEmpty || assignment.options.isEmpty
            || !Set($0.names).isDisjoint(with: assignment.options.names)
        }
    }
    repetitions = assignments.filter(isRepetition)
    assignments.removeAll(where: isRepetition)
  }

  /// Whether something below a heading of the text is said of no option.
  func hasFactOfNoOption(below headings: [Heading]) -> Bool {
    guard let first = headings.first(where: { $0.level > 1 })?.span.start else { return false }
    let free =
      requirements.filter(\.options.isEmpty).map(\.permission.place)
      + (assignments + repetitions).filter(\.options.isEmpty).map(\.role.place)
      + blocks.filter(\.options.isEmpty).map(\.place)
    return free.contains { $0.span.start > first }
  }
}

/// What the options of a guide grant, on which securable.
private struct Grants {
  private let facts: GuideFacts
  private let script: Script
  private let names: NameIndex
  private let roles: [Role]
  private let platform: String?
  private let count: Int

  init(
    _ facts: GuideFacts, _ script: Script, names: NameIndex, roles: [Role], platform: String?, count: Int
  ) {
    self.facts = facts
    self.script = script
    self.names = names
    self.roles = roles
    self.platform = platform
    self.count = count
  }

  typealias BySecurable = [Securable: PermissionSet]

  func combination(_ chosen: [String], required facts: GuideFacts) -> Combination {
    let own = facts.requirements.filter { !$0.options.isEmpty && $0.options.holds(for: chosen) }
    let task = facts.requirements.filter(\.options.isEmpty)
    let granted = granted(chosen, own)
    let lists = task.isEmpty && own.isEmpty ? alternatives : [(OptionScope(), task.isEmpty ? own : task)]
    let measured = lists.map { measure($0.requirements, of: $0.options, granted, chosen) }
    let best = measured.min { $0.fits(betterThan: $1) }
    return Combination(
      options: chosen, coverage: best?.coverage ?? coverage(granted, required: [:]),
      setsOwnRequirements: task.isEmpty && !own.isEmpty, alternatives: measured)
  }

  /// The permission lists of options, each of which is a way to meet the task.
  private var alternatives: [(options: OptionScope, requirements: [Requirement])] {
    let scopes = Set(facts.requirements.map(\.options))
    return scopes.sorted { $0.names.joined() < $1.names.joined() }
      .map { scope in (scope, facts.requirements.filter { $0.options == scope }) }
  }

  private func measure(
    _ requirements: [Requirement], of options: OptionScope, _ granted: BySecurable, _ chosen: [String]
  ) -> MeasuredList {
    let required = bySecurable(requirements)
    var granted = granted
    addOwnership(&granted, of: required, chosen)
    return MeasuredList(options: options, coverage: coverage(granted, required: required))
  }

  private func granted(_ chosen: [String], _ own: [Requirement]) -> BySecurable {
    var granted = bySecurable(own)
    for assignment in facts.assignments where assignment.options.holds(for: chosen) {
      guard let role = names.role(assignment.role.value, platform: platform) else { continue }
      add(roles[role].permissions, on: assignment.securable, to: &granted)
    }
    for statement in script.statements(options: chosen) {
      guard case .grant(let grant) = statement.effect else { continue }
      for privilege in grant.privileges {
        guard let role = names.role(id: privilege.value, platform: platform) else { continue }
        for securable in grant.securables { add(roles[role].permissions, on: securable.value, to: &granted) }
      }
    }
    return granted
  }

  /// Who may create datasets owns those that the task creates: BigQuery makes the creator a Data Owner.
  private func addOwnership(_ granted: inout BySecurable, of required: BySecurable, _ chosen: [String]) {
    guard let create = names.permission("bigquery.datasets.create", platform: platform),
      granted[.project]?.contains(create) == true,
      let owner = names.role(id: "roles/bigquery.dataOwner", platform: platform)
    else { return }
    let known = Set(script.objects(options: chosen).map { Securable(.dataset, $0.name) })
    for securable in required.keys where securable.kind == .dataset && !known.contains(securable) {
      add(roles[owner].permissions, on: securable, to: &granted)
    }
  }

  private func bySecurable(_ requirements: [Requirement]) -> BySecurable {
    var result: BySecurable = [:]
    for requirement in requirements {
      guard let permission = names.permission(requirement.permission.value, platform: platform) else {
        continue
      }
      var set = PermissionSet(capacity: count)
      set.insert(permission)
      add(set, on: requirement.securable, to: &result)
    }
    return result
  }

  private func add(_ set: PermissionSet, on securable: Securable, to sets: inout BySecurable) {
    sets[securable] = sets[securable].map { $0.union(set) } ?? set
  }

  private func coverage(_ granted: BySecurable, required: BySecurable) -> [Coverage] {
    let empty = PermissionSet(capacity: count)
    return Set(granted.keys).union(required.keys).sorted().map { securable in
      let effective = granted.filter { $0.key.covers(securable) }.values.reduce(empty) { $0.union($1) }
      let needed = required.filter { securable.covers($0.key) }.values.reduce(empty) { $0.union($1) }
      let here = granted[securable] ?? empty
      let asked = required[securable] ?? empty
      return Coverage(
        securable: securable, granted: here, required: asked, excess: here.subtracting(needed),
        missing: asked.subtracting(effective))
    }
  }
}
