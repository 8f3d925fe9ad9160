extension Rule {
  static let unknownSeeAlso = Rule(
    "unknown-see-also", .names, .warning,
    "A permission's description refers to a permission that no page declares"
  ) { catalog in
    let judge = PermissionJudge(catalog)
    return judge.undeclaredNames().flatMap { places -> [Finding] in
      // What a role or a guide names as well is `unknown-permission`'s.
      guard places.allSatisfy({ $0.use == .seeAlso }) else { return [] }
      return places.compactMap { finding($0, judge) }
    }
  }

  private static func finding(_ named: NamedPermission, _ judge: PermissionJudge) -> Finding? {
    let name = named.name.value
    guard let verdict = judge.verdict(on: name, named.platform) else { return nil }
    return Finding(
      "\(named.words) `\(name)`, which no page declares", at: named.name.place,
      related: judge.counterpart(of: verdict, name, named.platform),
      help: judge.help(for: verdict, name, named.platform), facts: [named.platform, named.words, name])
  }
}
