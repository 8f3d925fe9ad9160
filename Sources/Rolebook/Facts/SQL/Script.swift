/// All SQL of a page as one script: what it creates, grants, and in which order.
public struct Script: Sendable {
  public let dialect: Dialect
  public let blocks: [ScriptBlock]
  /// What the page says exists already: `schema devices`.
  public let existing: [Located<String>]
}

extension Script {
  /// The statements that a reader with these options runs, in order.
  func statements(options: [String]) -> [SQLStatement] {
    blocks.filter { $0.options.holds(for: options) }.flatMap(\.statements)
  }

  var statements: [SQLStatement] { blocks.flatMap(\.statements) }

  /// What exists before and after the script has run with these options.
  func objects(options: [String]) -> [ScriptObject] {
    existing.compactMap { ScriptObject(existing: $0, dialect) }
      + statements(options: options).compactMap { ScriptObject(createdBy: $0) }
  }
}
