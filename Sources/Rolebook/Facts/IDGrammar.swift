import Markdown

/// Tells the ids of a platform's permissions and roles from other words.
struct IDGrammar: Sendable {
  private let permission: IDPattern?
  private let role: IDPattern?
  let rolePrefix: String

  init(_ platform: Platform?) {
    permission = platform?.permission
    role = platform?.role
    rolePrefix = platform?.rolePrefix ?? ""
  }

  private init(permission: IDPattern?, role: IDPattern?, rolePrefix: String) {
    self.permission = permission
    self.role = role
    self.rolePrefix = rolePrefix
  }

  /// The grammar with the ids that profiles of a table give in its place; the last one counts.
  func refined(by profiles: [TableProfile]) -> IDGrammar {
    IDGrammar(
      permission: profiles.last { $0.permission != nil }?.permission ?? permission,
      role: profiles.last { $0.role != nil }?.role ?? role, rolePrefix: rolePrefix)
  }

  /// Whether the platform says itself what its permissions look like.
  var isOfPlatform: Bool { permission != nil }

  /// By default three parts or more of letters, digits, `-` and `_`, possibly after a host with a slash, as in
  /// `iam.googleapis.com/workforcePools.get`.
  func isPermission(_ text: String) -> Bool {
    permission?.matches(text)
      ?? (Self.partCount(text.utf8, allowsWildcard: false) >= 3 && !OtherDottedName.isMeant(by: text))
  }

  /// A permission, or one with `*` for a part.
  func isPattern(_ text: String) -> Bool {
    if isPermission(text) { return true }
    guard text.utf8.contains(UInt8(ascii: "*")) else { return false }
    guard let permission else { return Self.partCount(text.utf8, allowsWildcard: true) >= 1 }
    guard !text.contains(where: { $0.isWhitespace || $0 == "{" || $0 == "<" }) else { return false }
    // A scope such as `dashboards:uid:*` is none: whatever stands for its `*`, no permission looks like that.
    return text.utf8.first == UInt8(ascii: "*")
      || Self.replacements.contains { permission.matches(text.replacing("*", with: $0)) }
  }

  /// Texts that a `*` may stand for, in the spellings that grammars of platforms have.
  private static let replacements = [
    "x", "X", "xxx", "Xxx", "XXX", "x.x", "x.x.x", "x:x", "x:Xx", "x/x", "x_x", "x-x", "xxx.xxx", "xxx:xxx",
    "xxx/xxx",
  ]

  /// With the platform's prefix; without one, `roles/…` as Google writes it.
  func isRole(_ text: String) -> Bool {
    if let role { return role.matches(text) }
    let prefix = (rolePrefix.isEmpty ? "roles/" : rolePrefix).utf8
    guard text.utf8.starts(with: prefix) || text.utf8.holds(prefix, after: UInt8(ascii: "/")) else {
      return false
    }
    return text.utf8.count > prefix.count && !text.utf8.contains(where: \.isBlankOrQuote)
  }

  /// How many dot-separated parts the text has; 0 where it is no id.
  private static func partCount(_ text: String.UTF8View, allowsWildcard: Bool) -> Int {
    var parts = 1
    var length = 0
    var slashes = 0
    guard let first = text.first, first.isASCIILetter || (allowsWildcard && first == UInt8(ascii: "*")) else {
      return 0
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "."):
        guard length > 0 else { return 0 }
        parts += 1
        length = 0
      case UInt8(ascii: "/"):
        slashes += 1
        guard length > 0, slashes == 1, parts > 1 else { return 0 }
        length = 0
      case UInt8(ascii: "-"), UInt8(ascii: "_"): length += 1
      case UInt8(ascii: "*") where allowsWildcard: length += 1
      default:
        guard byte.isASCIILetter || (0x30...0x39).contains(byte) else { return 0 }
        length += 1
      }
    }
    return length > 0 ? parts : 0
  }
}

extension String.UTF8View {
  /// Whether this byte and the word after it stand somewhere in the text: a custom role's
  /// `projects/p/roles/r`.
  fileprivate func holds(_ word: String.UTF8View, after lead: UInt8) -> Bool {
    var rest = self[...]
    while let found = rest.firstIndex(of: lead) {
      rest = rest[rest.index(after: found)...]
      if rest.starts(with: word) { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  fileprivate var isBlankOrQuote: Bool {
    self <= 0x20 || self == UInt8(ascii: "`") || self == UInt8(ascii: "\"")
  }
}
