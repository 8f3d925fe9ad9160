import Testing

@testable import Rolebook

/// What each rule on privileges must find beside the example of its page: a script, and the messages.
@Suite struct SQLAccessRuleTests {
  @Test(arguments: [
    (Dialect.redshift, "GRANT USAGE ON TABLE s.t TO r", "Redshift has no `USAGE` on a table"),
    (.redshift, "GRANT CONNECT ON DATABASE d TO r", "Redshift has no `CONNECT` on a database"),
    (
      .redshift, "REVOKE SELECT, INSERT ON SCHEMA s FROM r",
      "Redshift has no `SELECT` and `INSERT` on a schema"
    ),
    (.postgres, "GRANT SELECT ON SCHEMA s TO r", "PostgreSQL has no `SELECT` on a schema"),
    (.postgres, "GRANT EXECUTE ON ALL TABLES IN SCHEMA s TO r", "PostgreSQL has no `EXECUTE` on a table"),
    (
      .postgres, "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT CREATE ON TABLES TO r",
      "PostgreSQL has no `CREATE` on a table"
    ),
    (.snowflake, "GRANT INSERT ON WAREHOUSE w TO ROLE r", "Snowflake has no `INSERT` on a warehouse"),
    (.snowflake, "GRANT CREATE ON SCHEMA d.s TO ROLE r", "Snowflake has no `CREATE` on a schema"),
    (.snowflake, "GRANT SELECT ON DATABASE d TO ROLE r", "Snowflake has no `SELECT` on a database"),
    (.snowflake, "GRANT EXECUTE ON FUNCTION f() TO ROLE r", "Snowflake has no `EXECUTE` on a function"),
    (.snowflake, "GRANT CONNECT ON DATABASE d TO ROLE r", "Snowflake has no `CONNECT` on a database"),
    (.databricks, "GRANT INSERT ON TABLE c.s.t TO `g`", "Databricks has no `INSERT` on a table"),
    (.databricks, "GRANT USE CATALOG ON SCHEMA c.s TO `g`", "Databricks has no `USE CATALOG` on a schema"),
  ])
  func findsPrivilegesOfAnotherKind(dialect: Dialect, sql: String, message: String) {
    let findings = Rule.findInvalidPrivileges(statements(sql, dialect), dialect)
    #expect(findings.map(\.message) == [message])
    #expect(findings.allSatisfy { !$0.related.isEmpty })
  }

  @Test(arguments: [
    (
      Dialect.snowflake,
      "CREATE ROLE r; GRANT USAGE ON SCHEMA d.s TO ROLE r; GRANT SELECT ON d.s.t TO ROLE r;",
      "`r` is granted `SELECT` on table `d.s.t`, but not `USAGE` on database `d`"
    ),
    (
      .snowflake, "CREATE ROLE r; GRANT USAGE ON DATABASE d TO ROLE r; GRANT USAGE ON SCHEMA d.s TO ROLE r;",
      "`r` may use schema `d.s`, but has no right on anything in it"
    ),
    (
      .postgres,
      "CREATE ROLE r NOINHERIT; GRANT USAGE ON SCHEMA s TO a; GRANT a TO r; GRANT SELECT ON s.t TO r;",
      "`r` is granted `SELECT` on table `s.t`, but not `USAGE` on schema `s`"
    ),
    (
      .databricks, "CREATE SCHEMA c.s; GRANT SELECT ON TABLE c.s.t TO g;",
      "`g` is granted `SELECT` on table `c.s.t`, but not `USE SCHEMA` on schema `c.s`"
    ),
    (
      .redshift, "CREATE ROLE r; GRANT USAGE ON SCHEMA s TO ROLE r; GRANT SELECT ON s.t TO ROLE other;",
      "`r` may use schema `s`, but has no right on anything in it"
    ),
    (
      .redshift, "CREATE GROUP g; GRANT INSERT, SELECT ON s.t TO GROUP g; GRANT SELECT ON s.u TO GROUP g;",
      "`g` is granted `INSERT` on table `s.t`, but not `USAGE` on schema `s`"
    ),
  ])
  func findsRightsThatDoNotReach(dialect: Dialect, sql: String, message: String) throws {
    let sample = try SQLSample(script(sql, dialect), claims: [])
    #expect(Rule.findUnreachableObjects(sample.access, sample.proofs).map(\.message) == [message])
  }

  @Test func leavesToTheClaimWhatItLacks() throws {
    let granting = script("CREATE ROLE r; GRANT SELECT ON s.t TO ROLE r;")
    let sample = try SQLSample(granting, claims: ["r | read | table s.t"])
    #expect(Rule.findUnprovedAccess(sample.script, sample.proofs).count == 1)
    #expect(Rule.findUnreachableObjects(sample.access, sample.proofs).isEmpty)
  }

  @Test func leavesToTheInvalidPrivilegeWhatItMeansToGive() throws {
    let granting = script("GRANT USAGE ON SCHEMA s TO ROLE r; GRANT SELECT ON SCHEMA s TO ROLE r;")
    let sample = try SQLSample(granting, claims: ["r | read | schema s"])
    #expect(Rule.findUnprovedAccess(sample.script, sample.proofs).isEmpty)
    #expect(Rule.findUndocumentedGrants(sample.access, sample.proofs).isEmpty)
    #expect(Rule.findInvalidPrivileges(granting.statements, .redshift).count == 1)
  }

  @Test(arguments: [
    ("GRANT SELECT ON s.t TO r; REVOKE SELECT ON s.t FROM r;", 1),
    ("GRANT SELECT ON s.t TO r; REVOKE ALL ON s.t FROM r;", 1),
    ("GRANT SELECT ON s.t TO r; REVOKE SELECT ON ALL TABLES IN SCHEMA s FROM r;", 1),
    ("CREATE ROLE r; REVOKE ALL ON SCHEMA public FROM r;", 1),
    ("CREATE ROLE r; GRANT USAGE ON SCHEMA s TO r; REVOKE SELECT ON s.t FROM r;", 1),
    ("REVOKE SELECT ON s.t FROM r;", 0),
    ("GRANT SELECT ON s.t TO r; REVOKE SELECT ON s.t FROM r; GRANT SELECT ON s.t TO r;", 0),
    ("CREATE ROLE IF NOT EXISTS r; REVOKE SELECT ON s.t FROM r;", 0),
  ])
  func findsWhatIsTakenBack(sql: String, count: Int) {
    #expect(Rule.findRevokedAccess(script(sql).access(for: [[]])).count == count)
  }

  @Test(arguments: [
    (Dialect.snowflake, "GRANT ROLE a TO ROLE PUBLIC", "everybody is made a member of `a`"),
    (
      .databricks, "GRANT SELECT ON SCHEMA c.s TO `account users`",
      "`SELECT` on schema `c.s` is granted to everybody"
    ),
    (
      .bigquery, "GRANT `roles/x` ON TABLE d.t TO 'allUsers'",
      "`roles/x` on table `d.t` is granted to everybody"
    ),
    (.postgres, "GRANT CREATE ON DATABASE d TO PUBLIC", "`CREATE` on database `d` is granted to everybody"),
  ])
  func findsWhatIsOpenToAll(dialect: Dialect, sql: String, message: String) {
    let found = Rule.findPublicGrants(script(sql, dialect).access(for: [[]]), claims: [])
    #expect(found.map(\.message) == [message])
  }

  @Test func foldsStatementsThatAreNotReadForOneReason() {
    let sql = "CALL a(); CALL b(); GRANT USAGE ON a b TO r; SELECT 1;"
    let found = Rule.findUnreadSQL(statements(sql), claims: [], path: "p")
    #expect(
      found.map(\.message) == [
        "2 statements are not read: what `CALL` does is not known",
        "a statement is not read: `b` where `TO` should stand",
      ])
  }

  /// Nothing is compared with everything, also where every role is a member of the one before it.
  @Test func staysFastOnLongScripts() throws {
    var sql = ""
    for role in 0..<200 {
      sql += "CREATE ROLE r\(role);\n"
      for table in 0..<20 { sql += "GRANT SELECT ON s\(role).t\(table) TO ROLE r\(role);\n" }
      sql +=
        "GRANT ROLE r\(role) TO ROLE r\(role + 1);\nGRANT SELECT ON ALL TABLES IN SCHEMA s\(role) TO ROLE all;\n"
    }
    let long = script(sql)
    let time = ContinuousClock().measure {
      let access = long.access(for: [[]])
      _ = Rule.findUnreachableObjects(access, [])
      _ = Rule.findRevokedAccess(access)
      _ = Rule.findVacuousGrants(long, access)
      _ = Rule.findPublicGrants(access, claims: [])
    }
    #expect(time < .seconds(20))
  }
}
