/// What two declarations of one role state differently.
struct RoleConflict {
  /// One thing that both state, each in its own way.
  struct Difference {
    /// "title", "permissions".
    let what: String
    let here: Located<String>
    let there: Located<String>
  }

  let differences: [Difference]

  /// Nil where the two agree in all that both state.
  init?(of again: RoleDeclaration, with first: RoleDeclaration, _ reach: EntryReach) {
    var found = [
      Self.difference("title", again.title, first.title),
      Self.difference("kind", again.kind?.words, first.kind?.words),
      Self.difference("lowest resource", again.lowestResource, first.lowestResource),
    ].compactMap { $0 }
    if again.origin == first.origin {
      found += [Self.difference("description", again.description?.located, first.description?.located)]
        .compactMap { $0 }
    }
    found += [Self.entries(of: again, first, reach)].compactMap { $0 }
    guard !found.isEmpty else { return nil }
    differences = found
  }

  private static func difference(_ what: String, _ here: Located<String>?, _ there: Located<String>?)
    -> Difference?
  {
    guard let here, let there,
      foldedDescription(here.value).lowercased() != foldedDescription(there.value).lowercased()
    else { return nil }
    return Difference(
      what: what, here: Located("`\(here.value)`", here.place),
      there: Located("`\(there.value)`", there.place))
  }

  private static func entries(of again: RoleDeclaration, _ first: RoleDeclaration, _ reach: EntryReach)
    -> Difference?
  {
    guard !again.entries.isEmpty, !first.entries.isEmpty else { return nil }
    let here = reach.excess(of: again, over: first)
    let there = reach.excess(of: first, over: again)
    guard !here.isEmpty || !there.isEmpty else { return nil }
    return Difference(what: "permissions", here: only(here, again), there: only(there, first))
  }

  private static func only(_ names: [Located<String>], _ declaration: RoleDeclaration) -> Located<String> {
    guard let first = names.first else { return Located("nothing more", declaration.id.place) }
    return Located("only here: \(namesInWords(names.map(\.value)))", first.place)
  }
}

extension Located<RoleDeclaration.Kind> {
  fileprivate var words: Located<String> { Located<String>(value.rawValue, place) }
}

extension Passage {
  fileprivate var located: Located<String> { Located(text, place) }
}
