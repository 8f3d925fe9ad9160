import Glibc
import Rolebook
import Testing

@testable import RolebookCommand

/// The site before the last one, from which the next one is made.
struct SpareFolderTests {
  @Test func takesTheSiteBeforeTheLastOne() async throws {
    let sandbox = try Sandbox()
    let spare = try spare(in: sandbox)
    try await publish(["a": "1", "b/c": "1", "d/e/f": "1"], in: sandbox)
    #expect(Disk.kind(spare) == nil)
    try await publish(["a": "2", "b/c": "1", "g": "2"], in: sandbox)
    #expect(try tree(of: spare) == ["a": "1", "b/c": "1", "d/e/f": "1", "api/v1/index.json": "{}"])
    let folder = inode(spare)
    let kept = inode(sandbox.path + "/public/b/c")
    try await publish(["a": "3", "b/c": "1", "d/e": "3"], in: sandbox)
    #expect(
      try tree(of: sandbox.path + "/public") == ["a": "3", "b/c": "1", "d/e": "3", "api/v1/index.json": "{}"])
    #expect(inode(sandbox.path + "/public") == folder)
    #expect(inode(sandbox.path + "/public/b/c") == kept)
    #expect(try tree(of: spare)["a"] == "2")
    #expect(try sandbox.names() == [".rolebook", "public"])
  }

  @Test func holdsTheSameAsASiteThatIsMadeAnew() async throws {
    let sandbox = try Sandbox()
    for round in 0..<60 {
      var files: [String: String] = [:]
      for name in ["a", "b", "c/a", "c/b", "d/e/a", "d/e/b", "f"] {
        let dice = try #require(Int(sha256(Array("\(round) \(name)".utf8)).prefix(6), radix: 16))
        if dice % 3 == 0 { continue }
        // A file may become a folder, and a folder a file.
        files[dice / 3 % 4 == 0 ? name + "/x" : name] = "\(dice / 12 % 3)"
      }
      try await publish(files, in: sandbox)
      files["api/v1/index.json"] = "{}"
      #expect(try tree(of: sandbox.path + "/public") == files)
    }
  }

  @Test func carriesForeignFilesOverAndLeavesThemOutWhenTheyAreGone() async throws {
    let sandbox = try Sandbox()
    try await publish(["a": "1"], in: sandbox)
    try sandbox.write("public/CNAME", "example.org")
    try sandbox.write("public/notes/x", "mine")
    for text in ["2", "3", "4"] {
      try await publish(["a": text], in: sandbox)
      #expect(sandbox.read("public/CNAME") == "example.org")
      #expect(sandbox.read("public/notes/x") == "mine")
    }
    try Disk.remove(sandbox.path + "/public/notes")
    for text in ["5", "6", "7"] {
      try await publish(["a": text], in: sandbox)
      #expect(sandbox.read("public/CNAME") == "example.org")
      #expect(Disk.kind(sandbox.path + "/public/notes") == nil)
    }
  }

  /// Whatever somebody does to the spare folder, the next site is whole and nothing else is touched.
  @Test(arguments: Damage.allCases)
  fileprivate func trustsNothingInIt(damage: Damage) async throws {
    let sandbox = try Sandbox(["elsewhere/c": "precious"])
    try await publish(["a": "1", "b/c": "1"], in: sandbox)
    try await publish(["a": "2", "b/c": "1"], in: sandbox)
    try damage.happen(to: spare(in: sandbox), elsewhere: sandbox.path + "/elsewhere")
    try await publish(["a": "3", "b/c": "1"], in: sandbox)
    #expect(try tree(of: sandbox.path + "/public") == ["a": "3", "b/c": "1", "api/v1/index.json": "{}"])
    #expect(sandbox.read("elsewhere/c") == "precious")
    #expect(try sandbox.names() == [".rolebook", "elsewhere", "public"])
  }

  fileprivate enum Damage: CaseIterable {
    case isGone, hasNoLedger, isALink, liesBehindALink, lacksAFile, hasAnotherFile, hasALinkForAFile,
      hasALinkForAFolder
    case hasAFileForAFolder, hasAFolderForAFile, isLocked

    func happen(to spare: String, elsewhere: String) throws {
      let shelf = try #require(Disk.parent(of: spare))
      switch self {
      case .isGone: try Disk.remove(spare)
      case .hasNoLedger: try Disk.remove(spare + "/" + Ledger.name)
      case .isALink:
        try Disk.remove(spare)
        symlink(elsewhere, spare)
      case .liesBehindALink:
        try Disk.remove(shelf)
        symlink(elsewhere, shelf)
      case .lacksAFile: try Disk.remove(spare + "/b/c")
      case .hasAnotherFile: try Disk.create(spare + "/b/d", [])
      case .hasALinkForAFile:
        try Disk.remove(spare + "/b/c")
        symlink(elsewhere + "/c", spare + "/b/c")
      case .hasALinkForAFolder:
        try Disk.remove(spare + "/b")
        symlink(elsewhere, spare + "/b")
      case .hasAFileForAFolder:
        try Disk.remove(spare + "/b")
        try Disk.create(spare + "/b", [])
      case .hasAFolderForAFile:
        try Disk.remove(spare + "/a")
        try Disk.makeFolders(spare + "/a/b")
      case .isLocked: flock(open(spare, O_RDONLY), LOCK_EX)
      }
    }
  }

  @Test func refusesTwinsAsEver() async throws {
    let sandbox = try Sandbox(["logo": "x"])
    for text in ["1", "2"] { try await publish(["a": text, "b/c": text], in: sandbox) }
    for path in ["a", "b", "b/c", "b/c/d", "api/v1/index.json"] {
      let asset = Asset(path: path, source: sandbox.path + "/logo")
      let failure = await #expect(throws: Failure.self) {
        try await publish(["a": "3", "b/c": "3"], assets: [asset], in: sandbox)
      }
      #expect(failure?.message.contains("would be published") == true)
      #expect(try tree(of: sandbox.path + "/public") == ["a": "2", "b/c": "2", "api/v1/index.json": "{}"])
    }
    #expect(try sandbox.names() == [".rolebook", "logo", "public"])
  }

  @Test func keepsOneOfAllOutputs() async throws {
    let sandbox = try Sandbox()
    for output in ["public", "other", "public", "other"] {
      try await publish(["a": "1"], to: output, in: sandbox)
    }
    #expect(try sandbox.names(in: ".rolebook/spare").count == 1)
    #expect(Disk.kind(try spare(of: "other", in: sandbox)) == .folder)
  }

  @Test func keepsNoneWithoutCircumstances() async throws {
    let sandbox = try Sandbox()
    for text in ["1", "2"] { try await publish(["a": text], in: sandbox, circumstances: nil) }
    #expect(Disk.kind(try spare(in: sandbox)) == nil)
    #expect(sandbox.read("public/a") == "2")
  }

  private func spare(of output: String = "public", in sandbox: Sandbox) throws -> String {
    OutputCache(root: sandbox.path, output: sandbox.path + "/" + output).path(.spare)
  }

  private func publish(
    _ files: [String: String], assets: [Asset] = [], to output: String = "public", in sandbox: Sandbox,
    circumstances: String? = "all"
  ) async throws {
    let site = Site(
      files: files.map { path, text in SiteFile(path) { $0 += Array(text.utf8) } },
      manifest: { _ in SiteFile("api/v1/index.json") { $0 += Array("{}".utf8) } })
    try await OutputFolder(sandbox.path + "/" + output, root: sandbox.path).publish(
      site, assets: assets, circumstances: circumstances, jobs: 2
    ).release()
  }

  /// Every file with its text but the ledger; a folder without any with a slash.
  private func tree(of folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    var folders = [folder]
    while let next = folders.popLast() {
      let entries = try Disk.list(next)
      if entries.isEmpty { files[next.dropFirst(folder.count + 1) + "/"] = "" }
      for entry in entries where entry.name != Ledger.name {
        let path = next + "/" + entry.name
        if entry.kind == .folder { folders.append(path) }
        guard entry.kind != .folder, case .bytes(let bytes) = Disk.read(path, limit: 1 << 20) else {
          continue
        }
        files[String(path.dropFirst(folder.count + 1))] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return files
  }

  private func inode(_ path: String) -> UInt {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_ino : 0
  }
}
