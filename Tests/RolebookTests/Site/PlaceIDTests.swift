import Markdown
import Testing

@testable import Rolebook

@Suite struct PlaceIDTests {
  @Test func numbersRepeatsInReadingOrder() {
    let text = "`a.b.c` `a.b.c`"
    let file = SourceFile(path: "content/p.md", role: .page, bytes: Array(text.utf8))
    let declarations = [1, 9].map { start in
      let place = Place(0, Span(start, start + 5))
      return PermissionDeclaration(
        platform: "x", name: Located("a.b.c", place), stages: [],
        description: Passage(text: "", place: place, nodes: []), seeAlso: [])
    }
    let catalog = Catalog(
      settings: Settings(), files: [file], pages: [], facts: [declarations.map(Fact.permission)],
      permissions: [], roles: [], guides: [],
      completeServices: [:], names: NameIndex(), links: LinkIndex(links: []), mentions: [], strangers: [],
      redirects: [])
    let places = PlaceIDs(catalog)
    #expect(declarations.map { places.id(of: $0) } == ["content/p.md#a.b.c", "content/p.md#a.b.c~2"])
  }
}
