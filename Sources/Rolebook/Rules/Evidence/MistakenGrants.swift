import Markdown

/// Statements that mean to give what claims lack and differ in one thing: the privilege, the grantee, or a letter
/// of a name. Such a claim and its statement have one fault between them.
struct MistakenGrants {
  /// What a statement gives in place of what a claim lacks.
  struct Mistake {
    enum Difference { case privilege, grantee, name }

    let right: UndocumentedRight
    let difference: Difference
    /// Whether another rule speaks of the statement: it names what nobody knows, or what no database accepts.
    let isKnown: Bool
  }

  private let unknownNames: Set<String>
  /// Where names stand of which other rules speak.
  private let misnamed: [FileID: [Place]]
  /// By the claim's row.
  private var mistakes: [Place: [Mistake]] = [:]
  /// The rows of claims that lack something that no such statement means to give.
  private var unexplained: Set<Place> = []
  /// What a statement is taken to be meant for, by the right that it gives.
  private var meaning: [UndocumentedRight.Key: String] = [:]
  private var meaningful: Set<Place> = []

  static let none = MistakenGrants([], [])

  /// `unknownNames` are those that other rules speak of, and `misnamed` are places where they speak of a name.
  init(
    _ access: [ScriptAccess], _ proofs: [ClaimProof], unknownNames: Set<String> = [], misnamed: [Place] = []
  ) {
    self.unknownNames = unknownNames
    self.misnamed = Dictionary(grouping: misnamed, by: \.file).mapValues {
      $0.sorted { $0.span.start < $1.span.start }
    }
    for access in access {
      for options in access.choices { add(access.granted, proofs, options) }
    }
  }

  /// The statement that means to give what a claim lacks.
  func mistake(for claim: Claim) -> Mistake? { mistakes[claim.row]?.first { !$0.isKnown } }

  /// Whether all that a claim lacks is what faulty statements mean to give of which other rules speak.
  func explains(_ claim: Claim) -> Bool {
    guard let mistakes = mistakes[claim.row] else { return false }
    return !unexplained.contains(claim.row) && mistakes.allSatisfy(\.isKnown)
  }

  /// Whether a claim that is not proved, or a name that nobody knows, speaks of a right already.
  func explain(_ right: UndocumentedRight) -> Bool { meaning[right.key] != nil || isUnknown(right) }

  /// Whether a statement gives somebody what is meant for a claim.
  func explains(_ statement: SQLStatement) -> Bool { meaningful.contains(statement.place) }

  private func isUnknown(_ right: UndocumentedRight) -> Bool {
    namesUnknown(right) || isMisnamed(right.statement.place)
  }

  private func namesUnknown(_ right: UndocumentedRight) -> Bool {
    right.allNames.contains(where: unknownNames.contains)
  }

  private func isMisnamed(_ statement: Place) -> Bool {
    guard let names = misnamed[statement.file] else { return false }
    let first = names.partitioningIndex { $0.span.start >= statement.span.start }
    return first < names.count && names[first].span.end <= statement.span.end
  }

  private mutating func add(_ access: GrantedAccess, _ proofs: [ClaimProof], _ options: [String]) {
    let lacking = proofs.compactMap { Lack($0, access, options) }
    guard !lacking.isEmpty else { return }
    let review = GrantReview(access, proofs, options: options)
    let rights = RightIndex(
      review.undocumented.map { .init($0, isKnown: isUnknown($0), isUnknown: namesUnknown($0)) }
        + review.refused.map { .init($0, isKnown: true, isUnknown: false) }
        + review.given.filter(isUnknown).map { .init($0, isKnown: true, isUnknown: namesUnknown($0)) })
    for lack in lacking {
      for gap in lack.gaps { add(lack, gap, rights) }
    }
  }

  private mutating func add(
    _ lack: Lack, _ gap: Proof.Gap, _ rights: RightIndex
  ) {
    let place = gap.need?.securable.text ?? gap.text
    let found = rights.near(lack, gap).compactMap { entry in
      lack.difference(of: entry, to: gap).map {
        Mistake(right: entry.right, difference: $0, isKnown: entry.isKnown)
      }
    }
    .filter { (meaning[$0.right.key] ?? place) == place }
    guard let mistake = found.first(where: { $0.difference != .grantee }) ?? found.first else {
      unexplained.insert(lack.claim.row)
      return
    }
    meaning[mistake.right.key] = place
    meaningful.insert(mistake.right.statement.place)
    mistakes[lack.claim.row, default: []].append(mistake)
  }
}

/// A claim that nothing proves, with what it lacks for a choice of options.
private struct Lack {
  let claim: Claim
  let gaps: [Proof.Gap]
  /// The claim's grantee, and the roles that it is a member of.
  let names: Set<String>
  let role: String
  private let isDatabricks: Bool

  init?(_ proof: ClaimProof, _ access: GrantedAccess, _ options: [String]) {
    guard let trial = proof.trials.first(where: { $0.options == options })?.proof,
      trial.verdict == .unproved, !trial.isInDoubt, !trial.otherGaps.isEmpty
    else { return nil }
    claim = proof.claim
    gaps = trial.otherGaps
    isDatabricks = access.dialect == .databricks
    names = Set(access.roles(of: access.name(for: claim.grantee.value)).map(\.name))
    role = access.name(for: claim.object.value.name)
  }

  /// In what alone a right differs from what is lacking; nil where it differs in more.
  func difference(of entry: RightIndex.Entry, to gap: Proof.Gap) -> MistakenGrants.Mistake.Difference? {
    let right = entry.right
    guard let need = gap.need else { return membership(right) }
    guard let securable = right.securable else { return nil }
    let isSamePrivilege = right.names.contains(need.privilege)
    let isSamePlace =
      securable.isSameThing(as: need.securable) || (isDatabricks && securable.holds(need.securable))
    switch (isSamePrivilege, names.contains(right.grantee), isSamePlace) {
    case (false, true, true): return .privilege
    case (true, false, true): return .grantee
    case (true, true, false) where securable.isSlip(of: need.securable): return .name
    case (true, true, false) where entry.isUnknown && securable.kind == need.securable.kind: return .name
    default: return nil
    }
  }

  private func membership(_ right: UndocumentedRight) -> MistakenGrants.Mistake.Difference? {
    guard right.securable == nil, right.object.isEmpty, claim.access.value.rights.contains(.member) else {
      return nil
    }
    if right.names.contains(role) { return names.contains(right.grantee) ? nil : .grantee }
    return names.contains(right.grantee) ? .privilege : nil
  }
}

/// Rights that no claim speaks of, to be found by whom or what they are for.
private struct RightIndex {
  struct Entry {
    let right: UndocumentedRight
    /// Whether another rule speaks of its statement.
    let isKnown: Bool
    /// Whether it is for or on something that nobody knows.
    let isUnknown: Bool

    init(_ right: UndocumentedRight, isKnown: Bool, isUnknown: Bool) {
      self.right = right
      self.isKnown = isKnown
      self.isUnknown = isUnknown
    }
  }

  private let entries: [Entry]
  private var byGrantee: [String: [Int]] = [:]
  /// By the last part of the securable's name, and by each role that a membership is in.
  private var byObject: [String: [Int]] = [:]

  init(_ entries: [Entry]) {
    self.entries = entries
    for (index, entry) in entries.enumerated() {
      byGrantee[entry.right.grantee, default: []].append(index)
      for name in entry.right.securable.map({ [lastPart($0.name)] }) ?? entry.right.names {
        byObject[name, default: []].append(index)
      }
    }
  }

  /// Those that share the grantee or the object with what is lacking; any other differs in more than one thing.
  func near(_ lack: Lack, _ gap: Proof.Gap) -> [Entry] {
    let object = gap.need.map { lastPart($0.securable.name) } ?? lack.role
    let found = Set(lack.names.flatMap { byGrantee[$0] ?? [] } + (byObject[object] ?? []))
    return found.sorted().map { entries[$0] }
  }
}

extension Securable {
  fileprivate func isSameThing(as other: Securable) -> Bool {
    kind == other.kind && isInDatabase == other.isInDatabase
      && (namesMatch(name, other.name) || namesMatch(other.name, name))
  }

  /// Whether it is the schema that all these tables lie in, and what is granted there is granted on them.
  fileprivate func holds(_ other: Securable) -> Bool {
    kind == .schema && [.allTables, .futureTables].contains(other.kind) && namesMatch(name, other.name)
  }

  fileprivate func isSlip(of other: Securable) -> Bool {
    kind == other.kind && Rolebook.isSlip(name, of: other.name)
  }
}

extension Catalog {
  /// The statements of a guide that mean to give what its claims lack.
  func mistakenGrants(of guide: Guide, _ proofs: [ClaimProof]) -> MistakenGrants {
    if proofs.isEmpty { return .none }
    return MistakenGrants(
      guide.access, proofs, unknownNames: unknownNames(of: guide),
      misnamed: strangers(of: guide).map { $0.places[0] })
  }

  /// The names in a guide's script of which rules say that nothing brings them in.
  func unknownNames(of guide: Guide) -> Set<String> {
    let isJudged = judges(.undefinedObject, on: pages[guide.page])
    let undefined = isJudged ? guide.faults(\.undefinedObjects).map(\.fault.value.mention.name.value) : []
    return Set(strangers(of: guide).compactMap(\.value.unknownName) + undefined)
  }

  private func strangers(of guide: Guide) -> [ScriptFault<MismatchedGrantee>] {
    judges(.granteeMismatch, on: pages[guide.page]) ? guide.faults(\.mismatchedGrantees).map(\.fault) : []
  }
}

extension MismatchedGrantee {
  /// The name that nothing brings in.
  fileprivate var unknownName: String? {
    switch self {
    case .slip(let uses, _): uses[0].name
    case .otherKind: nil
    case .half(let entry, _, _, _): entry.name
    }
  }
}
