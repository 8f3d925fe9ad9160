/// How a language is written, as far as its colours go.
struct CodeLanguage {
  /// What starts a comment that ends with the line; after a blank only, where it may stand in a word.
  let comments: [[UInt8]]
  let quotes: [UInt8]
  /// What follows the name of a member: `:` or `=`.
  let keySign: UInt8?
  /// Whether words with hyphens before them are options, and `$name` is a variable.
  let isShell: Bool
  let keywords: Set<String>

  private init(
    comments: [String], quotes: String, keySign: Character? = nil, isShell: Bool = false,
    keywords: Set<String> = ["true", "false", "null"]
  ) {
    self.comments = comments.map { Array($0.utf8) }
    self.quotes = Array(quotes.utf8)
    self.keySign = keySign?.asciiValue
    self.isShell = isShell
    self.keywords = keywords
  }

  private static let json = CodeLanguage(comments: [], quotes: "\"", keySign: ":")
  private static let yaml = CodeLanguage(comments: ["#"], quotes: "\"'", keySign: ":")
  private static let hcl = CodeLanguage(
    comments: ["#", "//"], quotes: "\"", keySign: "=",
    keywords: [
      "data", "false", "for", "locals", "module", "null", "output", "provider", "resource", "true",
      "variable",
    ]
  )
  private static let shell = CodeLanguage(
    comments: ["#"], quotes: "\"'", isShell: true,
    keywords: [
      "case", "cd", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in",
      "then",
      "while",
    ])

  /// By the words that fences use.
  static let named: [String: CodeLanguage] = [
    "bash": shell, "console": shell, "sh": shell, "shell": shell, "zsh": shell,
    "hcl": hcl, "terraform": hcl, "tf": hcl,
    "json": json, "jsonc": json, "yaml": yaml, "yml": yaml,
  ]
}
