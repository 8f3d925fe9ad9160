import Markdown
import Testing

@testable import Rolebook

/// What a script really gives, in one line for each right: `SELECT on table s.t by a`.
@Suite struct StandingRightTests {
  @Test(arguments: [
    ("GRANT USAGE ON SCHEMA s TO ROLE r", "r", ["USAGE on schema s"]),
    ("GRANT ALL ON SCHEMA s TO ROLE r", "r", ["USAGE on schema s", "CREATE on schema s"]),
    (
      "GRANT SELECT ON s.t TO ROLE a; GRANT ROLE a TO ROLE b; GRANT ROLE b TO ann", "ann",
      ["SELECT on table s.t by a"]
    ),
    ("GRANT SELECT ON s.t TO r; REVOKE SELECT ON s.t FROM r", "r", []),
    (
      "GRANT SELECT ON s.t TO r; REVOKE SELECT ON s.t FROM r; GRANT SELECT ON s.t TO r", "r",
      ["SELECT on table s.t"]
    ),
    ("GRANT ALL ON s.t TO r; REVOKE DELETE, UPDATE, INSERT ON s.t FROM r", "r", ["SELECT on table s.t"]),
    (
      "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO r", "r",
      ["SELECT on future tables in schema s"]
    ),
    ("CREATE SCHEMA s AUTHORIZATION r", "r", ["OWNERSHIP on schema s"]),
    ("GRANT ROLE a TO ann; REVOKE ROLE a FROM ann; GRANT USAGE ON SCHEMA s TO ROLE a", "ann", []),
    ("GRANT USAGE ON SCHEMA s TO PUBLIC", "ann", ["USAGE on schema s by public"]),
    ("GRANT SELECT (a) ON s.t TO r", "r", ["SELECT (a) on table s.t"]),
  ])
  func givesInRedshift(sql: String, grantee: String, rights: [String]) {
    expect(sql, .redshift, grantee, rights)
  }

  @Test(arguments: [
    ("GRANT SELECT ON s.t TO a; GRANT a TO b", "b", ["SELECT on table s.t by a"]),
    ("GRANT SELECT ON s.t TO a; GRANT a TO b WITH INHERIT FALSE", "b", []),
    ("CREATE ROLE b NOINHERIT; GRANT SELECT ON s.t TO a; GRANT a TO b", "b", []),
    (
      "CREATE ROLE b NOINHERIT; GRANT SELECT ON s.t TO a; GRANT a TO b WITH INHERIT TRUE", "b",
      ["SELECT on table s.t by a"]
    ),
    ("CREATE ROLE b IN ROLE a; GRANT SELECT ON s.t TO a", "b", ["SELECT on table s.t by a"]),
    ("SET ROLE b; CREATE SCHEMA s; RESET ROLE; CREATE SCHEMA t", "b", ["OWNERSHIP on schema s"]),
  ])
  func givesInPostgres(sql: String, grantee: String, rights: [String]) {
    expect(sql, .postgres, grantee, rights)
  }

  @Test func leavesWhatAPageUndoes() {
    let blocks = [
      ScriptBlock(
        options: [], database: nil, statements: statements("GRANT SELECT ON s.t TO r"),
        dialect: .redshift, place: nowhere),
      ScriptBlock(
        options: [], database: nil, statements: statements("REVOKE SELECT ON s.t FROM r"),
        dialect: .redshift, place: nowhere,
        undoes: true),
    ]
    let access = Script(dialect: .redshift, blocks: blocks, existing: []).access(for: [[]])
    #expect(access[0].rights(of: "r").map(\.privilege) == ["SELECT"])
  }

  @Test func sharesTheAccessOfChoicesThatRunTheSameBlocks() {
    let options = script(["": "GRANT USAGE ON SCHEMA s TO r", "a": "GRANT SELECT ON s.t TO r"])
    let access = options.access(for: [["a", "x"], ["a", "y"], ["b", "x"], ["b", "y"]])
    #expect(access.map(\.choices.count) == [2, 2])
    #expect(access.map { $0.rights(of: "r").count } == [2, 1])
    #expect(access[0].grantees == ["r"])
  }

  private let nowhere = Place(0, Span(0, 0))

  private func expect(_ sql: String, _ dialect: Dialect, _ grantee: String, _ rights: [String]) {
    let found = script(sql, dialect).access(for: [[]])[0].rights(of: grantee).map { right in
      "\(right.privilege) on \(right.securable.text)" + (right.role.map { " by \($0)" } ?? "")
    }
    #expect(found == rights)
  }
}
