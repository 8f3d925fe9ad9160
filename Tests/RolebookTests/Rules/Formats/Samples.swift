import Markdown

@testable import Rolebook

/// A report on one file's text, for tests.
func report(on text: String, path: String = "content/a.md", _ findings: [Finding]) -> Report {
  let file = SourceFile(path: path, role: .page, bytes: Array(text.utf8))
  return Report(findings, of: Catalog(of: [file]))
}

extension Catalog {
  /// A catalog of files that state nothing.
  init(of files: [SourceFile]) {
    self.init(
      settings: Settings(), files: files, pages: [], facts: [], permissions: [], roles: [], guides: [],
      completeServices: [:], names: NameIndex(), links: LinkIndex(links: []), mentions: [], strangers: [],
      redirects: [])
  }
}

extension Place {
  /// Where `words` stand in `text`.
  static func of(_ words: String, in text: String, file: FileID = 0) -> Place {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return Place(file, Span(start, start + wanted.count))
  }
}

extension Finding {
  /// The finding as if a rule had made it.
  func by(_ rule: String, _ severity: Severity = .warning) -> Finding {
    var finding = self
    finding.rule = rule
    finding.severity = severity
    return finding
  }
}

/// Reports that formats are tried on.
enum Samples {
  /// What each format has to escape, a finding that is allowed and one in a baseline.
  static func awkward() async -> Report {
    let known = await World(["z.md": "# Z\n\n[x](known.md)\n"]).report()
    let pages = [
      "z.md": "# Z\n\n[x](known.md)\n",
      "ä b,c:d.md":
        "---\ntitle: T\nkind: guide\nplatform: p\n---\n\n[x](<100%25 \"a\" & 'b' | c::d.md>)\n\n[y](n\u{1}\u{FFFE}\u{1B}[2J😀.md)\n\n1. Go\n19. Go\n",
      "allowed.md": "# A\n\n<!-- allow dead-link: it comes \"soon\" & <later> -->\n[x](none.md)\n",
    ]
    return await World(pages, baseline: String(decoding: Baseline.text(of: known), as: UTF8.self)).report()
  }
}
