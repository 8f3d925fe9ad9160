import Markdown

extension DriftedRole {
  /// The entries that name a permission in full which the role does not hold.
  func lostEntries(_ truth: Truth) -> [RoleEntry] {
    guard let held = real.held else { return [] }
    return documented.entries.filter { $0.isExact && !truth.holds($0.name.value, in: held) }
  }

  /// The permissions that it holds and the pages do not say so, ordered; nothing where they do not say what it holds.
  func newPermissions(_ drift: Drift) -> [String] {
    guard let held = real.held, !documented.entries.isEmpty, let reach = DocumentedReach(documented, drift)
    else { return [] }
    return drift.names(in: held).filter { !reach.contains($0) }
  }
}

/// What the pages say that a role holds, over names that they do not declare too.
private struct DocumentedReach {
  private let drift: Drift
  private let role: Role
  private var patterns: [Wildcard] = []
  /// What it holds under a condition, and what roles hold that only the truth describes.
  private let names: Set<String>
  private var strangers: [TruthRole.Held] = []

  /// Nil where the role inherits from one that nobody describes.
  init?(_ role: Role, _ drift: Drift) {
    self.drift = drift
    self.role = role
    names = Set(role.conditions.map(\.entry.name.value))
    var seen: Set<String> = [role.id]
    var open = [role]
    while let next = open.popLast() {
      patterns += next.entries.filter(\.hasWildcard).map { Wildcard($0.name.value) }
      for entry in next.entries where entry.kind == .role && seen.insert(entry.name.value).inserted {
        if let parent = drift.catalog.names.role(id: entry.name.value, platform: drift.platform) {
          open.append(drift.catalog.roles[parent])
        } else if let held = drift.truth.role(entry.name.value)?.held {
          strangers.append(held)
        } else {
          return nil
        }
      }
    }
  }

  func contains(_ name: String) -> Bool {
    if let index = drift.catalog.names.permission(name, platform: drift.platform),
      role.permissions.contains(index)
    {
      return true
    }
    return names.contains(name) || patterns.contains { $0.matches(name) }
      || strangers.contains { drift.truth.holds(name, in: $0) }
  }
}

extension Drift {
  /// What a role really holds: its names, and those that its patterns bring.
  fileprivate func names(in held: TruthRole.Held) -> [String] {
    let names = truth.names(in: held)
    if held.patterns.isEmpty { return names }
    let patterns = held.patterns.map(Wildcard.init)
    let documented = catalog.permissions.lazy.filter { $0.platform == platform }.map(\.name)
    return Set(names).union(
      Set(documented).union(truth.permissions).filter { name in patterns.contains { $0.matches(name) } }
    ).sorted()
  }
}
