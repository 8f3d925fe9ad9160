/// Says what the differences of two editions do, and which only follow from others.
struct EffectJudge {
  private let earlier: Edition
  private let later: Edition
  /// The permissions that some role holds, the roles that hold some, the guides that need or grant something.
  private let earlierWeights: Set<Subject>
  private let laterWeights: Set<Subject>
  /// The entries of each role through which it gained or lost something.
  private let gainedThrough: [Subject: Set<String>]
  private let lostThrough: [Subject: Set<String>]

  init(earlier: Edition, later: Edition) {
    self.earlier = earlier
    self.later = later
    earlierWeights = Self.weights(of: earlier)
    laterWeights = Self.weights(of: later)
    gainedThrough = Self.entries(ofRightsOf: later, missingIn: earlier)
    lostThrough = Self.entries(ofRightsOf: earlier, missingIn: later)
  }

  /// Every difference, in no order.
  var differences: [Change] {
    var changes: [Change] = []
    for (subject, fields) in earlier.things {
      if let other = later.things[subject] {
        if other != fields { append(subject, fields, other, to: &changes) }
      } else {
        changes.append(Change(subject: subject, action: .removed(fields), effect: effect(ofLosing: subject)))
      }
    }
    for (subject, fields) in later.things where earlier.things[subject] == nil {
      changes.append(Change(subject: subject, action: .added(fields), effect: effect(ofGaining: subject)))
    }
    return changes
  }

  private func append(
    _ subject: Subject, _ before: Edition.Fields, _ after: Edition.Fields, to changes: inout [Change]
  ) {
    for field in Set(before.keys).union(after.keys) where before[field] != after[field] {
      changes.append(
        Change(
          subject: subject, action: .changed(field: field, before: before[field], after: after[field]),
          effect: effect(on: subject, field, before[field], after[field])))
    }
  }

  private func effect(ofGaining subject: Subject) -> Change.Effect? {
    switch subject {
    case .permission, .role, .guide: laterWeights.contains(subject) ? .grantsMore : .rewords
    case .right(let right): right.isConditional(beside: earlier) ? nil : .grantsMore
    case .need, .grant: laterWeights.contains(subject.home) ? .grantsMore : .rewords
    case .option, .claim: .rewords
    }
  }

  private func effect(ofLosing subject: Subject) -> Change.Effect? {
    switch subject {
    case .permission, .role, .guide: earlierWeights.contains(subject) ? .grantsLess : .rewords
    case .right(let right): right.isConditional(beside: later) ? nil : .grantsLess
    case .need, .grant: earlierWeights.contains(subject.home) ? .grantsLess : .rewords
    case .option, .claim: .rewords
    }
  }

  /// Fields that are not named here are worked out from others.
  private func effect(
    on subject: Subject, _ field: String, _ before: JSONValue?, _ after: JSONValue?
  ) -> Change.Effect? {
    switch (subject, field) {
    case (.role, "title"), (.guide, "title"), (.option, "title"): .renames
    case (.permission, "description"), (.permission, "stage"): .rewords
    case (.role, "description"), (.role, "stage"), (.role, "kind"), (.role, "lowest_resource"):
      .rewords
    case (.role, "entries"): effect(ofEntriesOf: subject, before?.texts ?? [], after?.texts ?? [])
    case (.guide, "status"): effect(ofStatusOf: subject)
    case (.guide, "platform"), (.guide, "task"), (.guide, "steps"), (.guide, "superseded_by"): .rewords
    case (.option, "group"), (.need, "purposes"), (.claim, "verdict"): .rewords
    case (.grant, "statement"): Self.effect(ofRewriting: before?.text ?? "", as: after?.text ?? "")
    default: nil
    }
  }

  /// Entries that gave or took a permission are told with it.
  private func effect(ofEntriesOf role: Subject, _ before: [String], _ after: [String]) -> Change.Effect? {
    let (gone, come) = (Set(before).subtracting(after), Set(after).subtracting(before))
    let isReordered = gone.isEmpty && come.isEmpty
    let isTold =
      gone.isSubset(of: lostThrough[role] ?? []) && come.isSubset(of: gainedThrough[role] ?? [])
    return isTold && !isReordered ? nil : .rewords
  }

  private func effect(ofStatusOf guide: Subject) -> Change.Effect {
    switch (earlierWeights.contains(guide), laterWeights.contains(guide)) {
    case (true, false): .grantsLess
    case (false, true): .grantsMore
    default: .rewords
    }
  }

  /// The same grant, which its receiver may now hand on, or no longer.
  private static func effect(ofRewriting before: String, as after: String) -> Change.Effect {
    switch (canBeHandedOn(before), canBeHandedOn(after)) {
    case (true, false): .grantsLess
    case (false, true): .grantsMore
    default: .rewords
    }
  }

  private static func canBeHandedOn(_ statement: String) -> Bool {
    let words = statement.uppercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.contains("WITH GRANT OPTION") || words.contains("WITH ADMIN OPTION")
  }

  private static func entries(
    ofRightsOf edition: Edition, missingIn other: Edition
  ) -> [Subject: Set<String>] {
    var entries: [Subject: Set<String>] = [:]
    for (subject, fields) in edition.things where other.things[subject] == nil {
      guard case .right = subject, let via = fields["via"]?.texts else { continue }
      entries[subject.home, default: []].formUnion(via)
    }
    return entries
  }

  private static func weights(of edition: Edition) -> Set<Subject> {
    var weights: Set<Subject> = []
    for subject in edition.things.keys {
      switch subject {
      case .right(let right):
        weights.insert(subject.home)
        weights.insert(.permission(Subject.Name(platform: right.role.platform, name: right.permission)))
      case .need, .grant:
        guard case .guide(let path) = subject.home, edition.isCurrent(guide: path) else { continue }
        weights.insert(subject.home)
      case .permission, .role, .guide, .option, .claim: continue
      }
    }
    return weights
  }
}

extension Subject.Right {
  /// Whether it is held under a condition here, and without one there: then the condition tells nothing new.
  fileprivate func isConditional(beside other: Edition) -> Bool {
    condition != nil
      && other.things[.right(Subject.Right(role: role, permission: permission, condition: nil))] != nil
  }
}
