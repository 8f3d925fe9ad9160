/// What the declarations of one permission say of it, beside each other; blanks and the last full stop say nothing.
struct ToldDescriptions {
  private let texts: [String]
  /// The first declaration that describes it, and the first that does so in other words.
  private let first: Int?
  private let other: Int?

  init(_ declarations: [PermissionDeclaration]) {
    let texts = declarations.map { foldedDescription($0.description.text) }
    let first = texts.firstIndex { !$0.isEmpty }
    self.texts = texts
    self.first = first
    other = first.flatMap { first in texts.firstIndex { !$0.isEmpty && $0 != texts[first] } }
  }

  /// The first declaration that describes it in other words than this one; nil where one of them says nothing.
  func rival(of index: Int) -> Int? {
    guard let first, !texts[index].isEmpty else { return nil }
    return texts[index] == texts[first] ? other : first
  }
}
