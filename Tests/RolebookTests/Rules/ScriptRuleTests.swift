import Testing

@testable import Rolebook

/// Faults of scripts beside those that the rules' pages show.
@Suite struct ScriptRuleTests {
  @Test(arguments: [
    ("use-before-create", "GRANT ROLE a TO dbadmin;\nGRANT ROLE a TO dbadmin;\nCREATE ROLE a;", "redshift"),
    (
      "use-before-create", "GRANT USAGE ON SCHEMA s TO a;\nCREATE SCHEMA IF NOT EXISTS s;\nCREATE ROLE b;",
      "postgres"
    ),
    ("use-before-create", "\\c shop\nSELECT 1;\nCREATE DATABASE shop;", "postgres"),
    ("use-before-create", "CREATE SCHEMA s AUTHORIZATION a;\nCREATE ROLE a;", "redshift"),
    ("undefined-variable", "SELECT $a;\nSET a = 1;", "snowflake"),
    ("undefined-variable", "SET a = 1;\nSELECT $a;\nUSE ROLE IDENTIFIER($other);", "snowflake"),
    ("undefined-variable", "SET role = 'x';\nUSE ROLE ${role};\nUSE WAREHOUSE ${house};", "snowflake"),
    (
      "grantee-mismatch", "CREATE USER ann PASSWORD DISABLE;\nGRANT USAGE ON SCHEMA s TO ROLE ann;",
      "redshift"
    ),
    ("grantee-mismatch", "CREATE ROLE reading;\nGRANT USAGE ON SCHEMA s TO reading;", "redshift"),
    ("grantee-mismatch", "CREATE ROLE reading;\nGRANT USAGE ON SCHEMA s TO GROUP reading;", "redshift"),
    ("grantee-mismatch", "CREATE ROLE reading;\nGRANT USAGE ON SCHEMA s TO raeding;", "postgres"),
    (
      "grantee-mismatch",
      "CREATE ROLE linked;\nGRANT USAGE ON SCHEMA s TO ROLE linked;\nGRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE other;",
      "redshift"
    ),
    ("undefined-object", "CREATE ROLE reading;\nGRANT ROLE reading TO ROLE everyone;", "snowflake"),
    (
      "undefined-object",
      "GRANT USAGE ON SCHEMA $s TO ROLE a;\nGRANT MODIFY ON SCHEMA $s TO ROLE a;\nGRANT MONITOR ON SCHEMA $s TO ROLE a;\nGRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE a;",
      "snowflake"
    ),
    (
      "undefined-object",
      "GRANT USAGE ON DATABASE identifier($db) TO ROLE a;\nGRANT USAGE ON SCHEMA identifier($s) TO ROLE a;\nGRANT SELECT ON ALL VIEWS IN SCHEMA identifier($db) TO ROLE a;",
      "snowflake"
    ),
    (
      "wrong-database",
      "CREATE DATABASE shop;\nCREATE SCHEMA sales;\nUSE DATABASE lake;\nGRANT USAGE ON SCHEMA sales TO ROLE a;",
      "snowflake"
    ),
    ("unused-object", "SET a = 1;\nSET b = 2;\nGRANT USAGE ON SCHEMA s TO ROLE $a;", "snowflake"),
    ("unused-object", "CREATE WAREHOUSE w;\nGRANT USAGE ON SCHEMA s TO ROLE a;", "snowflake"),
    ("missing-terminator", "CREATE SCHEMA s\nGRANT USAGE ON SCHEMA s TO ROLE a;", "snowflake"),
    ("missing-terminator", "GRANT ROLE a TO u\nGRANT ROLE b TO u", "redshift"),
    ("wrong-dialect", "GRANT ROLE a TO b;", "postgres"),
    ("wrong-dialect", "GRANT USAGE ON SCHEMA s TO GROUP a;", "snowflake"),
    ("wrong-dialect", "GRANT SELECT ON `s`.t TO a;", "redshift"),
    ("wrong-dialect", "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO ROLE a;", "snowflake"),
    ("wrong-dialect", "CREATE USER u PASSWORD '<password>';", "snowflake"),
    ("wrong-dialect", "CREATE ROLE u LOGIN;", "redshift"),
    ("misleading-comment", "-- read access to sales\nGRANT ALL ON SCHEMA sales TO ROLE a;", "redshift"),
    (
      "misleading-comment", "-- read/write access\nGRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE a;",
      "redshift"
    ),
    (
      "misleading-comment",
      "CREATE SCHEMA sales;\nCREATE SCHEMA shop;\n-- let the role use schema sales\nGRANT USAGE ON SCHEMA shop TO ROLE a;",
      "redshift"
    ),
    (
      "misleading-comment", "-- future tables too\nGRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE a;",
      "redshift"
    ),
    ("misleading-comment", "GRANT ALL ON SCHEMA s TO ROLE a; -- write access", "redshift"),
  ])
  func finds(_ rule: String, sql: String, dialect: String) async {
    let report = await World(["page.md": NearMiss.sql(sql, dialect)]).report()
    let found = report.findings.filter { $0.rule == rule }
    #expect(found.count == 1, "\(sql)\n\(report.findings.map(\.message))")
    #expect(found.allSatisfy { !$0.related.isEmpty })
  }

  @Test(arguments: [
    (
      "undefined-object", "GRANT SELECT ON crm.accounts TO r;", "postgres", "table crm.acocunts",
      "table `crm.accounts` is neither created nor listed in `existing`"
    ),
    (
      "grantee-mismatch", "GRANT USE CATALOG ON CATALOG lake TO engineers;", "databricks", "group engineeers",
      "`engineers` is granted access, but the page knows only `engineeers`"
    ),
    (
      "undefined-object", "GRANT USE CATALOG ON CATALOG lake TO r;", "databricks", "catalog laake",
      "database `lake` is neither created nor listed in `existing`"
    ),
  ])
  func holdsStatementsAgainstWhatThePageListsAndNeverNames(
    _ rule: String, _ sql: String, _ dialect: String, _ existing: String, _ message: String
  ) async {
    let keys = "dialect: \(dialect)\nexisting: [schema crm, role r, \(existing)]\n"
    let report = await World(["page.md": NearMiss.sql(sql, dialect, keys: keys)]).report()
    #expect(report.findings.filter { $0.rule == rule }.map(\.message) == [message])
  }

  @Test func namesTheOptionsThatAFaultNeeds() async {
    let page = NearMiss.sql(
      "GRANT USAGE ON SCHEMA sales TO ROLE a;\n```\n```sql option=x\nCREATE ROLE a;",
      keys: "options:\n  - {id: x, title: X}\n  - {id: y, title: Y}\n")
    let report = await World(["page.md": page]).report()
    #expect(
      report.findings.filter { $0.rule == "use-before-create" }.map(\.message) == [
        "role `a` is used before it is created with option `x`"
      ])
  }

  @Test func readsBothStatementsWhereASemicolonIsMissing() {
    let read = statements("CREATE ROLE a\nGRANT USAGE ON SCHEMA s TO ROLE a")
    #expect(read.map(\.summary) == ["role a", "grant USAGE on schema s to a"])
  }

  @Test func keepsCommentsWithTheirStatements() {
    let read = statements("-- one\n/* two\n * lines */\nSELECT 1; -- behind\n-- above\nSELECT 2;")
    #expect(read.map { $0.comments.map(\.text) } == [["one", "two lines", "behind"], ["above"]])
  }

  @Test(.timeLimit(.minutes(10)))
  func staysLinear() async {
    let grants = (0..<1000).map {
      "GRANT USAGE ON SCHEMA s\($0) TO ROLE r;\nGRANT SELECT ON ALL TABLES IN SCHEMA s\($0) TO ROLE r;\n"
    }
    let page = NearMiss.script(["`r` | read | schema `s7`"], "CREATE ROLE r;\n" + grants.joined(), keys: "")
    let report = await World(["page.md": page]).report()
    #expect(report.findings.count(where: { $0.rule == "undocumented-grant" }) == 999)
  }
}
