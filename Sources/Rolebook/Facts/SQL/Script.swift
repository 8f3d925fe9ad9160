/// All SQL of a page as one script: what it creates, grants, and in which order.
public struct Script: Sendable {
  public let dialect: Dialect
  public let blocks: [ScriptBlock]
  /// What the page says exists already: `schema devices`.
  public let existing: [Located<String>]
}

/// Whether a claim holds for one choice of options.
public enum Verdict: String, Sendable { case proved, refuted, unproved }

/// A claim, held against the statements that one choice of options leaves.
public struct Proof: Sendable {
  public let verdict: Verdict
  /// The statements that prove or refute it.
  public let statements: [SQLStatement]
  /// What is missing, in SQL's words: `SELECT on all tables in schema devices`; empty when proved.
  public let missing: [String]
}
