import Markdown

/// A site's `rolebook.yml`; every key is optional.
public struct Settings: Sendable {
  public var title = "Documentation"
  /// The site's address, ending in a slash; nil where it may be served from anywhere.
  public var baseURL: String?
  /// Where a page may be edited, with `{path}` for its path below the root.
  public var editURL: String?
  /// Where a line of a file may be read, with `{path}` and `{line}`.
  public var sourceURL: String?
  /// Where a change of a page may be asked for, with `{path}`, `{title}` and `{url}`.
  public var issueURL: String?
  /// Where readers may say whether a page helped, with `{answer}` besides.
  public var feedbackURL: String?
  /// Folders relative to `rolebook.yml`.
  public var content = "content"
  public var templates = "templates"
  public var output = "public"
  /// File name endings of pages, without the dot.
  public var extensions = ["md"]
  public var defaultKind: FrontMatter.Kind?
  /// Front matter by path, for pages that have none of their own; the first match counts.
  public var pages: [PageDefaults] = []
  /// Keys of other tools that front matter may hold.
  public var frontMatterKeys: [String] = []
  public var platforms: [String: Platform] = [:]
  public var tables: [TableProfile] = []
  public var rules: [String: RuleLevel] = [:]
  public var overrides: [RuleOverride] = []
  /// The rules that `rules:` and `overrides:` name, where they do.
  public var namedRules: [Located<String>] = []
  public var limits = Limits()
  public var problems: [SettingProblem] = []

  public init() {}
}

/// A system that has its own permissions.
public struct Platform: Sendable {
  public var title: String?
  /// What every role id begins with: `roles/`.
  public var rolePrefix = ""
  /// Regular expressions for ids; nil for the default grammar.
  public var permission: IDPattern?
  public var role: IDPattern?

  public init() {}
}

/// Front matter for the pages that a glob matches.
public struct PageDefaults: Sendable {
  public let match: Glob
  public let frontMatter: FrontMatter
}

/// More headers, marks, separators and ids for a table shape, on the pages that a glob matches.
public struct TableProfile: Sendable {
  /// The names of the shapes that a profile may widen.
  static let shapes = ["permissions", "roles", "matrix", "access"]

  public let shape: String
  public let match: Glob
  /// Column → further header texts, lower case.
  public let headers: [String: [String]]
  /// Further cell texts that mean yes, no, and a yes under a condition in a matrix.
  public let yes: [String]
  public let no: [String]
  public let conditional: [String]
  /// Further texts between names of a list.
  public let separators: [String]
  /// What ids look like in these tables, where the platform's grammar does not say it.
  public let permission: IDPattern?
  public let role: IDPattern?
}

/// The level that a site gives to a rule.
public enum RuleLevel: String, Sendable, CaseIterable { case off, info, warning, error }

/// Levels for the pages that a glob matches.
public struct RuleOverride: Sendable {
  public let match: Glob
  public let rules: [String: RuleLevel]
}
