/// An option of a guide's front matter that no section, table or block of SQL of the page is about.
public struct UnplacedOption: Sendable {
  public let option: OptionDeclaration
  /// A heading that no option owns and that reads much like this one's title.
  public let nearHeading: Located<String>?
}

extension UnplacedOption {
  static func readAll(_ scope: FactScope) -> [UnplacedOption] {
    let named = Set(UnknownOptions.named(on: scope.page).map(\.value))
    return scope.page.frontMatter.options
      .filter { !named.contains($0.id.value) && !scope.outline.hasSection($0.id.value) }
      .map { UnplacedOption(option: $0, nearHeading: nearHeading($0, scope)) }
  }

  private static func nearHeading(_ option: OptionDeclaration, _ scope: FactScope) -> Located<String>? {
    let page = scope.page
    let free = page.headings.filter { $0.level > 1 && scope.outline.scope(of: $0.node).isEmpty }
    let title = option.title.lowercased()
    let near =
      free.first { heading in
        let text = heading.text.lowercased()
        return min(title.utf8.count, text.utf8.count) > 3 && (text.contains(title) || title.contains(text))
      } ?? closest(to: option.title, among: free.map(\.text)).flatMap { text in free.first { $0.text == text } }
    return near.map { Located($0.text, page.place($0.span)) }
  }
}
