import Testing

@testable import Rolebook

@Suite struct GuideTests {
  @Test func provesOurOwnGuideSecurableBySecurable() async throws {
    let catalog = try await World(folder: Repository.root).build().catalog
    let guide = try #require(
      catalog.guides.first { catalog.pages[$0.page].path == "bigquery/reverse-etl.md" })
    #expect(guide.combinations.map(\.options) == [["full"], ["limited"]])
    let full = try #require(guide.combinations[0].coverage.first { $0.securable == .project })
    #expect([full.granted.count, full.required.count, full.excess.count] == [45, 3, 42])
    #expect(full.missing.isEmpty)
    let limited = guide.combinations[1].coverage
    #expect(limited.map(\.securable) == [.project, Securable(.dataset, "__segment_reverse_etl")])
    #expect(limited.map(\.granted.count) == [3, 29])
    #expect(limited.allSatisfy { $0.missing.isEmpty })
    #expect(guide.options.map(\.permissions.count) == [0, 3])
  }

  private let roles = """
    ---
    title: R
    kind: reference
    platform: p
    complete: []
    ---
    ## `roles/a.viewer`

    Title: Viewer

    - `a.b.get`

    ## `roles/a.editor`

    Title: Editor

    - `a.b.get`
    - `a.b.set`
    """

  private func guide(_ options: String, _ text: String) async throws -> Guide {
    let page = "---\ntitle: G\nkind: guide\nplatform: p\n\(options)---\n\(text)"
    let catalog = await World(
      ["roles.md": roles, "guide.md": page], settings: "platforms: {p: {role_prefix: roles/}}"
    ).build().catalog
    return try #require(catalog.guides.first)
  }

  private let required = "| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n| `a.b.set` | y |\n\n"

  @Test func givesAnOptionWhatItsSectionHolds() async throws {
    let guide = try await guide(
      "options: [{id: one, title: The first}, {id: two, title: Second way}]\n",
      required
        + "## The first\n\n| Role | Title |\n| - | - |\n| `roles/a.viewer` | Viewer |\n\n### Deeper\n\n## Another {#two}\n\n"
        + "| Role | Title |\n| - | - |\n| `roles/a.editor` | Editor |\n\n## After\n")
    #expect(guide.options.map { $0.roles.map(\.role.value) } == [["roles/a.viewer"], ["roles/a.editor"]])
    #expect(guide.combinations.map(\.options) == [["one"], ["two"]])
    #expect(guide.combinations.map { $0.coverage.map(\.missing.count) } == [[1], [0]])
  }

  @Test func holdsInAllOptionsWhatStandsOutside() async throws {
    let guide = try await guide(
      "options: [{id: one, title: One}, {id: two, title: Two}]\n",
      required
        + "| Role | Title | Option |\n| - | - | - |\n| `roles/a.viewer` | Viewer | |\n| `roles/a.editor` | Editor | `two` |\n"
    )
    #expect(
      guide.options.map { $0.roles.map(\.role.value) } == [
        ["roles/a.viewer"], ["roles/a.viewer", "roles/a.editor"],
      ])
  }

  @Test func takesOneOptionOfEachGroup() async throws {
    let guide = try await guide(
      "options: [{id: a, title: A, group: x}, {id: b, title: B, group: x}, {id: c, title: C, group: y}, {id: d, title: D, group: y}]\n",
      required)
    #expect(guide.combinations.map(\.options) == [["a", "c"], ["a", "d"], ["b", "c"], ["b", "d"]])
  }

  @Test func readsAnOptionInsideTheSectionOfAnotherGroup() async throws {
    let guide = try await guide(
      "options: [{id: a, title: A, group: x}, {id: b, title: B, group: x}, {id: c, title: C, group: y}, {id: d, title: D, group: y}]\n",
      required + "## A\n\n### C\n\n| Role | Title |\n| - | - |\n| `roles/a.editor` | Editor |\n")
    let missing = guide.combinations.map { $0.coverage.reduce(0) { $0 + $1.missing.count } }
    #expect(missing == [0, 2, 2, 2])
  }

  @Test func judgesEachOptionOnceWhereTheyCombineInTooManyWays() async throws {
    let options = (0..<40).flatMap {
      ["{id: a\($0), title: A\($0), group: g\($0)}", "{id: b\($0), title: B\($0), group: g\($0)}"]
    }
    let guide = try await guide("options: [\(options.joined(separator: ", "))]\n", required)
    #expect(guide.combinations.count == 41)
    #expect(Set(guide.combinations.flatMap(\.options)).count == 80)
    #expect(guide.combinations.allSatisfy { $0.options.count == 40 })
    let page = "---\ntitle: G\nkind: guide\nplatform: p\noptions: [\(options.joined(separator: ", "))]\n---\n"
    let findings = await World(["g.md": page]).report().findings.filter { $0.rule == "input-too-complex" }
    #expect(findings.map(\.severity) == [.info])
  }

  @Test func hasOneChoiceWithoutOptions() async throws {
    let guide = try await guide("", required + "| Role | Title |\n| - | - |\n| `roles/a.editor` | Editor |\n")
    #expect(guide.combinations.map(\.options) == [[]])
    #expect(guide.options.map(\.id) == [""])
    #expect(guide.combinations[0].coverage.map(\.granted.count) == [2])
  }

  @Test func coversWhatLiesBelowAGrantButNeverAbove() async throws {
    let table = "| Permission | Description | On |\n| - | - | - |\n| `a.b.get` | x | SEC |\n\n"
    func missing(_ required: String, _ granted: String) async throws -> Int {
      let text =
        table.replacing("SEC", with: required)
        + "| Role | On |\n| - | - |\n| `roles/a.viewer` | \(granted) |\n"
      return try await guide("", text).combinations[0].coverage.reduce(0) { $0 + $1.missing.count }
    }
    #expect(try await missing("dataset `x`", "project") == 0)
    #expect(try await missing("table `x.t`", "dataset `x`") == 0)
    #expect(try await missing("project", "dataset `x`") == 1)
    #expect(try await missing("dataset `x`", "dataset `y`") == 1)
    #expect(try await missing("dataset `xy`", "dataset `x`") == 1)
    #expect(try await missing("dataset `x`", "dataset `x`") == 0)
  }

  @Test func reportsAsExcessWhatIsRequiredNeitherHereNorBelow() async throws {
    let table =
      "| Permission | Description | On |\n| - | - | - |\n| `a.b.get` | x | dataset `x` |\n\n| Role | On |\n| - | - |\n| `roles/a.editor` | project |\n"
    let coverage = try await guide("", table).combinations[0].coverage
    #expect(coverage.map(\.securable) == [.project, Securable(.dataset, "x")])
    #expect(coverage.map(\.excess.count) == [1, 0])
  }

  @Test func takesOptionsPermissionsForAlternativesWhereTheTaskStatesNone() async throws {
    let text =
      "## One\n\n| Permission | Description |\n| - | - |\n| `a.b.set` | x |\n\n## Two\n\n| Role | Title |\n| - | - |\n| `roles/a.viewer` | Viewer |\n"
    let guide = try await guide("options: [{id: one, title: One}, {id: two, title: Two}]\n", text)
    #expect(guide.requirements.isEmpty)
    #expect(guide.combinations.map { $0.coverage.map(\.missing.count) } == [[0], [1]])
    #expect(guide.combinations.map(\.setsOwnRequirements) == [true, false])
  }
}
