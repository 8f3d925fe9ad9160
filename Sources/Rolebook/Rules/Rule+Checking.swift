extension Rule {
  /// Every rule; a rule is one file, one page, and one line here.
  public static let all: [Rule] = [
    // names
    unknownPermission,
    unknownRole,
    misspelledRoleTitle,
    miscasedName,
    duplicatePermission,
    duplicateRole,
    conflictingDescription,
    conflictingRole,
    conflictingStage,
    unknownSeeAlso,
    undocumentedService,
    // patterns
    emptyPattern,
    // guides
    uncoveredRequirement,
    redundantRole,
    conflictingGuideRoles,
    unknownOption,
    // sql
    unprovedAccess,
    refutedAccess,
    undocumentedGrant,
    uncoveredCreator,
    literalPassword,
    // pages
    misnumberedStep,
    deadLink,
    deadAnchor,
    duplicateAddress,
    missingTitle,
    unknownFrontMatterKey,
    raggedTable,
    unreadTable,
    inputTooComplex,
    unreadFile,
    unreadFrontMatter,
    escapingAddress,
    brokenTemplate,
  ]

  /// What the rules find that the site has not switched off, at its levels, rule by rule; suppressed
  /// findings are marked.
  static func check(_ catalog: Catalog, jobs: Int) async -> [Finding] {
    let suppressions = Suppressions(catalog)
    let levels = Levels(catalog.settings)
    let found = await parallelMap(all.count, jobs: jobs, chunk: 1) { index -> [Finding] in
      let rule = all[index]
      guard levels.mayReport(rule) else { return [] }
      return rule.find(catalog).compactMap { finding in
        var finding = finding
        finding.rule = rule.id
        finding.severity = finding.severity == .error ? rule.severity : finding.severity
        return levels.judge(finding, in: catalog)
      }
    }
    return found.joined().map { finding in
      var finding = finding
      finding.isSuppressed = suppressions.allow(finding)
      return finding
    }
  }
}

/// The levels that a site gives to rules, everywhere and by folder.
private struct Levels: Sendable {
  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func mayReport(_ rule: Rule) -> Bool {
    settings.rules[rule.id] != .off || settings.overrides.contains { $0.rules[rule.id] ?? .off != .off }
  }

  /// The finding at its level; nil where the rule is off.
  func judge(_ finding: Finding, in catalog: Catalog) -> Finding? {
    let path = catalog.files[Int(finding.place.file)].path
    let below =
      path.hasPrefix(settings.content + "/") ? String(path.dropFirst(settings.content.count + 1)) : path
    let override = settings.overrides.last {
      $0.rules[finding.rule] != nil && ($0.match.matches(path) || $0.match.matches(below))
    }
    guard let level = override?.rules[finding.rule] ?? settings.rules[finding.rule] else { return finding }
    guard let severity = Severity(rawValue: level.rawValue) else { return nil }
    var finding = finding
    finding.severity = severity
    return finding
  }
}
