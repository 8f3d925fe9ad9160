import Testing

@testable import Rolebook

@Suite struct ChangesTests {
  @Test func tellsWhatARoleGainedAndThroughWhichEntry() async {
    let changes = await changes(adding: "| `files.objects.export` | Export objects |\n")
    #expect(
      words(changes) == """
        files.objects.export: grants-more + added: Export objects
        roles/files.reader: grants-more + files.objects.export   through files.objects.*

        """)
  }

  @Test func takesAPermissionThatNobodyHoldsForWords() async {
    let changes = await changes(adding: "| `files.jobs.create` | Run jobs |\n")
    #expect(words(changes) == "files.jobs.create: rewords + added: Run jobs\n")
  }

  @Test func seesARenameByServiceResourceDescriptionAndHolders() async {
    let changes = await changes(replacing: "`files.objects.list`", with: "`files.objects.enumerate`")
    #expect(words(changes) == "files.objects.list: renames ~ is now files.objects.enumerate\n")
  }

  @Test(arguments: [
    ("| `files.objects.list` | List objects |\n", "| `files.folders.list` | List objects |\n"),
    ("| `files.objects.list` | List objects |\n", "| `files.objects.enumerate` | List everything |\n"),
    (
      "| `files.objects.list` | List objects |\n",
      "| `files.objects.a` | List objects |\n| `files.objects.b` | List objects |\n"
    ),
    ("| `files.objects.list` | List objects |\n", "| `files.objects.enumerate` | |\n"),
  ])
  func seesNoRenameWhereItIsNotCertain(_ old: String, _ new: String) async {
    let changes = await changes(replacing: old, with: new)
    #expect(!changes.contains { $0.effect == .renames })
    #expect(changes.contains { $0.name == "permission-removed" })
  }

  @Test func passesOverARouteThatGivesTheSame() async {
    let changes = await changes(
      replacing: "- `files.objects.*`", with: "- `files.objects.get`\n- `files.objects.list`")
    #expect(
      words(changes) == """
        roles/files.reader: rewords ~ entries without files.objects.*, with files.objects.get, files.objects.list

        """)
  }

  @Test func tellsWhatAGuideNeedsAndGrants() async {
    let page = Self.page("guide", "kind: guide\nplatform: files")
    let table = "| Permission | Description |\n| --- | --- |\n| `files.objects.get` | Read |\n"
    let sql = "\n```sql\nGRANT SELECT ON TABLE sales.orders TO reader;\n```\n"
    let old = Self.site(["guide.md": page + table])
    let new = Self.site([
      "guide.md": page + table.replacing("get` | Read", with: "list` | Read") + sql
    ])
    #expect(
      words(await Self.changes(old, new)) == """
        guide.md: grants-less - needs no more files.objects.get on project
        guide.md: grants-more + needs files.objects.list on project
        guide.md: grants-more + grants SELECT on table sales.orders to reader

        """)
  }

  @Test func countsNothingOfASupersededGuide() async {
    let page = Self.page("guide", "kind: guide\nplatform: files\nstatus: superseded")
    let table = "| Permission | Description |\n| --- | --- |\n| `files.objects.get` | Read |\n"
    let changes = await Self.changes(Self.site(["guide.md": page]), Self.site(["guide.md": page + table]))
    #expect(changes.map(\.effect).allSatisfy { $0 == .rewords || $0 == nil })
    let current = (page + table).replacing("\nstatus: superseded", with: "")
    let revived = await Self.changes(Self.site(["guide.md": page + table]), Self.site(["guide.md": current]))
    #expect(revived.contains { $0.name == "guide-changed" && $0.effect == .grantsMore })
  }

  @Test func seesThatAGrantMayBeHandedOn() async {
    let page = Self.page("guide", "kind: guide\nplatform: files\ndialect: postgres")
    func site(_ end: String) -> World {
      Self.site(["guide.md": page + "```sql\nGRANT SELECT ON TABLE sales.orders TO reader\(end);\n```\n"])
    }
    #expect(await Self.changes(site(""), site(" WITH GRANT OPTION")).compactMap(\.effect) == [.grantsMore])
    #expect(await Self.changes(site(" WITH  GRANT\nOPTION"), site("")).compactMap(\.effect) == [.grantsLess])
  }

  @Test func takesALostConditionForAGain() async {
    func site(_ mark: String) -> World {
      Self.site([
        "matrix.md": Self.page("matrix", "kind: reference\nplatform: files")
          + "| Action | Owner |\n| --- | --- |\n| `files.jobs.run` | \(mark) |\n| `files.jobs.stop` | ✓ |\n"
      ])
    }
    let changes = await Self.changes(site("✓ (own jobs only)"), site("✓"))
    #expect(
      words(changes.filter { $0.effect != nil })
        == "Owner: grants-more + files.jobs.run\n")
  }

  // MARK: Feeds that are none

  @Test func readsNoFeedOfAnotherMajorVersion() throws {
    let files = Self.feed(version: "2.0.0")
    let fault = #expect(throws: Edition.Fault.self) { try Edition(reading: files) }
    #expect(fault?.place == "index.json:1:17")
    #expect(fault?.message == "version `2.0.0` of the feed is not one that this program reads: it reads 1.x")
  }

  @Test func readsLaterMinorVersionsAndKeepsWhatItDoesNotKnow() throws {
    let later = Self.feed(version: "1.7.0", permission: #", "risk": "high""#)
    let changes = try Edition(reading: Self.feed(version: "1.0.0")).changes(to: Edition(reading: later))
    #expect(changes.map(\.effect) == [nil])
  }

  @Test func saysWhereAFeedIsBroken() throws {
    var files = Self.feed(version: "1.0.0")
    files["permissions.json"] = Array(#"{"api_version": "1.0.0", "permissions": [{"name": 3}]}"#.utf8)
    #expect(throws: Edition.Fault.self) { try Edition(reading: files) }
    files["permissions.json"] = Array("{\n".utf8)
    let cut = #expect(throws: Edition.Fault.self) { try Edition(reading: files) }
    #expect(cut?.place == "permissions.json:1:3")
    files["permissions.json"] = nil
    let missing = #expect(throws: Edition.Fault.self) { try Edition(reading: files) }
    #expect(missing?.message == "is missing, so this is no feed")
  }

  private static func feed(version: String, permission members: String = "") -> [String: [UInt8]] {
    let permission = #"{"name": "a.b.c", "platform": "a", "stage": "ga"\#(members)}"#
    let lists = ["roles": "", "grants": "", "guides": "", "permissions": permission]
    var files = lists.mapValues { $0 }.reduce(into: [String: [UInt8]]()) { files, list in
      files["\(list.key).json"] = Array(
        #"{"api_version": "\#(version)", "\#(list.key)": [\#(list.value)]}"#.utf8)
    }
    files["index.json"] = Array(#"{"api_version": "\#(version)", "data_version": "x"}"#.utf8)
    return files
  }

  // MARK: Sites

  private func words(_ changes: [Change]) -> String {
    changes.filter { $0.effect != nil }.map { change in
      let group = ChangeGroup.groups(of: [change])[0]
      let line = group.lines[0]
      return "\(group.title.name): \(change.effect?.rawValue ?? "") \(line.mark.rawValue) "
        + line.words.map(\.plain).joined() + "\n"
    }.joined()
  }

  private func changes(adding row: String) async -> [Change] {
    await Self.changes(Self.site(), Self.site(permissions: Self.permissions + row))
  }

  private func changes(replacing old: String, with new: String) async -> [Change] {
    await Self.changes(
      Self.site(),
      Self.site(
        permissions: Self.permissions.replacing(old, with: new), roles: Self.roles.replacing(old, with: new)))
  }

  private static func changes(_ old: World, _ new: World) async -> [Change] {
    await edition(old).changes(to: edition(new))
  }

  private static func edition(_ world: World) async -> Edition {
    Edition(of: await Build.catalog(of: world.files, settings: world.settings, jobs: 1))
  }

  private static let permissions =
    page("permissions", "kind: reference\nplatform: files") + """
      | Permission | Description |
      | --- | --- |
      | `files.objects.get` | Read objects |
      | `files.objects.list` | List objects |

      """

  private static let roles =
    page("roles", "kind: reference\nplatform: files") + """
      ## `roles/files.reader`

      Title: Reader

      - `files.objects.*`

      """

  private static func site(
    _ pages: [String: String] = [:], permissions: String = permissions, roles: String = roles
  ) -> World {
    World(pages.merging(["permissions.md": permissions, "roles.md": roles]) { $1 })
  }

  private static func page(_ title: String, _ keys: String) -> String {
    "---\ntitle: \(title)\n\(keys)\n---\n\n"
  }
}
