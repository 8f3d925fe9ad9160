/// A piece of what is said of a change.
public enum ChangeWord: Sendable, Equatable {
  case text(String)
  /// A name, as code writes it.
  case code(String)

  public var plain: String {
    switch self {
    case .text(let text), .code(let text): text
    }
  }
}

extension Change {
  /// What is said of it below the name of what it belongs to.
  var words: [ChangeWord] {
    switch action {
    case .added(let fields): Self.words(of: subject, fields, isAdded: true)
    case .removed(let fields): Self.words(of: subject, fields, isAdded: false)
    case .renamed(let new): [.text("is now "), .code(new)]
    case .changed(let field, let before, let after): Self.words(of: subject, field, before, after)
    }
  }

  private static func words(of subject: Subject, _ fields: Edition.Fields, isAdded: Bool) -> [ChangeWord] {
    switch subject {
    case .permission, .role, .guide:
      let name = (fields["title"] ?? fields["description"])?.text
      return [.text((isAdded ? "added" : "removed") + (name.map { ": " + $0 } ?? ""))]
    case .right(let right):
      let entries = (fields["via"]?.texts ?? []).filter { $0 != right.permission }
      return [.code(right.permission)] + list("   through ", entries)
        + (right.condition.map { [.text("   if \($0)")] } ?? [])
    case .option(_, let id): return [.text("option "), .code(id)] + title(fields)
    case .need(let need):
      return [
        .text(isAdded ? "needs " : "needs no more "), .code(need.permission), .text(" on \(need.securable)"),
      ]
        + option(need.option)
    case .claim(let claim): return words(of: claim)
    case .grant: return [.text(isAdded ? "grants " : "grants no more ")] + words(ofGrant: fields)
    }
  }

  private static func words(ofGrant fields: Edition.Fields) -> [ChangeWord] {
    let what = fields["role"]?.text.map { [$0] } ?? fields["privileges"]?.texts ?? []
    return list("", what) + [.text(" on \(fields["securable"]?.text ?? "")")]
      + (fields["grantee"]?.text.map { [.text(" to "), .code($0)] } ?? []) + option(fields["option"]?.text)
  }

  private static func words(of claim: Subject.Claim) -> [ChangeWord] {
    [.text("claims for "), .code(claim.role), .text(": \(claim.access) on \(claim.securable)")]
      + option(claim.option)
  }

  private static func words(
    of subject: Subject, _ field: String, _ before: JSONValue?, _ after: JSONValue?
  ) -> [ChangeWord] {
    switch (subject, field) {
    case (.role, "entries"): return words(ofEntries: before?.texts ?? [], after?.texts ?? [])
    case (.guide, "steps"): return words(ofSteps: before?.array?.count ?? 0, after?.array?.count ?? 0)
    case (.need(let need), _):
      return [.text("needs "), .code(need.permission), .text(" for another purpose")]
    case (.grant, _): return [.text("statement: ")] + turn(before, after)
    case (.claim(let claim), _): return words(of: claim) + [.text("   ")] + turn(before, after)
    case (.option(_, let id), _):
      return [.text("option "), .code(id), .text(" \(field): ")] + turn(before, after)
    default: return [.text(field.split(separator: "_").joined(separator: " ") + ": ")] + turn(before, after)
    }
  }

  private static func words(ofEntries before: [String], _ after: [String]) -> [ChangeWord] {
    let (gone, come) = (Set(before).subtracting(after), Set(after).subtracting(before))
    if gone.isEmpty, come.isEmpty { return [.text("entries in another order")] }
    let parts = [
      list("without ", before.filter(gone.contains)), list("with ", after.filter(come.contains)),
    ]
    return [.text("entries ")] + Array(parts.filter { !$0.isEmpty }.joined(separator: [.text(", ")]))
  }

  private static func words(ofSteps before: Int, _ after: Int) -> [ChangeWord] {
    [.text(before == after ? "steps reworded" : "steps reworded: \(before) → \(after)")]
  }

  private static func turn(_ before: JSONValue?, _ after: JSONValue?) -> [ChangeWord] {
    [.text("\(before?.text ?? "none") → \(after?.text ?? "none")")]
  }

  private static func title(_ fields: Edition.Fields) -> [ChangeWord] {
    fields["title"]?.text.map { [.text(": \($0)")] } ?? []
  }

  /// A guide that has no options has one without a name.
  private static func option(_ id: String?) -> [ChangeWord] {
    guard let id, !id.isEmpty else { return [] }
    return [.text("   option "), .code(id)]
  }

  private static func list(_ head: String, _ names: [String]) -> [ChangeWord] {
    if names.isEmpty { return [] }
    let words = names.map { [ChangeWord.code($0)] }.joined(separator: [.text(", ")])
    return (head.isEmpty ? [] : [.text(head)]) + words
  }
}
