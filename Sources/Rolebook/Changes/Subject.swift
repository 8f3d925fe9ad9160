/// What a change is about, by the names that tell it from everything else in a feed.
public enum Subject: Hashable, Sendable {
  case permission(Name)
  case role(Name)
  case right(Right)
  case guide(path: String)
  case option(guide: String, id: String)
  case need(Need)
  case claim(Claim)
  case grant(guide: String, id: String)

  /// A name and the platform that has it.
  public struct Name: Hashable, Sendable {
    public let platform: String
    public let name: String
  }

  /// A permission that a role holds; with the condition, where it holds it under one only.
  public struct Right: Hashable, Sendable {
    public let role: Name
    public let permission: String
    public let condition: String?
  }

  /// A permission that a guide's task requires, or that the custom role of one of its options holds.
  public struct Need: Hashable, Sendable {
    public let guide: String
    public let option: String?
    public let permission: String
    public let securable: String
  }

  /// A row of an access table.
  public struct Claim: Hashable, Sendable {
    public let guide: String
    public let option: String
    public let role: String
    public let access: String
    public let securable: String
  }

  /// The permission, role or guide that it is a part of, or that it is.
  public var home: Subject {
    switch self {
    case .permission, .role, .guide: self
    case .right(let right): .role(right.role)
    case .option(let guide, _), .grant(let guide, _): .guide(path: guide)
    case .need(let need): .guide(path: need.guide)
    case .claim(let claim): .guide(path: claim.guide)
    }
  }

  /// The parts of what lists are ordered by: permissions, roles and guides, each followed by its own.
  var order: [String] {
    switch self {
    case .permission(let name): ["0", name.platform, name.name]
    case .role(let name): ["1", name.platform, name.name]
    case .right(let right):
      ["1", right.role.platform, right.role.name, "0", right.permission, right.condition ?? ""]
    case .guide(let path): ["2", path]
    case .option(let guide, let id): ["2", guide, "0", id]
    case .need(let need): ["2", need.guide, "1", need.option ?? "", need.permission, need.securable]
    case .grant(let guide, let id): ["2", guide, "2", id]
    case .claim(let claim):
      ["2", claim.guide, "3", claim.option, claim.role, claim.access, claim.securable]
    }
  }
}
