extension Rule {
  static let unreadFrontMatter = Rule(
    "unread-front-matter", .pages, .error,
    "A page's front matter does not parse, or a value cannot be what it says",
    judging: .pages {
      StrayFrontMatter.findings(on: $0.page)
    } rest: { catalog in
      unread(catalog) + strayPlatforms(catalog) + StrayFrontMatter.unknownServices(catalog)
    })

  private static func unread(_ catalog: Catalog) -> [Finding] {
    let problems = catalog.settings.problems + catalog.pages.flatMap(\.frontMatter.problems)
    return problems.compactMap { problem -> Finding? in
      let path = catalog.files[Int(problem.place.file)].path
      guard let (message, help) = words(for: problem.fault) else { return nil }
      return Finding(message, at: problem.place, help: help, facts: [path, message])
    }
  }

  /// A platform that only one page names, and that differs little from another one.
  private static func strayPlatforms(_ catalog: Catalog) -> [Finding] {
    let pages = Dictionary(grouping: catalog.pages.filter { $0.platform != nil }) { $0.platform ?? "" }
    let known = Set(catalog.settings.platforms.keys).union(pages.filter { $0.value.count > 1 }.keys)
    return pages.keys.sorted().filter { !known.contains($0) }.compactMap { name in
      guard let page = pages[name]?.first, let place = page.frontMatter.platform?.place,
        let near = closest(to: name, among: known)
      else { return nil }
      var finding = Finding(
        "no other page is about the platform `\(name)`", at: place, help: "did you mean `\(near)`?",
        facts: [page.path, name])
      finding.severity = .warning
      return finding
    }
  }

  private static func words(for fault: SettingProblem.Fault) -> (message: String, help: String)? {
    switch fault {
    case .unknownKey: nil
    case .wrongType(let key, let expected, let found):
      ("`\(key)` should be \(expected), and is \(found)", "write \(expected)")
    case .unknownValue(let key, let value, let allowed):
      (
        "`\(value)` is no value of `\(key)`",
        "write one of \(allowed.map { "`\($0)`" }.joined(separator: ", "))"
      )
    case .duplicateKey(let key): ("the key `\(key)` stands here twice", "keep one of the two")
    case .unclosed: ("no `---` ends the front matter", "write a line of `---` after its last key")
    case .syntax(let message):
      ("the YAML does not parse: \(message)", "put text with `: ` or `#` in it between quotes")
    }
  }
}

extension SettingProblem.Fault {
  /// Whether nothing could be read at all.
  var isSyntax: Bool {
    switch self {
    case .syntax, .unclosed: true
    default: false
    }
  }
}
