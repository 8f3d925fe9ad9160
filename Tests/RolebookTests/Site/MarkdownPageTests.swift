import Markdown
import Testing

@testable import Rolebook

@Suite struct MarkdownPageTests {
  private let site = SampleCatalog().site()

  @Test func publishesThePageUnderItsTitle() {
    #expect(
      site.text("bigquery/permissions/index.md").hasPrefix("# Permissions\n\nDeclared here.\n\n## Tables\n"))
    #expect(site.text("bigquery/classic/index.md").hasPrefix("# Setup, classic\n\nAssign"))
  }

  @Test func leadsLinksToTheMarkdownOfPages() {
    #expect(site.text("bigquery/setup/index.md").contains("then see [the notes](../../notes/index.md)."))
  }

  @Test func isLinkedFromItsPage() {
    let page = site.text("notes/index.html")
    #expect(page.contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"../notes/index.md\">"))
    #expect(page.contains("<a href=\"../notes/index.md\" type=\"text/markdown\">View as Markdown</a>"))
    #expect(!site.text("roles/index.html").contains("text/markdown"))
  }

  @Test func listsPagesForLanguageModels() {
    let list = SampleCatalog(baseURL: "https://example.com/docs/").site().text("llms.txt")
    #expect(list.hasPrefix("# Handbook\n\n## Pages\n\n- ["))
    #expect(list.contains("\n## BigQuery\n\n- ["))
    #expect(
      list.contains(
        "(https://example.com/docs/bigquery/setup/index.md): Assign roles/bigquery.user, then see"))
    #expect(list.contains("- [Roles](https://example.com/docs/api/v1/roles.json): 2 roles (JSON)\n"))
    #expect(list.contains("\n## Optional\n\n- [Setup, classic]("))
    #expect(site.text("llms.txt").contains("](bigquery/setup/index.md)"))
  }

  @Test(
    arguments: [
      ("[a](b.md)", "b.md", "b.md"), ("[a]( <b.md> \"(b.md)\")", "b.md", "b.md"),
      ("[b.md](b.md#x)", "b.md#x", "b.md#x"),
      ("[a](c.md)", "b.md", nil), ("[a][b]", "b.md", nil), ("[(x)](b.md)", "b.md", "b.md"),
      ("[a](b\\_c.md)", "b_c.md", nil),
    ] as [(String, String, String?)])
  func findsWhereALinkSaysItsDestination(_ link: String, _ destination: String, _ found: String?) {
    let source = SourceText(Array(link.utf8))
    let span = source.inlineDestination(destination, in: Span(0, source.bytes.count))
    #expect(span.map { source.text($0) } == found)
    if let span {
      #expect(
        source.bytes[span.start - 1] == UInt8(ascii: "(") || source.bytes[span.start - 1] == UInt8(ascii: "<")
      )
    }
  }

  @Test func findsTheDestinationsOfDefinitions() {
    let source = SourceText(Array("text\n\n[a]: b.md\n  [c d]: <e.md> \"title\"\n[f] g\n".utf8))
    let found = source.definedDestinations(in: Span(0, source.bytes.count))
    #expect(found.map(\.destination) == ["b.md", "e.md"])
  }
}
