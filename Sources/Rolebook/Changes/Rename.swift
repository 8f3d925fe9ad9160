/// Permissions that went on under another name.
enum Rename {
  /// What a permission keeps when it is renamed.
  private struct Likeness: Hashable {
    let platform: String
    let service: String
    let resource: String
    let description: String
    let holders: Set<Holder>
  }

  private struct Holder: Hashable {
    let role: String
    let condition: String?
  }

  /// The renamed permissions: each is gone under its old name, and exactly one other of the same service, resource,
  /// description and holders has come. Where nothing describes them, nothing says that they are the same.
  static func all(from old: Edition, to new: Edition) -> [Change] {
    let gone = likenesses(of: old, missingIn: new)
    let come = likenesses(of: new, missingIn: old)
    return gone.compactMap { likeness, names in
      guard names.count == 1, let others = come[likeness], others.count == 1 else { return nil }
      let name = Subject.Name(platform: likeness.platform, name: names[0])
      return Change(subject: .permission(name), action: .renamed(to: others[0]), effect: .renames)
    }
  }

  private static func likenesses(of edition: Edition, missingIn other: Edition) -> [Likeness: [String]] {
    var holders: [Subject.Name: Set<Holder>] = [:]
    for subject in edition.things.keys {
      guard case .permission(let name) = subject, other.things[subject] == nil else { continue }
      holders[name] = []
    }
    if holders.isEmpty { return [:] }
    for case .right(let right) in edition.things.keys {
      let name = Subject.Name(platform: right.role.platform, name: right.permission)
      holders[name]?.insert(Holder(role: right.role.name, condition: right.condition))
    }
    var likenesses: [Likeness: [String]] = [:]
    for (name, holders) in holders {
      guard let fields = edition.things[.permission(name)], let description = fields["description"]?.text
      else { continue }
      let likeness = Likeness(
        platform: name.platform, service: fields["service"]?.text ?? "",
        resource: fields["resource"]?.text ?? "",
        description: description, holders: holders)
      likenesses[likeness, default: []].append(name.name)
    }
    return likenesses
  }
}
