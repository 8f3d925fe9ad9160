/// An option of a guide's front matter that no section, table or block of SQL of the page is about.
public struct UnplacedOption: Sendable {
  public let option: OptionDeclaration
  /// A heading that no option owns and that reads much like this one's title.
  public let nearHeading: Located<String>?
}

extension UnplacedOption {
  /// None where the page names options that it does not have: one of these may be meant.
  static func readAll(_ scope: FactScope) -> [UnplacedOption] {
    let named = Set(UnknownOptions.named(on: scope.page).map(\.value))
    guard named.allSatisfy({ scope.outline.has(option: $0) }) else { return [] }
    return scope.page.frontMatter.options
      .filter { !named.contains($0.id.value) && !scope.outline.hasSection($0.id.value) }
      .map { UnplacedOption(option: $0, nearHeading: nearHeading($0, scope)) }
  }

  private static func nearHeading(_ option: OptionDeclaration, _ scope: FactScope) -> Located<String>? {
    let page = scope.page
    let free = page.headings.filter { $0.level > 1 && scope.outline.scope(of: $0.node).isEmpty }
    let near =
      free.first { shareMostWords($0.text, option.title) }
      ?? closest(to: option.title, among: free.map(\.text)).flatMap { text in free.first { $0.text == text } }
    return near.map { Located($0.text, page.place($0.span)) }
  }

  private static func shareMostWords(_ left: String, _ right: String) -> Bool {
    let (left, right) = (words(left), words(right))
    return left.intersection(right).count * 3 > max(left.count, right.count) * 2
  }

  /// Those that say something: of three letters or more, in lower case.
  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.filter { $0.count > 2 && $0 != "the" }.map(String.init))
  }
}
