extension Rule {
  static let expiredSuppression = Rule(
    "expired-suppression", .upkeep, .error, "A comment allowed a finding until a day that has passed",
    judging: .upkeep { upkeep in
      zip(upkeep.suppressions, upkeep.hidden).compactMap { suppression, hidden in
        guard let until = suppression.until, upkeep.isExpired(suppression), !hidden.isEmpty else {
          return nil
        }
        let page = upkeep.catalog.files[Int(until.place.file)].path
        return Finding(
          "`\(suppression.rule.value)` was allowed until `\(until.value)`", at: until.place,
          related: hidden.map { Related(upkeep.findings[$0].message, at: upkeep.findings[$0].place) },
          help: "cure what it allows, or allow it until a later day",
          facts: [page, suppression.rule.value, "\(until.value)"]
            + hidden.flatMap { upkeep.findings[$0].facts })
      }
    })
}
