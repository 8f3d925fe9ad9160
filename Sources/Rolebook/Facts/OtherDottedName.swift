/// Tells domains, packages and file names from permissions, where a platform has no grammar of its own.
enum OtherDottedName {
  /// Whether a text of dotted parts is some other name: `app.example.com`, `com.example.app`,
  /// `prometheus.yml.example`, `1.2.3`.
  static func isMeant(by text: String) -> Bool {
    // What follows a host's slash is the name: `iam.googleapis.com/workforcePools.get`.
    let name = text.utf8.lastIndex(of: UInt8(ascii: "/")).map { text[text.index(after: $0)...] } ?? text[...]
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return false }
    return isOneOf(leads, first) || isOneOf(endings, last)
  }

  private static func isOneOf(_ words: Set<String>, _ part: Substring.UTF8View) -> Bool {
    part.count < 11 && words.contains(String(decoding: part, as: UTF8.self).lowercased())
  }

  private static let leads: Set<String> = ["com", "org", "net", "io", "www", "java", "javax", "kotlin"]

  /// None of these may be a verb: `locks.files.lock` is a permission.
  private static let endings: Set<String> = [
    "com", "org", "net", "io", "example", "localhost", "invalid", "yml", "yaml", "json", "toml", "ini",
    "conf",
    "cfg", "properties", "xml", "html", "htm", "css", "md", "mdx", "txt", "pdf", "csv", "sql", "sh", "py",
    "js",
    "mjs", "ts", "tsx", "jsx", "java", "kt", "rs", "cpp", "exe", "gz", "tgz", "jar", "deb", "rpm", "png",
    "jpg",
    "svg", "pem", "crt", "tmpl", "tpl", "dll",
  ]
}
