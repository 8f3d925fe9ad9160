import Rolebook

/// A part of the program that is fed with bytes of any kind: what it reads them as, and that it must end.
struct FuzzTarget: Sendable {
  /// As the command line names it: `front-matter`.
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  /// Every target; one is one line here, and one in `seeds.py`.
  static let all: [FuzzTarget] = [
    FuzzTarget("front-matter") { check("---\n", $0, "\n---\n\nText.\n") },
    FuzzTarget("tables") { check(head(kind: "reference", platform: "bigquery"), $0, "\n") },
    FuzzTarget("sql") { check(head(kind: "guide", platform: "redshift") + "```sql\n", $0, "\n```\n") },
    FuzzTarget("patterns") { matchPatterns($0) },
    FuzzTarget("page") { publish($0) },
  ]

  private init(_ name: String, run: @escaping @Sendable ([UInt8]) -> Void) {
    self.name = name
    self.run = run
  }

  private static func head(kind: String, platform: String) -> String {
    "---\ntitle: Fuzzed\nkind: \(kind)\nplatform: \(platform)\n---\n\n"
  }

  /// Checks a site of one page, and writes the report, which shows each place with its line.
  private static func check(_ before: String, _ bytes: [UInt8], _ after: String) {
    let build = built(Array(before.utf8) + bytes + Array(after.utf8))
    for format in ReportFormat.all {
      _ = format.render(Report(build.findings, of: build.catalog), ReportStyle(isColored: false))
    }
  }

  /// Reads each line as a pattern of a role, beside permissions that it may stand for, and as a glob of the settings.
  private static func matchPatterns(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    let names = lines.map { "| `\($0)` | Fuzzed. |\n" }.joined()
    let entries = lines.map { "`\($0)` " }.joined()
    check(
      head(kind: "reference", platform: "bigquery") + "| Permission | Description |\n|-|-|\n" + names
        + "\n| Role | Permissions |\n|-|-|\n| `roles/a.b` | ", Array(entries.utf8), " |\n")
    for (pattern, path) in zip(lines, lines.dropFirst()) { _ = Glob(pattern).matches(path) }
  }

  /// Checks a whole page and makes all files of its site.
  private static func publish(_ bytes: [UInt8]) {
    let build = built(bytes)
    let site = waiting { await build.site(templates: Templates(files: [])) }
    var file: [UInt8] = []
    for output in site.files {
      file.removeAll(keepingCapacity: true)
      output.render(&file)
    }
  }

  private static func built(_ bytes: [UInt8]) -> Build {
    let page = SourceFile(path: "content/page.md", role: .page, bytes: bytes)
    return waiting { await Build(files: [page], settings: Settings(), jobs: 1) }
  }
}
