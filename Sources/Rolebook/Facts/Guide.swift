/// A page that leads a reader through a task, with what each way of doing it grants.
public struct Guide: Sendable {
  /// The index of its page.
  public let page: Int
  public let task: String?
  public let options: [GuideOption]
  /// The permission tables outside options.
  public let requirements: [Requirement]
  public let claims: [Claim]
  public let steps: [Step]
  /// One for every way to take one option of each group.
  public let combinations: [Combination]
  public let script: Script
}

/// One alternative of a guide. A guide without options has a single one with an empty id.
public struct GuideOption: Sendable {
  public let declaration: OptionDeclaration?
  /// What its custom role holds.
  public let permissions: [Requirement]
  public let roles: [RoleAssignment]

  public var id: String { declaration?.id.value ?? "" }
}

/// One item of a guide's ordered lists.
public struct Step: Sendable {
  /// The number a reader sees.
  public let number: Int
  public let text: String
  public let place: Place
}

/// One option of each group, taken together, and what that grants against what is required.
public struct Combination: Sendable {
  public let options: [String]
  public let coverage: [Coverage]
}

/// What a combination of options grants on one securable.
public struct Coverage: Sendable {
  public let securable: Securable
  public let granted: PermissionSet
  public let required: PermissionSet
  /// Granted on this very securable and required neither there nor below.
  public var excess: PermissionSet { granted.subtracting(required) }
  /// Required here and granted neither here nor above.
  public let missing: PermissionSet
}
