/// One difference between two editions; a list of them is enough to make the later one of the earlier.
public struct Change: Sendable, Equatable {
  public enum Action: Sendable, Equatable {
    case added(Edition.Fields)
    case removed(Edition.Fields)
    /// Of a permission: the same under another name.
    case renamed(to: String)
    case changed(field: String, before: JSONValue?, after: JSONValue?)
  }

  /// What a change does to those who follow the pages.
  public enum Effect: String, Sendable, CaseIterable {
    case grantsMore = "grants-more"
    case grantsLess = "grants-less"
    case renames
    case rewords
  }

  public let subject: Subject
  public let action: Action
  /// Nil where the change only follows from others, as the list of guides that use a role does.
  public let effect: Effect?

  /// What happened, as programs know it: `role-gained-permission`.
  public var name: String {
    switch (subject, action) {
    case (.right, .added): "role-gained-permission"
    case (.right, .removed): "role-lost-permission"
    case (.need, .added): "guide-needs-more"
    case (.need, .removed): "guide-needs-less"
    case (.permission, .changed("description", _, _)), (.role, .changed("description", _, _)):
      "\(kind)-redescribed"
    case (_, .changed("stage", _, _)): "\(kind)-restaged"
    case (_, .changed("title", _, _)): "\(kind)-retitled"
    case (_, .added): "\(kind)-added"
    case (_, .removed): "\(kind)-removed"
    case (_, .renamed): "\(kind)-renamed"
    case (_, .changed): "\(kind)-changed"
    }
  }

  private var kind: String {
    switch subject {
    case .permission: "permission"
    case .role: "role"
    case .right: "right"
    case .guide: "guide"
    case .option: "option"
    case .need: "need"
    case .claim: "claim"
    case .grant: "grant"
    }
  }
}
