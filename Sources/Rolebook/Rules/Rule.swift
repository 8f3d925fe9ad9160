/// A law that the catalog must keep; each rule is one file, one page, and one line in `all`.
public struct Rule: Sendable {
  /// Names the fault and reads after "allow": `unknown-permission`.
  public let id: String
  public let group: Group
  public let severity: Severity
  /// One sentence for lists.
  public let summary: String
  /// The finding's rule and level are filled in by `check`; it says the level only where it differs.
  let find: @Sendable (Catalog) -> [Finding]

  public enum Group: String, Sendable, CaseIterable { case names, patterns, guides, sql, pages, upkeep }

  init(
    _ id: String, _ group: Group, _ severity: Severity, _ summary: String,
    find: @escaping @Sendable (Catalog) -> [Finding]
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.summary = summary
    self.find = find
  }
}
