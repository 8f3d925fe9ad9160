import Markdown

extension SiteOutput {
  /// What pages do beside being read: a script for all of them, and one for the tools, which holds the first too, so
  /// that each page loads a single one.
  static let scripts = SiteOutput("scripts") { plan in
    [
      SiteFile("site.js") { plan.appendScript(siteScripts, texts: ["page-", "search-"], to: &$0) },
      SiteFile("explorer.js") {
        plan.appendScript(siteScripts + explorerScripts, texts: ["page-", "search-", "explorer-"], to: &$0)
      },
    ]
  }

  /// In the order in which they run; the first makes what the others share.
  private static let siteScripts = [
    "core.js", "page.js", "cards.js", "terms.js", "names.js", "spelling.js", "text.js", "search.js",
    "not-found.js",
  ]
  private static let explorerScripts = [
    "access.js", "custom-role.js", "sql-grants.js", "pick.js", "compare.js", "check.js", "matrix.js",
  ]
}

extension SitePlan {
  /// What scripts need to know of the site, with the texts whose keys begin with one of these; then the scripts.
  fileprivate func appendScript(_ names: [String], texts prefixes: [String], to bytes: inout [UInt8]) {
    let texts = templates.texts.texts.filter { key, _ in prefixes.contains { key.hasPrefix($0) } }
    var json = JSON(layout: .row)
    json.object { json in
      json.member("namesIndexFiles", settings.baseURL == nil)
      json.member("texts") { json in
        json.object { json in
          for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
            json.member(key: key) { $0.value(text) }
          }
        }
      }
    }
    bytes.append("window.rolebook = ")
    bytes.append(contentsOf: json.bytes)
    bytes.append(";\n")
    for name in names { bytes.append(script: templates.asset("scripts/\(name)")) }
  }
}

extension Array where Element == UInt8 {
  /// Appends a script without the blanks before its lines and without lines that are comments. No text of ours spans
  /// lines.
  fileprivate mutating func append(script: [UInt8]) {
    for line in script.split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == UInt8(ascii: " ") }
      if code.isEmpty || code.starts(with: "//".utf8) { continue }
      append(contentsOf: code)
      append(UInt8(ascii: "\n"))
    }
  }
}
