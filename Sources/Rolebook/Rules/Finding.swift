import Markdown

/// How sure and how bad a finding is: only errors fail a check.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  case info, warning, error

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  private var rank: Int { Severity.allCases.firstIndex(of: self)! }
}

/// A fault that a rule sees, with its places.
public struct Finding: Sendable {
  /// The id of the rule: `unknown-permission`.
  public var rule: String
  public var severity: Severity
  public var status = Status.new
  /// Lower case, no full stop, the user's words in backticks.
  public let message: String
  public let place: Place
  /// Words after the carets.
  public let label: String?
  /// The other places that it is about, each with its own words.
  public let related: [Related]
  /// The cure.
  public let help: String?
  public let fix: Fix?
  /// What the fingerprint is made of beside the rule: names and values, never line numbers.
  public let facts: [String]

  /// What is known of a finding beside what it says.
  public enum Status: Sendable, Equatable {
    case new
    /// The site lives with it for now.
    case baseline
    /// An author allows it where it stands; the feed lists it all the same.
    case suppressed(reason: String)

    /// As other programs know it: `suppressed`.
    public var name: String {
      switch self {
      case .new: "new"
      case .baseline: "baseline"
      case .suppressed: "suppressed"
      }
    }
  }

  public var isSuppressed: Bool { if case .suppressed = status { true } else { false } }

  public init(
    _ message: String, at place: Place, label: String? = nil, related: [Related] = [],
    help: String? = nil, fix: Fix? = nil, facts: [String]
  ) {
    self.rule = ""
    self.severity = .error
    self.message = message
    self.place = place
    self.label = label
    self.related = related
    self.help = help
    self.fix = fix
    self.facts = facts
  }
}

/// Another place that a finding quotes.
public struct Related: Sendable {
  public let message: String
  public let place: Place
  public let label: String?

  public init(_ message: String, at place: Place, label: String? = nil) {
    self.message = message
    self.place = place
    self.label = label
  }
}

/// Edits that cure a finding; safe ones change no fact but the faulty one.
public struct Fix: Sendable {
  public let isSafe: Bool
  public let edits: [Edit]

  public init(isSafe: Bool, edits: [Edit]) {
    self.isSafe = isSafe
    self.edits = edits
  }
}

/// The bytes at a place, replaced.
public struct Edit: Sendable {
  public let place: Place
  public let replacement: String

  public init(_ place: Place, _ replacement: String) {
    self.place = place
    self.replacement = replacement
  }
}
