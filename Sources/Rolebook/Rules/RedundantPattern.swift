import Markdown

extension Rule {
  static let redundantPattern = Rule(
    "redundant-pattern", .patterns, .warning,
    "An entry of a role's list is given by another entry of the list"
  ) { catalog in
    let reach = EntryReach(catalog)
    return catalog.currentStatingPages.flatMap { page in
      catalog.facts[page].flatMap { fact -> [Finding] in
        guard case .role(let role) = fact, role.origin != .column else { return [] }
        return redundant(in: role, reach, catalog)
      }
    }
  }

  /// One finding for each entry that makes others redundant.
  private static func redundant(in role: RoleDeclaration, _ reach: EntryReach, _ catalog: Catalog)
    -> [Finding]
  {
    let wide = WideEntries(of: role, reach)
    var givers: [Int: [Int]] = [:]
    var firsts: [String: Int] = [:]
    for (index, entry) in role.entries.enumerated() {
      if let first = firsts[entry.name.value] {
        givers[first, default: []].append(index)
      } else if let giver = wide.giver(of: index) {
        givers[giver, default: []].append(index)
      }
      if firsts[entry.name.value] == nil { firsts[entry.name.value] = index }
    }
    return givers.keys.sorted().map { finding(givers[$0] ?? [], role.entries[$0], role, catalog) }
  }

  private static func finding(
    _ redundant: [Int], _ giver: RoleEntry, _ role: RoleDeclaration, _ catalog: Catalog
  ) -> Finding {
    let names = redundant.map { role.entries[$0].name }
    let more = names.count == 1 ? "" : " and \(names.count - 1) more"
    let isRepeated = names.allSatisfy { $0.value == giver.name.value }
    let edits = names.compactMap { catalog.removingLine(of: $0) }
    return Finding(
      isRepeated
        ? "`\(giver.name.value)` is listed twice"
        : "`\(names[0].value)`\(more) \(names.count == 1 ? "adds" : "add") nothing to `\(giver.name.value)`",
      at: names[0].place,
      related: [Related("this entry of `\(role.id.value)` gives it", at: giver.name.place)]
        + names.dropFirst().prefix(3).map { Related("it gives this one too", at: $0.place) },
      help: isRepeated ? "drop one" : "drop it, or narrow `\(giver.name.value)` if that gives too much",
      fix: edits.count == names.count ? Fix(isSafe: false, edits: edits) : nil,
      facts: [role.platform, role.id.value, giver.name.value] + names.map(\.value))
  }
}

extension Catalog {
  /// The edit that takes away a list item which holds nothing but this name.
  fileprivate func removingLine(of name: Located<String>) -> Edit? {
    let text = files[Int(name.place.file)].text
    let number = text.lineNumber(at: name.place.span.start)
    let line = text.line(number)
    let words = trimmed(text.text(line))
    guard ["- ", "* ", "+ "].contains(where: { words == $0 + "`\(name.value)`" }) else { return nil }
    let end = number < text.lineCount ? text.line(number + 1).start : line.end
    return Edit(Place(name.place.file, Span(line.start, end)), "")
  }
}
