import Testing

@testable import Rolebook

@Suite struct TakenPathsTests {
  @Test(arguments: [
    "index.html", "INDEX.HTML", "index.html/x", "a", "a/b", "a/b/c", "A/B/index.html/x",
    "caf\u{E9}/index.html",
    "cafe\u{301}", ".rolebook/x",
  ])
  func refusesAPathWhereSomethingLies(_ path: String) {
    var taken = TakenPaths(["index.html", "a/b/c", "a/b/index.html", "cafe\u{301}/index.html", ".rolebook"])
    let isTaken = taken.take(path)
    #expect(!isTaken)
  }

  @Test func takesAPathOnce() {
    var taken = TakenPaths(["a/b.html"])
    let paths = ["a/c/index.html", "a/b/index.html", "a/C/index.html", "a/b", "a/c/index.html/x"]
    let areTaken = paths.map { taken.take($0) }
    #expect(areTaken == [true, true, false, false, false])
  }

  @Test func publishesAllButTheRedirectsThatHaveNoPlace() async {
    let build = await World([
      "index.md": "# T\n", "logo.png": "a",
      "_redirects":
        "/style.css /\n/index.html/x /\n/api/v1/index.json /\n/.rolebook/x /\n/logo.png/x /\n/old /\n/OLD /\n",
    ]).build()
    let files = await build.site(templates: Templates(files: [])).files.map(\.path)
    #expect(files.count { $0.hasSuffix("/index.html") && $0.hasPrefix("old") } == 1)
    #expect(
      !files.contains { $0.contains("index.html/") || $0.contains("index.json/") || $0.contains(".rolebook") }
    )
    #expect(
      !files.contains { $0.hasPrefix("style.css/") || $0.hasPrefix("logo.png/") || $0.hasPrefix("OLD") })
  }
}
