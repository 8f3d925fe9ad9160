extension Rule {
  static let lostPermission = Rule(
    "lost-permission", .upkeep, .error, "A role is said to hold a permission that it does not hold any more",
    judging: .drift { drift in
      let gone = Set(drift.gonePermissions.map(\.name))
      return drift.roles.flatMap { role in
        role.lostEntries(drift.truth).filter { !gone.contains($0.name.value) }.map {
          finding($0, role, drift)
        }
      }
    })

  private static func finding(_ entry: RoleEntry, _ role: DriftedRole, _ drift: Drift) -> Finding {
    let (id, name) = (role.documented.id, entry.name.value)
    let candidates = Suggestion(role.newPermissions(drift))
    return Finding(
      "`\(id)` does not hold `\(name)` upstream", at: entry.name.place, label: "written here",
      related: [
        Related("this is the role upstream", at: role.real.id.place, label: role.holdingInWords)
      ],
      help: candidates.question(for: name) ?? "drop it from the role",
      facts: [drift.platform, id, name])
  }
}

extension DriftedRole {
  /// How much it holds, in words.
  var holdingInWords: String? {
    real.held.map { held in
      switch held.count {
      case 0: "it holds nothing"
      case 1: "it holds 1 permission"
      default: "it holds \(held.count) permissions"
      }
    }
  }
}
