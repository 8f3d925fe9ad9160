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
    ungrantedPermission,
    undocumentedService,
    incompleteRole,
    reservedPermissionGranted,
    // patterns
    emptyPattern,
    brokenHierarchy,
    redundantPattern,
    adminLacksPermission,
    equalRoles,
    // guides
    uncoveredRequirement,
    redundantRole,
    conflictingGuideRoles,
    conflictingGuidePermissions,
    tooFineALevel,
    unscopablePermission,
    unknownOption,
    missingOption,
    excessPrivilege,
    misdescribedPermission,
    // sql
    unprovedAccess,
    refutedAccess,
    undocumentedGrant,
    uncoveredCreator,
    literalPassword,
    invalidPassword,
    useBeforeCreate,
    undefinedVariable,
    granteeMismatch,
    wrongDialect,
    undefinedObject,
    wrongDatabase,
    unusedObject,
    missingTerminator,
    unreadSQL,
    invalidPrivilege,
    unreachableObject,
    shadowedFutureGrant,
    revokedAccess,
    publicGrant,
    vacuousGrant,
    misleadingComment,
    // pages
    misnumberedStep,
    brokenStepReference,
    deadLink,
    deadAnchor,
    duplicateAddress,
    redirectLoop,
    redirectShadowsPage,
    unsafeLink,
    missingTitle,
    emptySection,
    mojibake,
    reorderedText,
    malformedAttributeList,
    rawHTML,
    unknownFrontMatterKey,
    raggedTable,
    ambiguousTable,
    unreadTable,
    undeclaredKind,
    inputTooComplex,
    unreadFile,
    unreadFrontMatter,
    escapingAddress,
    brokenTemplate,
    // upkeep
    expiredSuppression,
    unusedSuppression,
    staleBaseline,
    // drift
    vanishedPermission,
    vanishedRole,
    lostPermission,
    driftedTitle,
    driftedStage,
    undocumentedUpstream,
  ]

  /// The rules that a site has not switched off everywhere.
  static func all(under settings: Settings) -> [Rule] { all.filter(Levels(settings).mayReport) }

  /// What these rules find, at the levels of the site, rule by rule, with what they found on single pages; findings that
  /// are allowed or in the baseline are marked. Without a day nothing expires. With a truth, the rules of drift judge
  /// in the place of those of the catalog.
  static func check(
    _ catalog: Catalog, by rules: [Rule], _ pages: PageJudgements, truth: Truth? = nil, today: Day? = nil,
    baseline: Baseline? = nil, jobs: Int
  ) async -> [Finding] {
    let levels = Levels(catalog.settings)
    let drift = truth.map { Drift(catalog, $0) }
    let onPages = pages.byRule
    let found = await parallelMap(rules.count, jobs: jobs, chunk: 1) { index in
      let rule = rules[index]
      return ((onPages[rule.id] ?? []) + rule.find(catalog, drift)).compactMap {
        levels.judge($0, by: rule, in: catalog)
      }
    }
    var upkeep = Upkeep(
      found.flatMap { $0 }, of: catalog, levels: levels, isOfDrift: truth != nil, today: today,
      baseline: baseline)
    for rule in rules {
      guard case .upkeep(let find) = rule.judgement else { continue }
      upkeep.findings += find(upkeep).compactMap { levels.judge($0, by: rule, in: catalog) }
    }
    return upkeep.marked
  }
}
