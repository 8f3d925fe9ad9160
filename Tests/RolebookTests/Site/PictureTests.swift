import Testing

@testable import Rolebook

@Suite struct PictureTests {
  private func page(_ path: String, _ pages: [String: String]) async -> String {
    let site = await World(pages).build().site(templates: Templates(files: []))
    var bytes: [UInt8] = []
    site.files.first { $0.path == path }?.render(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func drawsColumnsFromLeftToRight() {
    let nodes = ["a", "bb", "c"].map { LayeredPicture.Node(label: $0, href: $0 == "a" ? "x" : nil) }
    var html: [UInt8] = []
    LayeredPicture(nodes, columns: [0, 0, 1], edges: [(from: 0, to: 2), (from: 1, to: 2)]).append(
      "A & B", to: &html)
    let text = String(decoding: html, as: UTF8.self)
    #expect(text.contains("aria-label=\"A &amp; B\""))
    #expect(
      text.contains(
        "<a href=\"x\"><rect x=\"2\" y=\"8\" width=\"36\" height=\"28\" rx=\"6\"/><text x=\"12\" y=\"26\">a</text></a>"
      ))
    #expect(text.contains("<path d=\"M38 22C56 22 56 42 74 42\"/>"))
    #expect(text.components(separatedBy: "<rect").count == 4)
  }

  @Test func leadsLongLinesPastTheBoxesBetween() {
    let nodes = ["a", "b", "c"].map { LayeredPicture.Node(label: $0, href: nil) }
    var html: [UInt8] = []
    let edges = [(from: 0, to: 1), (from: 1, to: 2), (from: 0, to: 2)]
    LayeredPicture(nodes, columns: [0, 1, 2], edges: edges).append("x", to: &html)
    let text = String(decoding: html, as: UTF8.self)
    // Three boxes; the middle column has two rows, and the long line runs straight through the lower one.
    #expect(text.components(separatedBy: "<rect").count == 4)
    #expect(text.contains("C48 42 48 62 66 62H94C"))
  }

  @Test func tellsMembersFromRightsAndLeavesOutWhatIsRevoked() async {
    let guide = """
      ---
      title: G
      kind: guide
      platform: p
      dialect: redshift
      options:
        - {id: all, title: All of it}
        - {id: some, title: Some}
      ---

      ```sql
      CREATE ROLE reader;
      CREATE USER ada PASSWORD '<password>';
      CREATE SCHEMA sales;
      GRANT ROLE reader TO ada;
      GRANT USAGE ON SCHEMA sales TO ROLE reader;
      GRANT CREATE ON SCHEMA sales TO ROLE reader;
      REVOKE CREATE ON SCHEMA sales FROM ROLE reader;
      ```

      ## All of it

      ```sql
      GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE reader;
      ```

      ## Some

      ```sql
      GRANT SELECT ON sales.orders TO ROLE reader;
      ```

      """
    let text = await page("g/index.html", ["g.md": guide])
    #expect(text.contains("<dt>ada</dt><dd>member of reader</dd>"))
    #expect(text.contains("<dd>SELECT on all tables in schema sales (All of it)</dd>"))
    #expect(text.contains("<dd>SELECT on table sales.orders (Some)</dd>"))
    #expect(text.contains("<dd>USAGE on schema sales</dd>"))
    #expect(!text.contains("CREATE on schema sales"))
  }

  @Test func showsARoleOfBigQueryOnItsDataset() async {
    let guide = """
      ---
      title: G
      kind: guide
      platform: p
      dialect: bigquery
      ---

      ```sql
      GRANT `roles/bigquery.dataEditor` ON SCHEMA sales TO "serviceAccount:a@b.example";
      ```

      """
    let text = await page("g/index.html", ["g.md": guide])
    #expect(text.contains("<dd>roles/bigquery.dataEditor on dataset sales</dd>"))
    #expect(!text.contains("member of"))
  }
}
