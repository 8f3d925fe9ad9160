import Markdown
import Rolebook

/// A change to a clean site, and what a check must say of it.
struct Mutation: Sendable {
  enum Expectation: Sendable {
    /// The fact is stated or implied at these places too: a finding must stand there or at the change.
    case found(counterparts: [Place])
    /// The fact stands once; the reason is a sentence.
    case unseen(reason: String)
    /// Nothing changed but the spelling: no finding at all.
    case silence
  }

  /// What was done, as a row of the report: `typo in a role's list`.
  let kind: String
  /// In words: "`a.b.get` becomes `a.b.gte`".
  let summary: String
  let edits: [Edit]
  let expectation: Expectation
  /// The names it is about, of the old and the new fact and of what holds it; a finding that has none of them
  /// and stands elsewhere is a false alarm.
  let names: [String]
  /// Places that hang on it, where a finding is an echo.
  let reach: [Place]
}

extension Mutation {
  /// A fault that must be found where a counterpart says otherwise; without one, the reason why nobody can.
  init(
    _ kind: String, _ summary: String, _ edits: [Edit], against counterparts: [Place], names: [String],
    reach: [Place] = [], unseen reason: String
  ) {
    self.kind = kind
    self.summary = summary
    self.edits = edits
    self.names = names
    self.reach = reach
    expectation = counterparts.isEmpty ? .unseen(reason: reason) : .found(counterparts: counterparts)
  }

  /// A change of spelling.
  init(_ kind: String, _ summary: String, silent edits: [Edit]) {
    self.kind = kind
    self.summary = summary
    self.edits = edits
    names = []
    reach = []
    expectation = .silence
  }
}

/// Finds all places of a site where one kind of fault can be planted; each is one file, or a part of one, and a
/// line in `all`.
struct Planter: Sendable {
  let plant: @Sendable (CleanSite, inout SplitMix64) -> [Mutation]

  init(_ plant: @escaping @Sendable (CleanSite, inout SplitMix64) -> [Mutation]) { self.plant = plant }

  static let all: [Planter] = [
    typosInNames, typosInScripts, droppedPermissions, droppedEntries, widenedPatterns, droppedRequirements,
    droppedRoles, swappedRoles, swappedSteps, droppedStatements, droppedClaims, swappedGrantees,
    changedPrivileges, typosInPrivileges, addedGrants, addedRevokes, brokenLinks, renamedHeadings,
    brokenSteps,
    brokenStepReferences,
    changedTitles,
    changedStages, changedDescriptions, flippedMarks, typosInOptions, typosInSecurables, lateCreates,
    writtenPasswords,
  ]
}
