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
    var rights = RightIndex(
      review.undocumented.map { .init($0, isKnown: isUnknown($0), isUnknown: namesUnknown($0)) }
        + review.refused.map { .init($0, isKnown: true, isUnknown: false) }
        + review.given.filter(isUnknown).map { .init($0, isKnown: true, isUnknown: namesUnknown($0)) },
      meaning)
    for lack in lacking {
      for gap in lack.gaps { add(lack, gap, &rights) }
    }
  }

  private mutating func add(
    _ lack: Lack, _ gap: Proof.Gap, _ rights: inout RightIndex
  ) {
    let place = gap.need?.securable.text ?? gap.text
    guard let mistake = rights.mistake(lack, gap, meantFor: place) else {
      unexplained.insert(lack.claim.row)
      return
    }
    meaning[mistake.right.key] = place
    meaningful.insert(mistake.right.statement.place)
    mistakes[lack.claim.row, default: []].append(mistake)
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
