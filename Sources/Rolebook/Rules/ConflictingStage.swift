extension Rule {
  static let conflictingStage = Rule(
    "conflicting-stage", .names, .error, "A permission or role is given two stages"
  ) { catalog in
    catalog.permissions.compactMap {
      conflict($0.name, $0.platform, $0.declarations.flatMap(\.stages))
    } + catalog.roles.compactMap { conflict($0.id, $0.platform, $0.declarations.flatMap(\.stages)) }
  }

  private static func conflict(_ name: String, _ platform: String, _ stages: [Located<Stage>]) -> Finding? {
    guard let first = stages.first, let other = stages.first(where: { $0.value != first.value }) else {
      return nil
    }
    return Finding(
      "`\(name)` is both `\(first.value.rawValue)` and `\(other.value.rawValue)`", at: other.place,
      label: "`\(other.value.rawValue)` here",
      related: [Related("`\(first.value.rawValue)` here", at: first.place)],
      help: "correct the one that is out of date",
      facts: [platform, name, first.value.rawValue, other.value.rawValue])
  }
}
