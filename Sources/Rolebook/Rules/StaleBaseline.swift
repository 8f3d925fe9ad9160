extension Rule {
  static let staleBaseline = Rule(
    "stale-baseline", .upkeep, .error, "The baseline lists a finding that is no longer there",
    judging: .upkeep { upkeep in
      guard let baseline = upkeep.baseline else { return [] }
      let found = Set(Fingerprint.all(upkeep.findings, in: upkeep.catalog.files))
      return baseline.entries.filter {
        upkeep.judges($0.rule) && !found.contains($0.fingerprint.value)
      }.map { entry in
        Finding(
          "the baseline lists a `\(entry.rule)` in `\(entry.file)` that is no longer found",
          at: entry.fingerprint.place, label: "it said: \(entry.message)",
          help:
            "write the baseline anew: `rolebook \(upkeep.command) --write-baseline \(upkeep.catalog.files[Int(entry.fingerprint.place.file)].path)`",
          facts: [entry.fingerprint.value])
      }
    })
}
