import Markdown

/// What a page says of itself before its text, DESIGN's keys as typed values.
public struct FrontMatter: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case reference, guide, concept }
  public enum Status: String, Sendable, CaseIterable { case current, superseded }

  public var title: Located<String>?
  public var kind: Located<Kind>?
  public var platform: Located<String>?
  /// The services whose tables here are the whole truth; nil where the page does not say.
  public var complete: [Located<String>]?
  public var task: Located<String>?
  public var options: [OptionDeclaration] = []
  /// What the reader already has, as written: `schema devices`, `user dbadmin`.
  public var existing: [Located<String>] = []
  public var status: Located<Status>?
  public var supersededBy: Located<String>?
  public var dialect: Located<Dialect>?
  public var description: Located<String>?
  public var order: Int?
  public var tags: [String] = []
  public var redirectFrom: [Located<String>] = []
  public var lastModified: Located<String>?
  /// Whether the page says that it is a draft or may hold raw HTML; nil where it says nothing.
  public var draft: Bool?
  public var rawHTML: Bool?

  /// The whole block with its `---` lines; empty where the page has none.
  public var span = Span(0, 0)
  public var problems: [SettingProblem] = []
  /// What it was read from; nil where an earlier run kept that.
  var newlyRead: YAML?

  public init() {}

  public var isDraft: Bool { draft ?? false }
  public var allowsRawHTML: Bool { rawHTML ?? false }
}

/// One of the alternative ways a guide offers: `{id: full, title: Full access, group: access}`.
public struct OptionDeclaration: Sendable {
  public let id: Located<String>
  public let title: String
  /// The group of options a reader takes one of; all options without one form one group.
  public let group: String

  public init(id: Located<String>, title: String, group: String) {
    self.id = id
    self.title = title
    self.group = group
  }
}

/// The SQL dialects that a page may name.
public enum Dialect: String, Sendable, CaseIterable {
  case redshift, postgres, snowflake, bigquery, databricks
}

/// A place in YAML that could not be taken as a setting.
public struct SettingProblem: Sendable {
  public enum Fault: Sendable {
    /// A key that nobody knows; with the known key it resembles.
    case unknownKey(String, suggestion: String?)
    /// `expected` in words: `a list of names`.
    case wrongType(key: String, expected: String, found: String)
    /// A value outside the allowed ones.
    case unknownValue(key: String, value: String, allowed: [String])
    case duplicateKey(String)
    /// The YAML itself does not parse, in the reader's words.
    case syntax(String)
    /// No `---` ends the block.
    case unclosed

    /// The key at fault.
    var key: String? {
      switch self {
      case .unknownKey(let key, _), .wrongType(let key, _, _): key
      case .unknownValue(let key, _, _), .duplicateKey(let key): key
      case .syntax, .unclosed: nil
      }
    }
  }

  public let fault: Fault
  public let place: Place

  public init(_ fault: Fault, _ place: Place) {
    self.fault = fault
    self.place = place
  }
}
