extension Rule {
  static let driftedTitle = Rule(
    "drifted-title", .upkeep, .warning, "A role has another title in the real system",
    judging: .drift { drift in
      let drifted = drift.roles.filter(isDrifted)
      if drifted.isEmpty { return [] }
      let edits = RoleTitleEdits(drift)
      return drifted.compactMap { finding($0, edits, drift) }
    })

  private static func isDrifted(_ role: DriftedRole) -> Bool {
    guard let here = role.documented.declaration.title, let there = role.real.title else { return false }
    return plain(here.value) != plain(there.value)
  }

  private static func finding(_ role: DriftedRole, _ titles: RoleTitleEdits, _ drift: Drift) -> Finding? {
    guard let here = role.documented.declaration.title, let there = role.real.title else { return nil }
    let edits = titles.renaming(role.documented, to: there.value)
    return Finding(
      "`\(role.documented.id)` is called `\(here.value)` here and `\(there.value)` upstream",
      at: here.place, related: [Related("this is its title upstream", at: there.place)],
      help: "write `\(there.value)`", fix: edits.isEmpty ? nil : Fix(isSafe: false, edits: edits),
      facts: [drift.platform, role.documented.id, here.value, there.value])
  }

  /// A title without what Markdown may read as marks, and with single blanks.
  private static func plain(_ title: String) -> String {
    title.split { $0.isWhitespace || "\\`*_[]<>|#".contains($0) }.joined(separator: " ")
  }
}
