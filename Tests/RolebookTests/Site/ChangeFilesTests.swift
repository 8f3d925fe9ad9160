import Foundation
import Testing

@testable import Rolebook

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChangeFilesTests {
  @Test func publishesNothingWithoutAPreviousFeed() async throws {
    let files = try await files(previous: [])
    #expect(files.keys.filter { $0.hasPrefix("changes/") } == [])
    #expect(files["index.html"]?.contains("changes/") == false)
  }

  @Test func publishesAPageAndThreeFeeds() async throws {
    let files = try await files(previous: ["2026-09-01", "2026-10-31"])
    #expect(
      files.keys.filter { $0.hasPrefix("changes/") }.sorted() == [
        "changes/atom.xml", "changes/changes.json", "changes/feed.json", "changes/index.html",
      ])
    #expect(files["index.html"]?.contains("<a href=\"changes/index.html\">Changes</a>") == true)
    let page = try #require(files["changes/index.html"])
    #expect(
      page.contains(
        """
        <h2 id="since-2026-10-31"><a class="anchor" href="#since-2026-10-31">\
        Since 2026-10-31 <span class="count">2</span></a></h2>
        <h3><a href="../permissions/files/files.objects.list/index.html"><code>files.<wbr>objects.<wbr>list</code></a> \
        <span class="count">permission of files</span></h3>
        <ul class="changes">
        <li>+ added: List &amp; count</li>
        </ul>
        <h3><a href="../roles/files/roles~files.reader/index.html"><code>roles/<wbr>files.<wbr>reader</code></a> \
        <span class="count">role of files</span></h3>
        <ul class="changes">
        <li>+ <code>files.<wbr>objects.<wbr>list</code>   through <code>files.<wbr>objects.<wbr>*</code></li>
        </ul>
        <h2 id="since-2026-09-01"><a class="anchor" href="#since-2026-09-01">\
        Since 2026-09-01 <span class="count">0</span></a></h2>
        <p>Nothing changed.</p>
        """))
  }

  /// https://www.jsonfeed.org/version/1.1/: what a feed and an item must have.
  @Test(arguments: [nil, "https://docs.example.com/access/"])
  func writesJSONFeed(_ base: String?) async throws {
    let files = try await files(previous: ["2026-09-01", "2026-10-31"], base: base)
    let text = try #require(files["changes/feed.json"])
    let feed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
    #expect(feed["title"] as? String == "Changes of Files & more")
    #expect(feed["feed_url"] as? String == base.map { $0 + "changes/feed.json" })
    let items = try #require(feed["items"] as? [[String: Any]])
    #expect(
      items.map { $0["date_published"] as? String } == ["2026-10-31T00:00:00Z", "2026-09-01T00:00:00Z"])
    #expect(Set(items.compactMap { $0["id"] as? String }).count == 2)
    #expect(items.allSatisfy { ($0["content_html"] as? String)?.isEmpty == false })
    #expect(items.map { $0["tags"] as? [String] } == [["grants-more"], []])
    #expect(
      (items[0]["content_html"] as? String)?.contains("href=\"\(base ?? "/")permissions/files/") == true)
  }

  /// RFC 4287, section 4.1: what a feed and an entry must have, and how often.
  @Test(arguments: [nil, "https://docs.example.com/access/"])
  func writesAtom(_ base: String?) async throws {
    let files = try await files(previous: ["2026-09-01", "2026-10-31"], base: base)
    let text = try #require(files["changes/atom.xml"])
    let feed = AtomReader(text)
    #expect(feed.problem == nil)
    for element in ["id", "title", "updated"] {
      #expect(feed.counts["feed/\(element)"] == 1)
      #expect(feed.counts["feed/entry/\(element)"] == 2)
    }
    #expect(feed.counts["feed/author/name"] == 1)
    #expect(feed.counts["feed/entry/content"] == 2)
    #expect(feed.counts["feed/link"] == (base == nil ? nil : 2))
    #expect(Set(feed.texts["feed/id", default: []] + feed.texts["feed/entry/id", default: []]).count == 3)
    #expect(feed.texts["feed/entry/id", default: []].allSatisfy { $0.hasPrefix(base ?? "urn:uuid:") })
    #expect(feed.texts["feed/updated"] == ["2026-10-31T00:00:00Z"])
  }

  private func files(previous days: [String], base: String? = nil) async throws -> [String: String] {
    let old = await Build.catalog(of: world().files, settings: world().settings, jobs: 1)
    let new = world(row: "| `files.objects.list` | List & count |\n", base: base)
    let previous = try days.map { PreviousEdition(day: try #require(Day($0)), edition: Edition(of: old)) }
    let site = await new.build().site(templates: Templates(files: []), previous: previous)
    return Dictionary(
      uniqueKeysWithValues: site.files.map { file in
        var bytes: [UInt8] = []
        file.render(&bytes)
        return (file.path, String(decoding: bytes, as: UTF8.self))
      })
  }

  private func world(row: String = "", base: String? = nil) -> World {
    World(
      [
        "index.md": "---\ntitle: Files\nkind: concept\n---\n",
        "files.md": """
        ---
        title: Files
        kind: reference
        platform: files
        ---

        | Permission | Description |
        | --- | --- |
        | `files.objects.get` | Read objects |
        \(row)
        ## `roles/files.reader`

        - `files.objects.*`

        """,
      ], settings: "title: Files & more\n" + (base.map { "base_url: \($0)\n" } ?? ""))
  }
}

/// Counts the elements of Atom by their path, and keeps their texts.
private final class AtomReader: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]
  private(set) var texts: [String: [String]] = [:]
  private(set) var problem: String?
  private var path: [String] = []
  private var text = ""

  init(_ xml: String) {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.shouldProcessNamespaces = true
    parser.delegate = self
    if !parser.parse() { problem = "\(String(describing: parser.parserError))" }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if namespaceURI != "http://www.w3.org/2005/Atom" { problem = "\(name) is not of Atom" }
    path.append(name)
    counts[path.joined(separator: "/"), default: 0] += 1
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    texts[path.joined(separator: "/"), default: []].append(text)
    path.removeLast()
  }
}
