extension Rule {
  static let unknownPermission = Rule(
    "unknown-permission", .names, .error,
    "A permission is named that the pages of its service, which document it in full, do not declare"
  ) { catalog in
    let judge = PermissionJudge(catalog)
    let stated = judge.undeclaredNames().compactMap { finding($0, judge) }
    return stated + catalog.strangers.compactMap { finding($0, judge, catalog) }
  }

  /// Where a fact stands, an unlisted name is an error; all its places have one cause.
  private static func finding(_ places: [NamedPermission], _ judge: PermissionJudge) -> Finding? {
    guard let named = places.first(where: { $0.use != .seeAlso }),
      let verdict = judge.verdict(on: named.name.value, named.platform)
    else { return nil }
    let name = named.name.value
    let echoes = places.filter { $0.name.place != named.name.place }
    var finding = Finding(
      "unknown permission `\(name)`", at: named.name.place,
      label: "\(named.words) it, and no page declares it",
      related: judge.counterpart(of: verdict, name, named.platform) + relate(echoes),
      help: judge.help(for: verdict, name, named.platform), facts: [named.platform, name])
    if case .slip = verdict { finding.severity = .warning }
    return finding
  }

  private static func relate(_ echoes: [NamedPermission]) -> [Related] {
    let shown = echoes.prefix(3).map { Related("\($0.words) it too", at: $0.name.place) }
    guard echoes.count > 3, let last = shown.last else { return shown }
    return shown.dropLast() + [
      Related("\(last.message), and \(echoes.count - 3) more places do", at: last.place)
    ]
  }

  /// In prose a name is a finding only where it is a near miss of a declared one.
  private static func finding(_ stranger: Stranger, _ judge: PermissionJudge, _ catalog: Catalog) -> Finding?
  {
    let platform = catalog.pages[stranger.page].platform ?? ""
    let name = stranger.name
    let near = judge.isUnlisted(name.value, platform) ? judge.suggestion(name.value, platform) : nil
    let meant = near == nil ? judge.slipInProse(name.value, platform) : nil
    guard let help = near ?? meant.map({ "did you mean `\($0)`?" }) else { return nil }
    var finding = Finding(
      "unknown permission `\(name.value)`", at: name.place,
      related: meant.map { judge.counterpart(of: .slip(of: $0), name.value, platform) } ?? [], help: help,
      facts: [platform, name.value])
    finding.severity = .warning
    return finding
  }
}

extension PermissionJudge {
  /// The other place that shows a name to be wrong.
  func counterpart(of verdict: Verdict, _ name: String, _ platform: String) -> [Related] {
    switch verdict {
    case .unlisted: return documentation(of: nameParts(name).service, platform)
    case .slip(let meant):
      let place = declaration(of: meant, platform)
      return place.map { [Related("a name much like it is declared here", at: $0)] } ?? []
    }
  }

  func help(for verdict: Verdict, _ name: String, _ platform: String) -> String {
    switch verdict {
    case .unlisted: suggestion(name, platform) ?? "declare it in a permissions table, or drop it"
    case .slip(let meant): "did you mean `\(meant)`?"
    }
  }
}
