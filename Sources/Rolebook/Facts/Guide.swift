/// A page that leads a reader through a task, with what each way of doing it grants.
public struct Guide: Sendable {
  /// The index of its page.
  public let page: Int
  public let task: String?
  public let options: [GuideOption]
  /// The permission tables outside options.
  public let requirements: [Requirement]
  /// Every role that some option assigns; those that steps name have resolved.
  public let assignments: [RoleAssignment]
  public let claims: [Claim]
  public let steps: [Step]
  /// One for every way to take one option of each group.
  public let combinations: [Combination]
  public let script: Script
  /// What the script gives, for all choices of options that run the same blocks.
  public let access: [ScriptAccess]
  /// Every role that it gives, whoever says so: tables, all steps, statements.
  public var given: [GivenRole] = []
  /// Options that the page says nothing about.
  public var unplacedOptions: [UnplacedOption] = []
  /// Whether facts may belong to a missing option: they stand below a heading and in no option.
  public var hasLostSection = false
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
  /// The index of the item in the page's nodes.
  let node: Int
}

/// One option of each group, taken together, and what that grants against what is required.
public struct Combination: Sendable {
  public let options: [String]
  public let coverage: [Coverage]
  /// Whether the options' own permission list is what is required of them; such a list cannot miss anything.
  public let setsOwnRequirements: Bool
  /// The lists of which one must be covered; `coverage` is that of the one that fits best.
  public var alternatives: [MeasuredList] = []
}

/// What a combination grants against one list of requirements.
public struct MeasuredList: Sendable {
  /// The options that the list belongs to; none where it is the task's.
  public let options: OptionScope
  public let coverage: [Coverage]

  public var missingCount: Int { coverage.reduce(0) { $0 + $1.missing.count } }
  fileprivate var excessCount: Int { coverage.reduce(0) { $0 + $1.excess.count } }

  /// Whether less is missing than with the other list or, where that is the same, less in excess.
  func fits(betterThan other: MeasuredList) -> Bool {
    (missingCount, excessCount) < (other.missingCount, other.excessCount)
  }
}

/// What a combination of options grants on one securable.
public struct Coverage: Sendable {
  public let securable: Securable
  /// Granted on this very securable.
  public let granted: PermissionSet
  /// Required on this very securable.
  public let required: PermissionSet
  /// Granted here and required neither here nor below.
  public let excess: PermissionSet
  /// Required here and granted neither here nor above.
  public let missing: PermissionSet
}
