/// Whether a claim holds for one choice of options.
public enum Verdict: String, Sendable { case proved, refuted, unproved }

/// A claim, held against the statements that one choice of options leaves.
public struct Proof: Sendable {
  public let verdict: Verdict
  /// The statements that prove or refute it, in the script's order.
  public let statements: [SQLStatement]
  /// What is lacking; empty when proved.
  let gaps: [Gap]
  let refutation: Refutation?
  /// The statements that would close the gaps, but those of uncovered creators.
  let cures: [String]
  /// Whether a statement that could not be read names the grantee or the object.
  let isInDoubt: Bool
  /// Whether a statement means to give all that is missing, by a privilege that its object does not have.
  let isMisspelled: Bool
  /// The privileges that it names and that its grantee has only as everybody has them from the start.
  let defaults: [AccessNeed]

  /// What is missing, in SQL's words: `SELECT on all tables in schema devices`; empty when proved.
  public var missing: [String] { gaps.map(\.text) }
  /// The users whose new tables no default privileges of this script reach.
  var uncoveredCreators: [UncoveredCreator] { gaps.compactMap(\.creator) }
  /// What is missing beside those users' tables.
  var otherGaps: [Gap] { gaps.filter { $0.creator == nil } }

  /// One thing that a claim needs and does not get.
  struct Gap: Sendable {
    let text: String
    /// The privilege, where it is one.
    var need: AccessNeed?
    var creator: UncoveredCreator?

    init(_ text: String) { self.text = text }

    init(_ need: AccessNeed) {
      self.text = need.text
      self.need = need
    }

    init(_ creator: UncoveredCreator) {
      let privileges = creator.privileges.joined(separator: ", ")
      self.text = "\(privileges) on future tables in schema \(creator.schema) that \(creator.user) creates"
      self.creator = creator
    }
  }

  /// The statement that contradicts a claim.
  enum Refutation: Sendable {
    /// `GRANT ALL ON SCHEMA` stands for access to tables, which it does not give.
    case schemaOnly(SQLStatement)
    /// Granted, and revoked later.
    case revoked(SQLStatement, by: SQLStatement)
  }
}

/// A user that may create tables in a schema where only others' tables are granted.
struct UncoveredCreator: Sendable {
  let user: String
  let schema: String
  let privileges: [String]
  /// What lets the user create there; nil for a user that exists beside the schema.
  let permit: SQLStatement?
  /// What makes the user a member of the role that will not read its tables; as their owner the user reads
  /// them all the same.
  let membership: SQLStatement?
  /// The default privileges that miss the user.
  let defaults: [SQLStatement]
  /// The statement that would cover the user.
  let cure: String
}
