import Testing

@testable import Rolebook

@Suite struct LinkTargetsTests {
  private let pages = [
    "index.md": "# Home", "guide/index.md": "# Guide", "guide/setup.md": "# Setup\n\n## Two words\n\n<a name=\"old\"></a>\n\n<h2 id='odd'>x</h2>\n",
    "guide/logo.png": "", "top.md": "# Top", "guide/Ü b.md": "# Ü",
    "p/perms.md": "---\ntitle: P\nkind: reference\nplatform: p\n---\n| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n",
  ]

  /// Where a link on `guide/page.md` leads, in words.
  private func target(_ destination: String, base: String = "") async -> String {
    let files = pages.merging(["guide/page.md": "# Own\n\n[x](<\(destination)>)\n"]) { first, _ in first }
    let catalog = await World(files, settings: base.isEmpty ? "" : "base_url: \(base)").build().catalog
    guard let page = catalog.pages.firstIndex(where: { $0.path == "guide/page.md" }), let link = catalog.links.links[page].first
    else { return "no link" }
    switch link.target {
    case .page(let index, let anchor): return catalog.pages[index].path + (anchor.map { "#\($0)" } ?? "")
    case .missingAnchor(let index, let anchor): return "no #\(anchor) in \(catalog.pages[index].path)"
    case .missingPage(let path): return "no \(path)"
    case .file(let address): return "file \(address)"
    case .external: return "external"
    case .unsafe: return "unsafe"
    }
  }

  @Test(arguments: [
    ("setup.md", "guide/setup.md"), ("./setup.md", "guide/setup.md"), ("../top.md", "top.md"), ("../guide/setup.md", "guide/setup.md"),
    ("setup/", "guide/setup.md"), ("setup", "guide/setup.md"), ("../setup/", "guide/setup.md"), ("setup.html", "guide/setup.md"), ("../", "index.md"), (".", "guide/index.md"),
    ("/guide/setup/", "guide/setup.md"), ("/guide/setup.md", "guide/setup.md"), ("/", "index.md"), ("/guide", "guide/index.md"),
    ("/guide/index.html", "guide/index.md"), ("setup.md?x=1", "guide/setup.md"), ("%C3%9C%20b.md", "guide/Ü b.md"), ("Ü b.md", "guide/Ü b.md"), ("", "guide/page.md"),
  ])
  func findsAPage(_ destination: String, _ expected: String) async { #expect(await target(destination) == expected) }

  @Test(arguments: [
    ("setup.md#two-words", "guide/setup.md#two-words"), ("#own", "guide/page.md#own"), ("setup.md#old", "guide/setup.md#old"), ("setup.md#odd", "guide/setup.md#odd"),
    ("#top", "guide/page.md"), ("setup.md#", "guide/setup.md"), ("setup.md#two%2Dwords", "guide/setup.md#two-words"),
    ("setup.md#Two-Words", "no #Two-Words in guide/setup.md"), ("#none", "no #none in guide/page.md"),
  ])
  func findsAnAnchor(_ destination: String, _ expected: String) async { #expect(await target(destination) == expected) }

  @Test(arguments: [
    ("missing.md", "no /guide/missing.md"), ("../../x.md", "no ../../x.md"), ("/../x", "no /../x"), ("/guide/none/", "no /guide/none/"), ("Setup.md", "no /guide/Setup.md"),
    ("logo.jpg", "no /guide/logo.jpg"), ("%2e%2e/%2e%2e/%2e%2e/x", "no ../../../x"),
  ])
  func findsNothing(_ destination: String, _ expected: String) async { #expect(await target(destination) == expected) }

  @Test(arguments: [
    ("logo.png", "file /guide/logo.png"), ("/permissions/", "file /permissions/"), ("/permissions/p/a.b.get/", "file /permissions/p/a.b.get/"),
    ("../permissions/p", "file /permissions/p/"), ("/sitemap.xml", "file /sitemap.xml"),
  ])
  func findsFilesAndGeneratedPages(_ destination: String, _ expected: String) async { #expect(await target(destination) == expected) }

  @Test(arguments: ["https://example.com/x", "//example.com", "mailto:a@b.c", "http://localhost/guide/none", "/elsewhere/x"])
  func leavesOtherHostsAlone(_ destination: String) async { #expect(await target(destination) == "external") }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
  func refusesUnsafeSchemes(_ destination: String) async { #expect(await target(destination) == "unsafe") }

  @Test(arguments: [
    ("/docs/guide/setup/", "guide/setup.md"), ("/docs/", "index.md"), ("/guide/setup/", "guide/setup.md"), ("/docs/guide/none/", "no /guide/none/"),
    ("/docsguide/", "external"), ("/docs/guide/logo.png", "file /guide/logo.png"),
  ])
  func readsTheSitesOwnPrefix(_ destination: String, _ expected: String) async {
    #expect(await target(destination, base: "https://example.com/docs/") == expected)
  }

  @Test func findsImagesToo() async throws {
    let catalog = await World(["a.md": "# A\n\n![x](b.png) ![y](c.png) [![z](b.png)](a.md)", "b.png": ""]).build().catalog
    #expect(catalog.links.links[0].map(\.target) == [.file("/b.png"), .missingPage("/c.png"), .page(0, anchor: nil), .file("/b.png")])
  }
}
