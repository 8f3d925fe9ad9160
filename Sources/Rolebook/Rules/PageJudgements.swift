import Markdown

/// A page as the rules see it that judge each page by itself.
struct JudgedPage: Sendable {
  let page: Page
  /// What it states as it was read, before names were resolved.
  let facts: [Fact]
  /// Whether its file could be read and parsed; what it lacks otherwise is no fault of its own.
  let isReadable: Bool
}

/// What the rules find that judge each page by itself. A page that is as it was is not judged again.
struct PageJudgements: Sendable {
  /// What one rule found on one page.
  private struct Found: Sendable {
    let rule: String
    let findings: [Finding]
  }

  private let pages: [Page]
  /// The rules that judged.
  private let rules: [String]
  /// Beside the pages.
  private let found: [[Found]]

  static let none = PageJudgements(pages: [], rules: [], found: [])

  private init(pages: [Page], rules: [String], found: [[Found]]) {
    (self.pages, self.rules, self.found) = (pages, rules, found)
  }

  /// Judges the pages of a catalog by those of the rules that judge pages, `jobs` tasks at once.
  static func make(of catalog: Catalog, by rules: [Rule], after previous: PageJudgements?, jobs: Int) async
    -> PageJudgements
  {
    let pages = catalog.pages
    let judges = rules.compactMap { rule -> (id: String, find: @Sendable (JudgedPage) -> [Finding])? in
      guard case .pages(let find, _) = rule.judgement else { return nil }
      return (rule.id, find)
    }
    let ids = judges.map(\.id)
    let known = previous.flatMap { $0.rules == ids && $0.pages.count == pages.count ? $0 : nil }
    let found = await parallelMap(pages.count, jobs: jobs) { index -> [Found] in
      if let known, pages[index].isSame(as: known.pages[index]) { return known.found[index] }
      let judged = JudgedPage(
        page: pages[index], facts: catalog.readFacts[index], isReadable: pages[index].isReadable(in: catalog))
      return judges.compactMap { judge in
        let findings = judge.find(judged)
        return findings.isEmpty ? nil : Found(rule: judge.id, findings: findings)
      }
    }
    return PageJudgements(pages: pages, rules: ids, found: found)
  }

  /// What each rule found, in the order of the pages.
  var byRule: [String: [Finding]] {
    var all: [String: [Finding]] = [:]
    for page in found { for one in page { all[one.rule, default: []] += one.findings } }
    return all
  }
}
