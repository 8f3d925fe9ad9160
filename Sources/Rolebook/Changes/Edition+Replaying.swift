extension Edition {
  /// What the feed says after these changes, in whatever order they stand.
  public func replaying(_ changes: [Change]) -> Edition {
    var edition = renaming(changes)
    for change in changes { edition.replay(change) }
    return edition
  }

  private mutating func replay(_ change: Change) {
    switch change.action {
    case .added(let fields): things[change.subject] = fields
    case .removed: things[change.subject] = nil
    case .changed(let field, _, let after): things[change.subject, default: [:]][field] = after
    case .renamed: break
    }
  }

  /// The new names wherever the feed names a renamed permission.
  private func renaming(_ changes: [Change]) -> Edition {
    var names: [Subject.Name: String] = [:]
    for change in changes {
      if case .permission(let name) = change.subject, case .renamed(let new) = change.action {
        names[name] = new
      }
    }
    if names.isEmpty { return self }
    var renamed: [Subject: Fields] = [:]
    for (subject, fields) in things {
      renamed[renaming(subject, names)] = Self.renaming(fields, of: subject, names)
    }
    return Edition(dataVersion: dataVersion, things: renamed)
  }

  private func renaming(_ subject: Subject, _ names: [Subject.Name: String]) -> Subject {
    switch subject {
    case .permission(let name):
      guard let new = names[name] else { return subject }
      return .permission(Subject.Name(platform: name.platform, name: new))
    case .right(let right):
      let name = Subject.Name(platform: right.role.platform, name: right.permission)
      guard let new = names[name] else { return subject }
      return .right(Subject.Right(role: right.role, permission: new, condition: right.condition))
    case .need(let need):
      let platform = things[.guide(path: need.guide)]?["platform"]?.text ?? ""
      guard let new = names[Subject.Name(platform: platform, name: need.permission)] else { return subject }
      return .need(
        Subject.Need(guide: need.guide, option: need.option, permission: new, securable: need.securable))
    case .role, .guide, .option, .claim, .grant: return subject
    }
  }

  /// Roles name permissions in full among their entries.
  private static func renaming(
    _ fields: Fields, of subject: Subject, _ names: [Subject.Name: String]
  ) -> Fields {
    let (platform, field): (String, String)
    switch subject {
    case .role(let role): (platform, field) = (role.platform, "entries")
    case .right(let right): (platform, field) = (right.role.platform, "via")
    default: return fields
    }
    var fields = fields
    if let entries = fields[field] {
      fields[field] = JSONValue(entries.texts.map { names[Subject.Name(platform: platform, name: $0)] ?? $0 })
    }
    return fields
  }
}
