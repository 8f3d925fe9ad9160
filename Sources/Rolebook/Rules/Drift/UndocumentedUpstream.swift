import Markdown

extension Rule {
  static let undocumentedUpstream = Rule(
    "undocumented-upstream", .upkeep, .info,
    "The real system has permissions that a role, or a service documented in full, lacks here",
    judging: .drift { drift in
      let update = GrowthUpdate(drift)
      return drift.newServices.compactMap { finding($0, update, drift) }
        + drift.roles.compactMap { finding($0, update, drift) }
    })

  private static func finding(_ role: DriftedRole, _ update: GrowthUpdate, _ drift: Drift) -> Finding? {
    let names = role.newPermissions(drift)
    let id = role.documented.id
    guard !names.isEmpty else { return nil }
    return Finding(
      "`\(id)` has \(inWords(names.count)) upstream", at: role.documented.declaration.id.place,
      related: [
        Related("this is the role upstream", at: role.real.id.place, label: role.holdingInWords)
      ],
      help: "add \(namesInWords(names, limit: 5))", fix: update.fix(role, adding: names),
      facts: [drift.platform, id] + names)
  }

  private static func finding(_ new: NewOfService, _ update: GrowthUpdate, _ drift: Drift) -> Finding? {
    guard let (role, count) = drift.truth.widestRole(of: new.service) else { return nil }
    return Finding(
      "`\(new.service)` has \(inWords(new.names.count)) upstream", at: new.place,
      related: [
        Related(
          "no role upstream has more of `\(new.service)` than this one", at: role.id.place,
          label: count == 1 ? "it holds 1 of them" : "it holds \(count) of its permissions")
      ],
      help: "declare \(namesInWords(new.names, limit: 5))", fix: update.fix(new),
      facts: [drift.platform, new.service] + new.names)
  }

  private static func inWords(_ count: Int) -> String {
    count == 1 ? "1 more permission" : "\(count) more permissions"
  }
}
