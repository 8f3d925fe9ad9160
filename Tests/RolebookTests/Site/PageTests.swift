import Foundation
import Testing

@testable import Rolebook

@Suite struct PageTests {
  private let site = SampleCatalog(editURL: "https://example.com/edit/{path}?plain").site()

  @Test func escapesHostileText() {
    for path in ["notes/index.html", "index.html", "bigquery/setup/index.html"] {
      let page = site.text(path)
      #expect(page.contains("Notes &amp; &lt;i&gt;tricks&lt;/i&gt;"), "\(path)")
      #expect(!page.contains("<i>") && !page.contains("<script>"), "\(path)")
    }
  }

  @Test func linksMentionsAndPages() {
    let page = site.text("bigquery/setup/index.html")
    #expect(
      page.contains(
        "<a href=\"../../roles/bigquery/bigquery.user/index.html\"><code>roles/bigquery.<wbr>user</code></a>")
    )
    #expect(page.contains("<a href=\"../../notes/index.html\">the notes</a>"))
  }

  @Test func linksDeclaredNamesToTheirPages() {
    #expect(
      site.text("bigquery/permissions/index.html").contains(
        "<td><a href=\"../../permissions/bigquery/bigquery.tables.get/index.html\"><code>bigquery.<wbr>tables.<wbr>get</code>"
      ))
  }

  @Test func marksThePageInTheSidebar() {
    #expect(
      site.text("bigquery/setup/index.html").contains(
        "<li><a aria-current=\"page\" href=\"../../bigquery/setup/index.html\">Setup</a></li>"))
    #expect(
      site.text("permissions/bigquery/bigquery.tables.get/index.html").contains(
        "<li><a href=\"../../../bigquery/setup/index.html\">Setup</a></li>"))
  }

  @Test func givesEveryPageOneHeading() {
    for file in site.files where file.path.hasSuffix(".html") {
      let headings = site.text(file.path).split(separator: "<h1", omittingEmptySubsequences: false).count - 1
      #expect(headings == 1, "\(file.path)")
    }
  }

  @Test func listsContentsBeforeTheFirstHeading() async throws {
    for (text, before, after) in [
      ("Lead.\n\n- item\n\n## One\n\n## Two\n", "<li>item</li>", "<h2 id=\"one\">"),
      ("# Title\n\nLead.\n\n### One\n\n## Two\n", "<p>Lead.</p>", "<h3 id=\"one\">"),
      ("> ## Quoted\n\nText.\n\n## One\n", "<p>Text.</p>", "<h2 id=\"one\">"),
      ("## One\n\nText.\n\n## Two\n", "<h1>", "<h2 id=\"one\">"),
    ] {
      let page = await World(["page.md": text]).build().site(templates: Templates(files: []))
        .text("page/index.html")
      let lead = try #require(page.range(of: before), "\(text)")
      let contents = try #require(page.range(of: "<details class=\"contents\">"), "\(text)")
      let heading = try #require(page.range(of: after), "\(text)")
      #expect(lead.lowerBound < contents.lowerBound && contents.lowerBound < heading.lowerBound, "\(text)")
      #expect(page.ranges(of: after).count == 1, "\(text)")
    }
  }

  @Test func leavesABodyWholeWithoutContents() async {
    let page = await World(["page.md": "Lead.\n\n## One\n\nText.\n"]).build()
      .site(templates: Templates(files: [])).text("page/index.html")
    #expect(page.contains("<div class=\"text\">\n<p>Lead.</p>\n<h2 id=\"one\">"))
    #expect(!page.contains("class=\"contents\"") && !page.contains("class=\"text lead\""))
  }

  @Test func showsWhatAGuideGrants() {
    let page = site.text("bigquery/setup/index.html")
    #expect(page.contains("<strong>2 granted on project</strong>"))
    #expect(page.contains("<rect class=\"asked\" x=\"0\" width=\"1\" height=\"1\"/>"))
    #expect(page.contains("<rect class=\"excess\" x=\"1\" width=\"1\" height=\"1\"/>"))
    #expect(page.contains("<p class=\"numbers\">1 required, 1 in excess</p>"))
  }

  @Test func saysWhatChangedInTheSuccessor() {
    let page = site.text("bigquery/classic/index.html")
    #expect(page.contains("superseded: see <a href=\"../../bigquery/setup/index.html\">Setup</a>"))
    #expect(
      page.contains(
        "<dt>Roles no longer assigned</dt><dd><a href=\"../../roles/bigquery/bigquery.admin/index.html\">"))
    #expect(
      page.contains("<dt>Permissions new there</dt><dd><a href=\"../../permissions/bigquery/bigquery.jobs"))
  }

  @Test func showsARole() {
    let page = site.text("roles/bigquery/bigquery.user/index.html")
    #expect(page.contains("<h1>BigQuery User</h1>"))
    #expect(
      page.contains("<tr><td><code>bigquery.<wbr>jobs.<wbr>*</code></td><td class=\"number\">1</td><td>"))
    #expect(page.contains("<dt>Is all in</dt>"))
    #expect(page.contains("href=\"#undocumented\">Not documented <span class=\"count\">1</span></a></h2>"))
    #expect(
      page.contains(
        "<a href=\"https://example.com/edit/content/bigquery/roles.md?plain\">content/bigquery/roles.md:5</a>"
      ))
  }

  @Test func listsTheNarrowestHolderFirst() throws {
    let page = site.text("permissions/bigquery/bigquery.jobs.create/index.html")
    let user = try #require(page.firstRange(of: "<td>BigQuery User</td>"))
    let admin = try #require(page.firstRange(of: "<td>BigQuery Admin</td>"))
    #expect(user.lowerBound < admin.lowerBound)
    #expect(page.contains("<td class=\"number\">4</td><td><code>bigquery.<wbr>*</code></td>"))
  }

  @Test func makesTheFirstPageWhereNobodyWroteOne() {
    let page = site.text("index.html")
    #expect(page.contains("<a href=\"roles/index.html\">2 roles</a>, "))
    #expect(page.contains("<title>Handbook</title>"))
  }

  @Test func leadsOldAddressesOnAndStaysInTheOutput() {
    #expect(site.text("old/setup/index.html").contains("content=\"0; url=../../bigquery/setup/index.html\""))
    #expect(site.text("_redirects") == "/old/setup/ /bigquery/setup/ 301\n")
    #expect(!site.files.contains { $0.path.contains("..") })
  }

  @Test func linksFromTheTopOnThePageForErrors() {
    #expect(site.text("404.html").contains("href=\"/style.css\""))
    let below = SampleCatalog(baseURL: "https://example.com/docs/").site()
    #expect(below.text("404.html").contains("href=\"/docs/style.css\""))
  }

  @Test func knowsItsAddressOnlyWithABase() {
    #expect(!site.text("notes/index.html").contains("canonical"))
    #expect(!site.text("notes/index.html").contains("og:url"))
    #expect(site.text("notes/index.html").contains("<meta property=\"og:site_name\" content=\"Handbook\">"))
    let based = SampleCatalog(baseURL: "https://example.com/docs/").site()
    #expect(
      based.text("notes/index.html").contains(
        "<link rel=\"canonical\" href=\"https://example.com/docs/notes/\">"))
    #expect(
      based.text("notes/index.html").contains(
        "<meta property=\"og:url\" content=\"https://example.com/docs/notes/\">"))
    #expect(based.text("notes/index.html").contains("href=\"../bigquery/setup/\""))
    #expect(based.text("sitemap.xml").contains("<loc>https://example.com/docs/notes/</loc>"))
  }
}
