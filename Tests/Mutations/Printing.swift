import Rolebook

extension Tally {
  /// The report of a run, as tables of plain text.
  func report(rewritings: Set<String>, listsUnseen: Bool) -> String {
    var lines = [
      row("planted fault", ["planted", "stated twice", "found", "missed", "recall", "beyond", "echoes"])
    ]
    for (name, kind) in kinds.sorted(by: { $0.key < $1.key }) where !rewritings.contains(name) {
      lines.append(
        row(
          name,
          [
            "\(kind.planted)", "\(kind.statedTwice)", "\(kind.found)", "\(kind.statedTwice - kind.found)",
            percent(kind.found, of: kind.statedTwice), "\(kind.foundBeyond)", "\(kind.echoes)",
          ]))
    }
    lines += ["", row("the same, written otherwise", ["tried", "with findings"])]
    for (name, kind) in kinds.sorted(by: { $0.key < $1.key }) where rewritings.contains(name) {
      lines.append(row(name, ["\(kind.planted)", "\(kind.noisy)"]))
    }
    lines += ["", row("rule", ["found", "false errors", "warnings", "infos"])]
    for rule in Rule.all {
      let findings = rules[rule.id] ?? Findings()
      let alarms = [Severity.error, .warning, .info].map { "\(findings.falseAlarms[$0] ?? 0)" }
      lines.append(row(rule.id, ["\(findings.found)"] + alarms))
    }
    if listsUnseen {
      lines += ["", "stated once, so that nobody can see a change:"]
      lines += unseen.sorted { $0.key < $1.key }.map { row($0.key, ["\($0.value)"]) }
    }
    return lines.joined(separator: "\n")
  }

  /// What it came to, in one line.
  var verdict: String {
    let once = unseen.values.reduce(0, +)
    return
      "\(planted) mutations: \(statedTwice) stated twice, \(found) found (\(percent(found, of: statedTwice))), "
      + "\(once) stated once; false alarms: \(falseAlarms(.error)) errors, \(falseAlarms(.warning)) warnings, "
      + "\(falseAlarms(.info)) infos; \(noisy) of the rewritings gave findings"
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let tenths = part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    let padded = cells.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }
    return name + String(repeating: " ", count: max(1, 40 - name.count)) + padded.joined()
  }
}

extension Trial {
  /// A miss or a false alarm, with the change as a diff.
  func story() -> String {
    var lines = ["\(mutation.kind): \(mutation.summary)"]
    for edit in mutation.edits.prefix(3) {
      let old = site.text(site.wholeLines(edit.place))
      lines.append("  \(site.name)/\(site.words(edit.place))")
      lines += old.split(separator: "\n").prefix(4).map { "  - \($0)" }
      let start = edit.place.span.start - site.wholeLines(edit.place).span.start
      let bytes = Array(old.utf8)
      let new =
        String(decoding: bytes[..<start], as: UTF8.self) + edit.replacement
        + String(decoding: bytes[(start + edit.place.span.count)...], as: UTF8.self)
      lines += new.split(separator: "\n").prefix(4).map { "  + \($0)" }
    }
    if case .found(let counterparts) = mutation.expectation {
      lines += counterparts.prefix(4).map {
        "  also stated at \(site.words($0)): \(site.text($0).prefix(80))"
      }
    }
    return (lines + findings.prefix(6).map { "  gives \($0.text)" }).joined(separator: "\n")
  }
}
