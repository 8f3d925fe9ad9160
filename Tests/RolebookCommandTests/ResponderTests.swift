import Rolebook
import Testing

@testable import RolebookCommand

@Suite struct ResponderTests {
  private static let page = "---\ntitle: A\nkind: concept\n---\n\nText & more.\n"

  private func responder(
    _ files: [String: String] = [
      "content/index.md": page, "content/a b.md": page, "content/logo.svg": "<svg/>",
    ],
    hosts: Set<String>? = ["localhost"]
  ) async throws -> (responder: Responder, sandbox: Sandbox) {
    let sandbox = try Sandbox(files.merging(["rolebook.yml": "title: T\n"]) { mine, _ in mine })
    let options = try CommonOptions.parse(["--root", sandbox.path, "--quiet"])
    return (
      Responder(site: try await LiveSite(options, address: "http://localhost:4000/"), hosts: hosts), sandbox
    )
  }

  private func get(
    _ target: String, method: String = "GET", host: String? = "localhost:4000", origin: String? = nil,
    known: String? = nil
  )
    -> Request
  {
    Request(method: method, target: target, host: host, origin: origin, known: known)
  }

  @Test func servesPagesWithTheScriptThatKeepsThemUpToDate() async throws {
    let (responder, _) = try await responder()
    let answer = await responder.answer(get("/"))
    #expect(answer.status == 200)
    #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
    #expect(answer.text.contains("Text &amp; more."))
    #expect(answer.text.contains("<script defer src=\"/_rolebook/live.js\" data-page=\""))
    #expect(await responder.answer(get("/_rolebook/live.js")).text.contains("EventSource"))
  }

  @Test(arguments: [
    ("/a%20b/", 200, "text/html; charset=utf-8"), ("/a%20b/index.html?q=1", 200, "text/html; charset=utf-8"),
    ("/logo.svg", 200, "image/svg+xml"), ("/style.css", 200, "text/css; charset=utf-8"),
    ("/api/v1/index.json", 200, "application/json"), ("/nothing/", 404, "text/html; charset=utf-8"),
    ("/../rolebook.yml", 404, "text/html; charset=utf-8"),
    ("/%2e%2e/rolebook.yml", 404, "text/html; charset=utf-8"), ("/%00", 400, "text/plain; charset=utf-8"),
    ("/%zz", 400, "text/plain; charset=utf-8"), ("rolebook.yml", 400, "text/plain; charset=utf-8"),
  ])
  func findsFilesByTheirAddress(target: String, status: Int, type: String) async throws {
    let (responder, sandbox) = try await responder()
    let answer = await responder.answer(get(target))
    withExtendedLifetime(sandbox) {}
    #expect(answer.status == status)
    #expect(answer.header("Content-Type") == type)
    #expect(!answer.text.contains("title: T"))
  }

  @Test func servesTheSearchAsItIsPublished() async throws {
    let (responder, sandbox) = try await responder()
    let build = try rolebook("build", in: sandbox)
    #expect(build.code == 0)
    for file in ["search/names.js", "search/text-0.js"] {
      let answer = await responder.answer(get("/" + file))
      #expect(answer.status == 200)
      #expect(answer.header("Content-Type") == "text/javascript; charset=utf-8")
      #expect(answer.text == sandbox.read("public/" + file))
    }
    #expect(await responder.answer(get("/search/text-1.js")).status == 404)
    #expect(await responder.answer(get("/search/")).status == 404)
  }

  @Test func leadsFromAFolderToItsPage() async throws {
    let (responder, _) = try await responder()
    let answer = await responder.answer(get("/a%20b"))
    #expect(answer.status == 301)
    #expect(answer.header("Location") == "/a%20b/")
  }

  @Test func sendsNothingThatTheBrowserHas() async throws {
    let (responder, _) = try await responder()
    let tag = await responder.answer(get("/")).header("ETag")
    let answer = await responder.answer(get("/", known: tag))
    #expect(answer.status == 304)
    #expect(answer.text.isEmpty)
  }

  @Test(arguments: [
    ("http://localhost:4000", 200), ("http://evil.example", 403), ("null", 403),
    ("https://localhost:4000", 403),
    ("http://localhost:4001", 403),
  ])
  func answersToItsOwnPagesOnly(origin: String, status: Int) async throws {
    let (responder, _) = try await responder()
    #expect(await responder.answer(get("/", origin: origin)).status == status)
  }

  @Test(arguments: ["/", "/style.css", "/nowhere/", "/_rolebook/live.js", "/%"])
  func saysWhatBrowsersMayDoWithAnAnswer(target: String) async throws {
    let (responder, _) = try await responder()
    let answer = await responder.answer(get(target))
    #expect(answer.header("X-Content-Type-Options") == "nosniff")
    #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'self'; ") == true)
  }

  @Test(
    arguments: [
      nil, "evil.example", "localhost.evil.example", "10.0.0.1:4000", "[::1].evil.example",
      "localhost:4000.evil",
    ] as [String?])
  func answersToItsOwnNamesOnly(host: String?) async throws {
    let (responder, _) = try await responder()
    #expect(await responder.answer(get("/", host: host)).status == 403)
    let open = Responder(site: responder.site, hosts: nil)
    #expect(await open.answer(get("/", host: host)).status == 200)
  }

  @Test func takesNoOtherMethod() async throws {
    let (responder, _) = try await responder()
    let answer = await responder.answer(get("/", method: "POST"))
    #expect(answer.status == 405)
    #expect(answer.header("Allow") == "GET, HEAD")
  }

  @Test func showsASavedPageAndKeepsTheLastGoodOne() async throws {
    let (responder, sandbox) = try await responder()
    func save(_ text: String) async throws {
      try sandbox.write("content/index.md", Self.page + text)
      await responder.site.follow(FolderWatcher.Change(files: [sandbox.path + "/content/index.md"]))
    }
    try await save("\nSaved.\n")
    #expect(await responder.answer(get("/")).text.contains("Saved."))
    #expect(await responder.answer(get("/_rolebook/state?path=%2F")).text.contains("\"errors\":\"\""))

    try await save("\nBroken: [x](nowhere.md).\n")
    #expect(await responder.answer(get("/")).text.contains("Saved."))
    let state = await responder.answer(get("/_rolebook/state?path=%2F")).text
    #expect(state.contains("error[dead-link]: `nowhere.md` leads nowhere"))

    try await save("\nMended.\n")
    #expect(await responder.answer(get("/")).text.contains("Mended."))
  }

  @Test func followsNewAndRemovedPages() async throws {
    let (responder, sandbox) = try await responder()
    try sandbox.write("content/new/page.md", Self.page)
    await responder.site.follow(FolderWatcher.Change(files: [], isWide: true))
    #expect(await responder.answer(get("/new/page/")).status == 200)
    try Disk.remove(sandbox.path + "/content/new")
    await responder.site.follow(FolderWatcher.Change(files: [sandbox.path + "/content/new/page.md"]))
    #expect(await responder.answer(get("/new/page/")).status == 404)
  }

  @Test func keepsServingUnderBrokenSettings() async throws {
    let (responder, sandbox) = try await responder()
    try sandbox.write("rolebook.yml", "titel: T\n")
    await responder.site.follow(FolderWatcher.Change(files: [sandbox.path + "/rolebook.yml"]))
    #expect(await responder.answer(get("/")).status == 200)
    let state = await responder.answer(get("/_rolebook/state?path=%2F")).text
    #expect(state.contains("unknown key `titel`"))
  }
}

extension Answer {
  fileprivate func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  fileprivate var text: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}
