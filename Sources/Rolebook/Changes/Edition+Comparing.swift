extension Edition {
  /// What must change in this edition to make the later one: renames first, then permissions, roles and guides, each
  /// followed by its own, by name. The same editions give the same list.
  public func changes(to later: Edition) -> [Change] {
    let renames = Rename.all(from: self, to: later)
    let judge = EffectJudge(earlier: replaying(renames), later: later)
    return Self.ordered(renames) + Self.ordered(judge.differences)
  }

  private static func ordered(_ changes: [Change]) -> [Change] {
    let keyed = changes.map { (order: $0.subject.order, change: $0) }
    return keyed.sorted { left, right in
      left.order == right.order
        ? left.change.field < right.change.field : left.order.lexicographicallyPrecedes(right.order)
    }.map(\.change)
  }
}

extension Change {
  fileprivate var field: String { if case .changed(let field, _, _) = action { field } else { "" } }
}
