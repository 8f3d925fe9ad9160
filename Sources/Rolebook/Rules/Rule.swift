/// A law that a site must keep; each rule is one file, one page, and one line in `all`.
public struct Rule: Sendable {
  /// What a rule judges, and how. The finding's rule and level are filled in by `check`; it says the level
  /// only where it differs.
  enum Judgement: Sendable {
    /// Of what the pages state.
    case catalog(@Sendable (Catalog) -> [Finding])
    /// Of each page by itself: what it finds on a page holds for as long as the page is as it was. And of what else
    /// the files hold.
    case pages(
      @Sendable (JudgedPage) -> [Finding], rest: @Sendable (Catalog) -> [Finding] = { _ in [] })
    /// Of what people wrote about findings, when all rules of the catalog have spoken.
    case upkeep(@Sendable (Upkeep) -> [Finding])
    /// Of what the pages state, beside the truth about their platform; without one nothing is judged.
    case drift(@Sendable (Drift) -> [Finding])
  }

  /// Names the fault and reads after "allow": `unknown-permission`.
  public let id: String
  public let group: Group
  public let severity: Severity
  /// One sentence for lists.
  public let summary: String
  let judgement: Judgement

  public enum Group: String, Sendable, CaseIterable { case names, patterns, guides, sql, pages, upkeep }

  init(
    _ id: String, _ group: Group, _ severity: Severity, _ summary: String,
    find: @escaping @Sendable (Catalog) -> [Finding]
  ) {
    self.init(id, group, severity, summary, judging: .catalog(find))
  }

  init(
    _ id: String, _ group: Group, _ severity: Severity, _ summary: String, judging judgement: Judgement
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.summary = summary
    self.judgement = judgement
  }

  /// Whether it holds the pages against a truth.
  public var isOfDrift: Bool { if case .drift = judgement { true } else { false } }

  /// What it finds in a catalog, beside what was found on its pages, or in its drift where there is a truth; nothing if
  /// it is a rule of upkeep.
  func find(_ catalog: Catalog, _ drift: Drift?) -> [Finding] {
    switch judgement {
    case .catalog(let find), .pages(_, rest: let find): drift == nil ? find(catalog) : []
    case .drift(let find): drift.map(find) ?? []
    case .upkeep: []
    }
  }
}
