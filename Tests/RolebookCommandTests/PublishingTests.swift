import Foundation
import Rolebook
import Testing

@testable import RolebookCommand

@Suite struct PublishingTests {
  @Test func writesTheFilesTheManifestAndTheLedger() async throws {
    let sandbox = try Sandbox()
    let paths = try await publish(
      ["index.html": "home", "api/v1/a.json": "{}", "roles/x/index.html": "x"], in: sandbox)
    #expect(paths.count == 4)
    #expect(sandbox.read("public/roles/x/index.html") == "x")
    #expect(
      sandbox.read("public/api/v1/index.json")
        == "api/v1/a.json 2 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n")
    #expect(
      sandbox.read("public/.rolebook") == """
        published by rolebook; files that are not listed here are carried over
        api/v1/a.json
        api/v1/index.json
        index.html
        roles/x/index.html

        """)
  }

  @Test func replacesTheOldSiteWhole() async throws {
    let sandbox = try Sandbox()
    try await publish(["index.html": "old", "gone/index.html": "old"], in: sandbox)
    try await publish(["index.html": "new"], in: sandbox)
    #expect(sandbox.read("public/index.html") == "new")
    #expect(try sandbox.names(in: "public") == [".rolebook", "api", "index.html"])
    #expect(try sandbox.names() == ["public", "site"])
  }

  @Test func changesNoFileWhenNothingIsNew() throws {
    let sandbox = try Sandbox([
      "rolebook.yml": "title: T\n", "content/index.md": "---\ntitle: A\nkind: concept\n---\n\nText.\n",
      "content/logo.svg": "<svg/>",
    ])
    #expect(try rolebook("build", in: sandbox).code == 0)
    let before = try times(in: sandbox)
    #expect(before.count > 20 && before.keys.contains("logo.svg"))
    #expect(try rolebook("build", in: sandbox).code == 0)
    #expect(try times(in: sandbox) == before)
    try sandbox.write("content/index.md", "---\ntitle: A\nkind: concept\n---\n\nOther text.\n")
    #expect(try rolebook("build", in: sandbox).code == 0)
    let after = try times(in: sandbox)
    #expect(
      after.keys.filter { after[$0] != before[$0] }.sorted() == [
        "api/v1/index.json", "index.html", "index.md", "llms.txt", "search/names.js", "search/text-0.js",
      ])
  }

  @Test func leavesAnOutputAloneWhoseLedgerIsDamaged() throws {
    let sandbox = try Sandbox([
      "rolebook.yml": "title: T\n", "content/index.md": "---\ntitle: A\nkind: concept\n---\n\nText.\n",
    ])
    #expect(try rolebook("build", in: sandbox).code == 0)
    try sandbox.write("public/.rolebook", "\u{0}damaged")
    let before = try times(in: sandbox)
    #expect(try rolebook("build", in: sandbox).code == 2)
    #expect(try times(in: sandbox) == before)
  }

  /// When each file of the output was last changed, to the nanosecond.
  private func times(in sandbox: Sandbox) throws -> [String: [Int]] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sandbox.path + "/public")
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        var status = stat()
        guard lstat(sandbox.path + "/public/" + path, &status) == 0,
          Disk.Kind(mode: status.st_mode) == .file
        else { return nil }
        return (path, [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_size)])
      })
  }

  @Test func carriesOverWhatItDidNotPublish() async throws {
    let sandbox = try Sandbox()
    try await publish(["index.html": "old"], in: sandbox)
    try sandbox.write("public/CNAME", "docs.example.com")
    try sandbox.write("public/files/.well-known/a.txt", "mine")
    #expect(symlink("CNAME", sandbox.path + "/public/link") == 0)
    for _ in 0..<2 { try await publish(["index.html": "new"], in: sandbox) }
    #expect(sandbox.read("public/CNAME") == "docs.example.com")
    #expect(sandbox.read("public/files/.well-known/a.txt") == "mine")
    #expect(Disk.kind(sandbox.path + "/public/link") == .link)
    #expect(sandbox.read("public/index.html") == "new")
  }

  /// Git keeps the ledger and ignores the pages: another branch brings another ledger for the same pages.
  @Test func knowsItsFilesAfterGitChangedTheLedger() async throws {
    let sandbox = try Sandbox()
    try await publish(
      ["index.html": "old", "roles/index.html": "old", "gone/index.html": "old"], in: sandbox)
    try sandbox.write("public/.rolebook", "published by rolebook; more\nindex.html\n")
    try await publish(["index.html": "new", "roles/index.html": "new"], in: sandbox)
    #expect(sandbox.read("public/roles/index.html") == "new")
    #expect(sandbox.read("public/gone/index.html") == nil)
  }

  @Test func refusesToReplaceAFileThatIsNotOurs() async throws {
    let sandbox = try Sandbox()
    try await publish(["index.html": "old"], in: sandbox)
    try sandbox.write("public/about/index.html", "mine")
    let failure = try await failure { try await publish(["about/index.html": "ours"], in: sandbox) }
    #expect(failure.exit == .disk)
    #expect(failure.message.contains("public/about/index.html is not ours"))
    #expect(sandbox.read("public/index.html") == "old")
    #expect(sandbox.read("public/about/index.html") == "mine")
    #expect(try sandbox.names() == ["public", "site"])
  }

  @Test(arguments: [["../outside.html"], ["/etc/x"], ["a//b"], [".rolebook"], ["a/./b"]])
  func refusesPathsThatLeadOutOfTheFolder(paths: [String]) async throws {
    let sandbox = try Sandbox()
    let site = Site(files: paths.map { SiteFile($0) { _ in } }, manifest: { _ in SiteFile("m") { _ in } })
    let failure = try await failure {
      try await OutputFolder(sandbox.path + "/public", root: sandbox.path).publish(site, assets: [], jobs: 2)
    }
    #expect(failure.message == "internal error: the site has a file with the path `\(paths[0])`")
    #expect(try sandbox.names() == [])
  }

  @Test func neverWritesAPathTwice() async throws {
    let sandbox = try Sandbox(["logo": "x"])
    let site = Site(
      files: [SiteFile("a") { _ in }, SiteFile("a") { _ in }], manifest: { _ in SiteFile("m") { _ in } })
    let folder = try OutputFolder(sandbox.path + "/public", root: sandbox.path)
    let twice = try await failure { try await folder.publish(site, assets: [], jobs: 1) }
    #expect(twice.message == "internal error: the site has two files with the path `a`")

    let page = Site(files: [SiteFile("a") { _ in }], manifest: { _ in SiteFile("m") { _ in } })
    let asset = Asset(path: "a", source: sandbox.path + "/logo")
    let both = try await failure { try await folder.publish(page, assets: [asset], jobs: 1) }
    #expect(both.message == "\(sandbox.path)/logo would be published as `a`, and so would a page")
  }

  @Test func makesNoFileThatWasMadeFromTheSame() async throws {
    let sandbox = try Sandbox()
    let folder = { try OutputFolder(sandbox.path + "/public", root: sandbox.path) }
    func publish(_ text: String, _ circumstances: String = "one") async throws {
      _ = try await folder().publish(
        Self.site(text), assets: [], circumstances: circumstances, jobs: 1)
    }
    try await publish("old")
    // The inputs are said to be the same, so that other bytes show whether the file was made.
    try await publish("new")
    #expect(sandbox.read("public/a") == "old")
    try await publish("new", "two")
    #expect(sandbox.read("public/a") == "new")
    try sandbox.write("public/a", "spoilt")
    try await publish("newer", "two")
    #expect(sandbox.read("public/a") == "newer")
  }

  @Test func takesADamagedRecordForNone() async throws {
    let sandbox = try Sandbox()
    let folder = try OutputFolder(sandbox.path + "/public", root: sandbox.path)
    _ = try await folder.publish(Self.site("old"), assets: [], circumstances: "one", jobs: 1)
    let record = try #require(FileManager.default.contents(atPath: folder.cache.path(.outputs)))
    #expect(OutputRecord(at: folder.cache.path(.outputs), circumstances: "one")["a"] != nil)
    for length in 0..<record.count {
      try record.prefix(length).write(to: URL(fileURLWithPath: folder.cache.path(.outputs)))
      let read = OutputRecord(at: folder.cache.path(.outputs), circumstances: "one")
      #expect(read["a"] == nil || length == record.count - 1, "\(length) of \(record.count) bytes")
    }
  }

  /// A site with a file whose inputs are always the same.
  private static func site(_ text: String) -> Site {
    let digest = [UInt8](repeating: 7, count: InputDigest.length).withUnsafeBytes { InputDigest(written: $0) }
    return Site(
      files: [SiteFile("a", inputs: { digest }, render: { $0 += Array(text.utf8) })],
      manifest: { _ in SiteFile("m") { _ in } })
  }

  @Test func copiesAssets() async throws {
    let sandbox = try Sandbox(["content/img/logo.svg": String(repeating: "<svg/>", count: 50_000)])
    let site = Site(files: [], manifest: { _ in SiteFile("api/v1/index.json") { _ in } })
    let asset = Asset(path: "img/logo.svg", source: sandbox.path + "/content/img/logo.svg")
    _ = try await OutputFolder(sandbox.path + "/public", root: sandbox.path).publish(
      site, assets: [asset], jobs: 2)
    #expect(sandbox.read("public/img/logo.svg") == sandbox.read("content/img/logo.svg"))
  }

  @Test func removesWhatKilledBuildsLeft() async throws {
    let sandbox = try Sandbox([
      ".public.new-1/.rolebook": "", ".public.new-1/a/b": "half", ".public.old-2/.rolebook": "",
      ".public.old-2/a": "old", "public/.rolebook": "published by rolebook\n",
    ])
    try Disk.makeFolder(sandbox.path + "/.public.new-3")
    try await publish(["index.html": "new"], in: sandbox)
    #expect(try sandbox.names() == ["public", "site"])
  }

  @Test func leavesFoldersAloneThatNoBuildMade() async throws {
    let sandbox = try Sandbox([
      ".public.new-1/a": "mine", ".public.new-x/.rolebook": "", ".public.new-/.rolebook": "",
      ".publication.new-1/.rolebook": "", "public.new-1/.rolebook": "",
    ])
    let before = try sandbox.names()
    try await publish(["index.html": "new"], in: sandbox)
    #expect(try Set(sandbox.names()) == Set(before + ["public", "site"]))
    #expect(sandbox.read(".public.new-1/a") == "mine")
  }

  @Test func leavesABuildThatStillRunsAlone() async throws {
    let sandbox = try Sandbox([".public.new-1/.rolebook": "", ".public.new-1/a": "half"])
    let other = open(sandbox.path + "/.public.new-1", O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    try await publish(["index.html": "new"], in: sandbox)
    #expect(sandbox.read(".public.new-1/a") == "half")
  }

  @Test func takesFilesAlongThatCameWhileTheSiteWasBuilt() async throws {
    let sandbox = try Sandbox([
      "public/.rolebook": "published by rolebook\nindex.html\n", "public/index.html": "ours",
      "old/index.html": "ours", "old/report.txt": "new", "old/CNAME": "changed", "old/a/b": "new",
      "old/page.html": "theirs",
    ])
    let folder = try OutputFolder(sandbox.path + "/public", root: sandbox.path + "/site")
    try sandbox.write("public/CNAME", "as it was")
    try sandbox.write("public/page.html", "published")
    let old = sandbox.path + "/old"
    await folder.takeAlong(from: old, published: ["index.html", "page.html"], jobs: 2)
    await folder.remove(old: old, jobs: 2)
    #expect(sandbox.read("public/report.txt") == "new")
    #expect(sandbox.read("public/CNAME") == "changed")
    #expect(sandbox.read("public/a/b") == "new")
    #expect(sandbox.read("public/page.html") == "published")
    #expect(try !sandbox.names().contains("old"))
  }

  @Test func keepsTheOldSiteWhenAFileCannotBeWritten() async throws {
    let sandbox = try Sandbox()
    try await publish(["index.html": "old"], in: sandbox)
    let name = String(repeating: "n", count: 300)
    let failure = try await failure { try await publish(["index.html": "new", name: "x"], in: sandbox) }
    #expect(failure.exit == .disk)
    #expect(failure.message.contains("file name too long"))
    #expect(failure.message.contains(name))
    #expect(sandbox.read("public/index.html") == "old")
    #expect(try sandbox.names() == ["public", "site"])
  }

  @Test func givesTheSameBytesWithAnyNumberOfJobs() async throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<300).map { ("api/v1/\($0 % 7)/\($0).json", "\($0)") })
    let one = try Sandbox()
    let four = try Sandbox()
    try await publish(files, in: one, jobs: 1)
    try await publish(files, in: four, jobs: 4)
    #expect(one.read("public/api/v1/index.json") == four.read("public/api/v1/index.json"))
    #expect(one.read("public/.rolebook") == four.read("public/.rolebook"))
    #expect(four.read("public/api/v1/6/6.json") == "6")
  }

  @Test func exchangesFolders() throws {
    let sandbox = try Sandbox(["new/a": "new", "old/a": "old"])
    let old = try Disk.exchange(
      sandbox.path + "/new", sandbox.path + "/old", aside: sandbox.path + "/aside")
    #expect(old == sandbox.path + "/new")
    #expect(sandbox.read("old/a") == "new")
    #expect(sandbox.read("new/a") == "old")
    #expect(try sandbox.names() == ["new", "old"])
  }

  @discardableResult
  private func publish(_ files: [String: String], in sandbox: Sandbox, jobs: Int = 2) async throws -> [String]
  {
    let site = Site(
      files: files.map { path, text in SiteFile(path) { $0 += Array(text.utf8) } },
      manifest: { written in
        SiteFile("api/v1/index.json") { bytes in
          for file in written { bytes += Array("\(file.path) \(file.bytes) \(file.sha256)\n".utf8) }
        }
      })
    let published = try await OutputFolder(sandbox.path + "/public", root: sandbox.path + "/site")
      .publish(site, assets: [], jobs: jobs)
    published.release()
    return published.paths
  }

  private func failure<Result>(_ work: () async throws -> Result) async throws -> Failure {
    try #require(await #expect(throws: Failure.self) { _ = try await work() })
  }
}
