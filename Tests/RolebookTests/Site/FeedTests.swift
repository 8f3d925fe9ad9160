import Testing

@testable import Rolebook

@Suite struct FeedTests {
  private let site = SampleCatalog(baseURL: "https://example.com/docs/").site()

  @Test func writesAPermission() {
    #expect(
      site.text("api/v1/permissions/bigquery/bigquery.jobs.create.json") == """
        {
          "api_version": "1.0.0",
          "description": "Run jobs",
          "granted_by": [
            {
              "role": "roles/bigquery.admin",
              "via": [
                "bigquery.*"
              ]
            },
            {
              "role": "roles/bigquery.user",
              "via": [
                "bigquery.jobs.*"
              ]
            }
          ],
          "mentioned_in": [
            "bigquery/setup.md"
          ],
          "name": "bigquery.jobs.create",
          "platform": "bigquery",
          "required_by": [
            "bigquery/setup.md"
          ],
          "resource": "jobs",
          "see_also": [],
          "service": "bigquery",
          "sources": [
            "content/bigquery/permissions.md#bigquery.jobs.create"
          ],
          "stage": "ga",
          "url": "https://example.com/docs/permissions/bigquery/bigquery.jobs.create/",
          "used_by": [
            "bigquery/setup.md"
          ],
          "verb": "create"
        }

        """)
  }

  @Test func writesARole() {
    #expect(
      site.text("api/v1/roles/bigquery/bigquery.user.json") == """
        {
          "api_version": "1.0.0",
          "entries": [
            "bigquery.jobs.*",
            "bigquery.config.get"
          ],
          "equal": [],
          "expansion": {
            "bigquery.config.get": 1,
            "bigquery.jobs.*": 1
          },
          "id": "roles/bigquery.user",
          "inherits": [],
          "kind": "predefined",
          "lowest_resource": "dataset",
          "mentioned_in": [
            "bigquery/setup.md"
          ],
          "permissions": [
            "bigquery.config.get",
            "bigquery.jobs.create"
          ],
          "platform": "bigquery",
          "sources": [
            "content/bigquery/roles.md#roles/bigquery.user",
            "content/bigquery/roles.md#roles/bigquery.user:bigquery.config.get",
            "content/bigquery/roles.md#roles/bigquery.user:bigquery.jobs.*"
          ],
          "stage": "ga",
          "subsets": [],
          "supersets": [
            "roles/bigquery.admin"
          ],
          "title": "BigQuery User",
          "undocumented": [
            "bigquery.config.get"
          ],
          "url": "https://example.com/docs/roles/bigquery/bigquery.user/",
          "used_by": [
            "bigquery/setup.md"
          ]
        }

        """)
  }

  @Test func writesGrantsOfRolesAndOfPrivileges() {
    let grants = site.text("api/v1/grants.json")
    #expect(
      grants.contains(
        """
            {
              "grantee": "reader",
              "guide": "bigquery/setup.md",
              "id": "bigquery/setup.md#reader:SELECT:table sales.orders",
              "privileges": [
                "SELECT"
              ],
              "proves": [],
              "securable": "table sales.orders",
              "sources": [
                "content/bigquery/setup.md#GRANT SELECT ON TABLE sales.orders TO reader"
              ],
              "statement": "GRANT SELECT ON TABLE sales.orders TO reader"
            },
            {
              "guide": "bigquery/setup.md",
              "id": "bigquery/setup.md#roles/bigquery.user:project",
              "proves": [],
              "role": "roles/bigquery.user",
              "securable": "project",
              "sources": [
                "content/bigquery/setup.md#roles/bigquery.user:project"
              ]
            }
        """))
    #expect(grants.contains("\"role\": \"roles/bigquery.admin\""), "a title leads to the role's id")
  }

  @Test func writesAGuide() {
    #expect(
      site.text("api/v1/guides/bigquery/setup.json") == """
        {
          "api_version": "1.0.0",
          "combinations": [
            {
              "coverage": [
                {
                  "excess_count": 1,
                  "granted_count": 2,
                  "missing": [],
                  "required_count": 1,
                  "securable": "project",
                  "smallest_roles": [
                    "roles/bigquery.user"
                  ]
                }
              ],
              "options": []
            }
          ],
          "options": [
            {
              "access": [],
              "grants": [
                "bigquery/setup.md#reader:SELECT:table sales.orders",
                "bigquery/setup.md#roles/bigquery.user:project"
              ],
              "id": "",
              "permissions": [],
              "roles": [
                {
                  "role": "roles/bigquery.user",
                  "securable": "project"
                }
              ]
            }
          ],
          "path": "bigquery/setup.md",
          "platform": "bigquery",
          "requirements": [
            {
              "permission": "bigquery.jobs.create",
              "purpose": "Run queries",
              "securable": "project"
            }
          ],
          "sources": [
            "content/bigquery/setup.md#GRANT SELECT ON TABLE sales.orders TO reader",
            "content/bigquery/setup.md#bigquery.jobs.create:project",
            "content/bigquery/setup.md#roles/bigquery.user:project"
          ],
          "status": "current",
          "steps": [
            {
              "number": 1,
              "text": "Assign the role."
            }
          ],
          "task": "setup",
          "title": "Setup",
          "url": "https://example.com/docs/bigquery/setup/"
        }

        """)
  }

  @Test func writesPagesWithTheCountsOfTheirFacts() {
    #expect(
      site.text("api/v1/pages.json").contains(
        """
            {
              "facts": {
                "assignment": 1,
                "requirement": 1,
                "script": 1
              },
              "kind": "guide",
              "path": "bigquery/setup.md",
              "platform": "bigquery",
              "redirects": [],
              "status": "current",
              "title": "Setup",
              "url": "https://example.com/docs/bigquery/setup/"
            }
        """))
  }

  @Test func writesWherePlacesLie() {
    #expect(
      site.text("api/v1/places.json").contains(
        """
            "content/bigquery/roles.md#roles/bigquery.user:bigquery.jobs.*": {
              "column": 4,
              "end_column": 19,
              "end_line": 7,
              "file": "content/bigquery/roles.md",
              "line": 7
            }
        """))
  }

  @Test func namesThePlacesOfFindingsWithoutLines() {
    #expect(
      site.text("api/v1/findings.json") == """
        {
          "api_version": "1.0.0",
          "findings": [
            {
              "file": "content/bigquery/setup.md",
              "fingerprint": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
              "fix": {
                "edits": [
                  {
                    "place": "content/bigquery/setup.md#redundant-role:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:2",
                    "replacement": "roles/bigquery.admin"
                  }
                ],
                "safe": true
              },
              "message": "`roles/bigquery.user` adds nothing",
              "place": "content/bigquery/setup.md#redundant-role:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
              "related": [
                {
                  "message": "held here too",
                  "place": "content/bigquery/roles.md#redundant-role:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:1"
                }
              ],
              "rule": "redundant-role",
              "severity": "warning",
              "status": "suppressed"
            }
          ]
        }

        """)
    #expect(
      site.text("api/v1/places.json").contains(
        """
            "content/bigquery/roles.md#redundant-role:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:1": {
              "column": 5,
              "end_column": 24,
              "end_line": 5,
              "file": "content/bigquery/roles.md",
              "line": 5
            }
        """))
  }

  @Test func saysWhereRolesNameWhatNoPageDeclares() {
    #expect(
      site.text("api/v1/permissions/bigquery/bigquery.config.get.json").contains(
        """
          "sources": [
            "content/bigquery/roles.md#roles/bigquery.user:bigquery.config.get"
          ]
        """))
  }

  @Test func writesRowsForWarehouses() {
    #expect(
      site.text("api/v1/ndjson/role_permissions.ndjson").hasSuffix(
        """
        {"permission":"bigquery.config.get","platform":"bigquery","role":"roles/bigquery.user","via":"bigquery.config.get"}
        {"permission":"bigquery.jobs.create","platform":"bigquery","role":"roles/bigquery.user","via":"bigquery.jobs.*"}

        """))
    #expect(
      site.text("api/v1/ndjson/requirements.ndjson") == """
        {"guide":"bigquery/setup.md","permission":"bigquery.jobs.create",\
        "place":"content/bigquery/setup.md#bigquery.jobs.create:project","platform":"bigquery",\
        "purpose":"Run queries","securable":"project","status":"current"}

        """)
  }

  @Test func writesTextInNormalFormC() {
    var json = JSON(layout: .row, composes: true)
    json.array(["e\u{301}", "ga\u{300}\u{323} \u{2713}", "plain"])
    #expect(
      json.bytes.elementsEqual("[\"\u{E9}\",\"g\u{1EA1}\u{300} \u{2713}\",\"plain\"]".utf8))
  }

  @Test func writesWhatReadersLookFor() {
    let search = site.text("api/v1/search.json")
    #expect(
      search.contains(
        """
            {
              "address": "/bigquery/permissions/",
              "headings": [
                {
                  "anchor": "tables",
                  "text": "Tables"
                }
              ],
              "kind": "reference",
              "title": "Permissions"
            }
        """))
    #expect(search.contains("\"title\": \"BigQuery Admin\""))
  }

  @Test func listsFilesAndSourcesInTheManifest() {
    let written = [
      WrittenFile(path: "index.html", bytes: 1, sha256: "aa"),
      WrittenFile(path: "api/v1/roles.json", bytes: 12, sha256: "bb"),
    ]
    var bytes: [UInt8] = []
    site.manifest(written).render(&bytes)
    let manifest = String(decoding: bytes, as: UTF8.self)
    #expect(site.manifest(written).path == "api/v1/index.json")
    #expect(
      manifest.contains(
        """
          "files": [
            {
              "bytes": 12,
              "path": "roles.json",
              "rows": 2,
              "schema": "schemas/roles.schema.json",
              "sha256": "bb"
            }
          ]
        """))
    #expect(
      manifest.contains("\"content/notes.md\": \"\(BlobID(of: Array(SampleCatalog.texts[4].value.utf8)))\""))
  }

  @Test func namesBlobsAsGitDoes() {
    #expect(BlobID(of: [UInt8]()).description == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
    #expect(BlobID(of: Array("hello\n".utf8)).description == "ce013625030ba8dba906f756967f9e9ca394464a")
  }

  @Test func sortsTheKeysOfEveryObject() {
    let feed = site.files.filter { $0.path.hasPrefix("api/") } + [site.manifest([])]
    #expect(feed.count > 10)
    for file in feed {
      var bytes: [UInt8] = []
      file.render(&bytes)
      #expect(unsortedKeys(String(decoding: bytes, as: UTF8.self)) == [], "\(file.path)")
    }
  }

  /// Keys that do not follow the one before them in their object, by the indentation of lines.
  private func unsortedKeys(_ json: String) -> [String] {
    var last: [Int: String] = [:]
    var unsorted: [String] = []
    for line in json.split(separator: "\n") {
      let depth = line.prefix { $0 == " " }.count
      last = last.filter { $0.key <= depth }
      guard let end = line.firstRange(of: "\": ") else {
        last[depth] = nil
        continue
      }
      let key = String(line[..<end.lowerBound])
      if let before = last[depth], before >= key { unsorted.append(key) }
      last[depth] = key
    }
    return unsorted
  }

  @Test func seesKeysThatAreNotSorted() {
    #expect(unsortedKeys("{\n  \"b\": 1,\n  \"a\": 2\n}") == ["  \"a"])
  }
}
