import Testing

@testable import Rolebook

/// With a `source_url`, pages link each fact to the line that states it.
@Suite struct SourceLineTests {
  private static func world(_ setting: String = "") -> World {
    World(
      pages,
      settings: "platforms: {bigquery: {title: BigQuery, role_prefix: roles/}}\n\(setting)\n")
  }

  private static let pages = [
    "setup.md": """
    ---
    {title: Setup, kind: guide, platform: bigquery, task: setup}
    ---

    | Permission | Description |
    | --- | --- |
    | `bigquery.tables.get` | see tables |
    | `bigquery.tables.list` | list tables |

    1. Assign `roles/bigquery.viewer`.

    """,
    "reference.md": """
    ---
    {title: Reference, kind: reference, platform: bigquery}
    ---

    ## Permissions

    | Permission | Description |
    | --- | --- |
    | `bigquery.jobs.create` | Run jobs |
    | `bigquery.jobs.get` | See jobs |
    | `bigquery.tables.get` | See a table |
    | `bigquery.tables.list` | List tables |

    ## `roles/bigquery.viewer`

    - `bigquery.jobs.*`
    - `bigquery.tables.get`

    ## Who may what

    | Permission | `roles/bigquery.guest` |
    | --- | --- |
    | `bigquery.jobs.get` | ✓ |
    | `bigquery.tables.list` | own only |

    """,
  ]

  @Test(arguments: [
    ("roles/bigquery/bigquery.viewer/", ["reference.md#L16", "reference.md#L17"]),
    ("roles/bigquery/bigquery.guest/", ["reference.md#L23", "reference.md#L24"]),
    ("permissions/bigquery/bigquery.tables.get/", ["reference.md#L11", "reference.md#L17", "setup.md#L7"]),
    ("permissions/bigquery/bigquery.tables.list/", ["reference.md#L24", "setup.md#L8"]),
    ("setup/", ["setup.md#L8", "setup.md#L10"]),
  ])
  func linksEachFactToItsLine(page: String, lines: [String]) async {
    let text = await Self.world("source_url: src/{path}#L{line}").build().site(
      templates: Templates(files: [])
    ).text("\(page)index.html")
    for line in lines { #expect(text.contains("href=\"src/content/\(line)\""), "\(line)") }
  }

  @Test func linksNoLinesWithoutTheSetting() async {
    let site = await Self.world().build().site(templates: Templates(files: []))
    for file in site.files where file.path.hasSuffix(".html") {
      #expect(!site.text(file.path).contains("class=\"line\""), "\(file.path)")
    }
  }
}
