import Testing

@testable import Rolebook

@Suite struct ReplyLinkTests {
  private func page(_ change: (inout Settings) -> Void = { _ in }, dates: [String: String] = [:]) -> String {
    var sample = SampleCatalog()
    change(&sample.settings)
    return sample.site(commitDates: dates).text("notes/index.html")
  }

  @Test func asksForAChange() {
    let page = page { $0.issueURL = "https://example.com/new?title={title}&body={path}" }
    #expect(
      page.contains(
        "<a href=\"https://example.com/new?title=Notes%20%26%20%3Ci%3Etricks%3C/i%3E&amp;body=content/notes.md\">Request a change</a>"
      ))
  }

  @Test func asksWhetherThePageHelped() {
    let page = page { $0.feedbackURL = "mailto:docs@example.com?subject={answer}%20{url}" }
    #expect(page.contains("<a href=\"mailto:docs@example.com?subject=Yes%20/notes/\">Yes</a>"))
    #expect(page.contains("<a href=\"mailto:docs@example.com?subject=No%20/notes/\">No</a>"))
    #expect(!self.page().contains("helpful"))
  }

  @Test func saysWhenItWasLastCommitted() {
    #expect(!page().contains("<time>"))
    let page = page(dates: ["content/notes.md": "2026-10-31", "content/other.md": "2026-11-01"])
    #expect(page.contains("<time>2026-10-31</time>"))
  }

  @Test func publishesAnIconWhereTheSiteHasNone() {
    #expect(page().contains("<link rel=\"icon\" href=\"../icon.svg\">"))
    #expect(SampleCatalog().site().files.contains { $0.path == "icon.svg" })
    let own = [SourceFile(path: "content/favicon.ico", role: .asset, bytes: [])]
    #expect(SitePlan.icon(among: own, Settings()) == "/favicon.ico")
  }
}
