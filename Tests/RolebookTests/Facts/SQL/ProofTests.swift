import Markdown
import Testing

@testable import Rolebook

/// A claim, the script that it stands beside, and what must come of it.
struct ProofCase: Sendable, CustomTestStringConvertible {
  let claim: (String, String, String)
  let sql: String
  var dialect = Dialect.redshift
  var existing: [String] = []
  var verdict = Verdict.proved
  var missing: [String] = []

  var testDescription: String { "\(claim.1) on \(claim.2): \(verdict.rawValue)" }
}

@Suite struct ProofTests {
  @Test(arguments: [
    ProofCase(claim: ("r", "use", "schema s"), sql: "GRANT USAGE ON SCHEMA s TO ROLE r;"),
    ProofCase(
      claim: ("r", "use", "schema s"), sql: "CREATE ROLE r;", verdict: .unproved,
      missing: ["USAGE on schema s"]),
    ProofCase(
      claim: ("r", "read", "table s.t"),
      sql: "GRANT USAGE ON SCHEMA s TO ROLE r; GRANT SELECT ON s.t TO ROLE r;"),
    ProofCase(
      claim: ("r", "read", "table s.t"), sql: "GRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE r;",
      verdict: .unproved, missing: ["USAGE on schema s"]),
    ProofCase(
      claim: ("r", "read", "table s.t"),
      sql: "GRANT USAGE ON SCHEMA s TO r; GRANT SELECT ON s.other TO r; GRANT SELECT ON t TO r;",
      verdict: .unproved, missing: ["SELECT on table s.t"]),
    ProofCase(
      claim: ("r", "read", "table s.t"),
      sql: "GRANT USAGE ON SCHEMA s TO r; GRANT SELECT (a) ON s.t TO r;",
      verdict: .unproved, missing: ["SELECT on table s.t"]),
    ProofCase(
      claim: ("r", "read", "schema s"),
      sql: "GRANT USAGE ON SCHEMA s TO r; GRANT SELECT ON ALL TABLES IN SCHEMA s TO r;"),
    ProofCase(
      claim: ("r", "read, future tables too", "schema s"),
      sql: "GRANT USAGE ON SCHEMA s TO r; GRANT SELECT ON ALL TABLES IN SCHEMA s TO r;",
      verdict: .unproved, missing: ["SELECT on future tables in schema s"]),
    ProofCase(
      claim: ("r", "read, future tables too", "schema s"),
      sql: "GRANT USAGE ON SCHEMA s TO ROLE r; GRANT SELECT FOR TABLES IN SCHEMA s TO ROLE r;"),
    ProofCase(
      claim: ("r", "create", "schema s"), sql: "GRANT ALL ON SCHEMA s TO ROLE r;"),
    ProofCase(
      claim: ("r", "create", "schema s"), sql: "GRANT CREATE ON SCHEMA s TO ROLE r;",
      verdict: .unproved, missing: ["USAGE on schema s"]),
    ProofCase(claim: ("r", "create", "database d"), sql: "GRANT CREATE ON DATABASE d TO ROLE r;"),
    ProofCase(
      claim: ("r", "write", "schema s"),
      sql: "GRANT USAGE ON SCHEMA s TO r; GRANT ALL ON ALL TABLES IN SCHEMA s TO r;"),
    ProofCase(
      claim: ("r", "write", "table s.t"),
      sql: "GRANT USAGE ON SCHEMA s TO r; GRANT INSERT, UPDATE ON s.t TO r;",
      verdict: .unproved, missing: ["DELETE on table s.t"]),
    ProofCase(
      claim: ("ann", "member", "role a"), sql: "GRANT ROLE a TO ROLE b; GRANT ROLE b TO ann;"),
    ProofCase(
      claim: ("ann", "member", "role a"), sql: "GRANT ROLE ann TO ROLE a;", verdict: .unproved,
      missing: ["membership of ann in role a"]),
    ProofCase(
      claim: ("ann", "read", "table s.t"),
      sql: "GRANT USAGE ON SCHEMA s TO ROLE a; GRANT SELECT ON s.t TO PUBLIC; GRANT ROLE a TO ann;"),
    ProofCase(claim: ("r", "SELECT", "table s.t"), sql: "GRANT ALL ON s.t TO r;"),
    ProofCase(
      claim: ("dana", "read, write", "schema s"),
      sql: "CREATE SCHEMA s AUTHORIZATION dana;"),
  ])
  func provesByPrivileges(_ test: ProofCase) throws { try expect(test) }

  @Test(arguments: [
    ProofCase(
      claim: ("r", "write", "schema s"), sql: "GRANT ALL ON SCHEMA s TO ROLE r;", verdict: .refuted,
      missing: ["INSERT", "UPDATE", "DELETE"].map { "\($0) on all tables in schema s" }),
    ProofCase(
      claim: ("r", "read", "table s.t"),
      sql: "GRANT USAGE ON SCHEMA s TO r; GRANT SELECT ON s.t TO r; REVOKE ALL ON s.t FROM r;",
      verdict: .refuted, missing: ["SELECT on table s.t"]),
    ProofCase(
      claim: ("r", "read", "schema s"),
      sql: """
        GRANT USAGE ON SCHEMA s TO r; GRANT SELECT ON ALL TABLES IN SCHEMA s TO r;
        REVOKE SELECT ON s.secret FROM r;
        """,
      verdict: .refuted, missing: ["SELECT on all tables in schema s"]),
    // Given again after it was taken.
    ProofCase(
      claim: ("r", "use", "schema s"),
      sql: "GRANT USAGE ON SCHEMA s TO r; REVOKE ALL ON SCHEMA s FROM r; GRANT USAGE ON SCHEMA s TO r;"),
    // Somebody else's loss.
    ProofCase(
      claim: ("r", "use", "schema s"),
      sql: "GRANT USAGE ON SCHEMA s TO r; REVOKE ALL ON SCHEMA s FROM PUBLIC;"),
    // An unread statement may give it after all.
    ProofCase(
      claim: ("r", "write", "schema s"), sql: "GRANT ALL ON SCHEMA s TO ROLE r; CALL open_tables('r');",
      verdict: .unproved, missing: ["INSERT", "UPDATE", "DELETE"].map { "\($0) on all tables in schema s" }),
  ])
  func refutesByTwoFactsOnly(_ test: ProofCase) throws { try expect(test) }

  @Test(arguments: [
    // The runner is nobody whom the page creates.
    ProofCase(
      claim: ("r", "read, future tables too", "schema s"),
      sql: readsAll + "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO ROLE r;",
      existing: ["schema s", "user dbadmin"]),
    ProofCase(
      claim: ("r", "read, future tables too", "schema s"),
      sql: readsAll + "ALTER DEFAULT PRIVILEGES FOR USER ann IN SCHEMA s GRANT SELECT ON TABLES TO ROLE r;",
      existing: ["schema s", "user dbadmin"], verdict: .unproved,
      missing: ["SELECT on future tables in schema s that dbadmin creates"]),
    // Through a role, a user of the page may create.
    ProofCase(
      claim: ("r", "read, future tables too", "schema s"),
      sql: readsAll + letsAnnCreate
        + "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO ROLE r;",
      verdict: .unproved, missing: ["SELECT on future tables in schema s that ann creates"]),
    ProofCase(
      claim: ("r", "read, future tables too", "schema s"),
      sql: readsAll + letsAnnCreate
        + "ALTER DEFAULT PRIVILEGES FOR USER ann IN SCHEMA s GRANT SELECT ON TABLES TO ROLE r;"),
    // The script makes the schema: all its tables are yet to come.
    ProofCase(
      claim: ("r", "read", "schema s"),
      sql: "CREATE SCHEMA s; GRANT USAGE ON SCHEMA s TO r;"
        + "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO r;"),
    ProofCase(
      claim: ("r", "read", "schema s"),
      sql: "GRANT USAGE ON SCHEMA s TO r; ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO r;",
      existing: ["schema s"], verdict: .unproved, missing: ["SELECT on all tables in schema s"]),
  ])
  func asksForEveryCreatorsTables(_ test: ProofCase) throws { try expect(test) }

  @Test(arguments: [
    ProofCase(
      claim: ("r", "read, future tables too", "schema d.s"),
      sql: """
        GRANT USAGE ON DATABASE d TO ROLE r; GRANT USAGE ON SCHEMA d.s TO ROLE r;
        GRANT SELECT ON ALL TABLES IN SCHEMA d.s TO ROLE r;
        GRANT SELECT ON FUTURE TABLES IN SCHEMA d.s TO ROLE r;
        """, dialect: .snowflake),
    ProofCase(
      claim: ("r", "create", "schema d.s"),
      sql: "GRANT USAGE ON DATABASE d TO ROLE r; GRANT USAGE ON SCHEMA d.s TO ROLE r;",
      dialect: .snowflake, verdict: .unproved, missing: ["CREATE TABLE on schema d.s"]),
    ProofCase(
      claim: ("team", "read, future tables too", "schema c.s"),
      sql: "GRANT USE CATALOG, USE SCHEMA, SELECT ON CATALOG c TO team;", dialect: .databricks),
    ProofCase(
      claim: ("team", "write", "table c.s.t"),
      sql: "GRANT USE CATALOG ON CATALOG c TO team; GRANT USE SCHEMA, SELECT ON SCHEMA c.s TO team;",
      dialect: .databricks, verdict: .unproved, missing: ["MODIFY on table c.s.t"]),
    ProofCase(
      claim: ("app", "read, future tables too", "schema s"),
      sql: """
        GRANT USAGE ON SCHEMA s TO app; GRANT SELECT ON ALL TABLES IN SCHEMA s TO app;
        GRANT CREATE ON SCHEMA s TO owner; ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA s
        GRANT SELECT ON TABLES TO app;
        """, dialect: .postgres),
  ])
  func followsTheDialect(_ test: ProofCase) throws { try expect(test) }

  @Test func provesBigQueryClaimsByTheirRoles() throws {
    let granted = script(
      "GRANT `roles/reader` ON SCHEMA sales TO \"serviceAccount:sync@x.com\";", .bigquery)
    let holds = { (role: String, permissions: [String]) in
      role == "roles/reader" && permissions.allSatisfy { $0.hasPrefix("bigquery.tables.get") }
    }
    let read = granted.prove(
      try claim("sync@x.com", "read", "table sales.orders"), options: [], roleHolds: holds)
    #expect(read.verdict == .proved)
    #expect(read.statements.count == 1)
    let write = granted.prove(
      try claim("sync@x.com", "write", "dataset sales"), options: [], roleHolds: holds)
    #expect(write.missing == ["bigquery.tables.updateData on dataset sales"])
    let other = granted.prove(try claim("sync@x.com", "read", "dataset other"), options: [], roleHolds: holds)
    #expect(other.verdict == .unproved)
  }

  @Test func countsTheRolesThatAGuideAssignsInItsSteps() throws {
    let nowhere = Place(0, Span(0, 0))
    let assigned = AssignedAccess(roles: [
      RoleAssignment(
        role: Located("Editor", nowhere), title: nil, securable: Securable(.dataset, "sales"), options: [],
        origin: .step)
    ])
    let isEditor = { (role: String, permissions: [String]) in role == "Editor" }
    func verdict(_ object: String) throws -> Verdict {
      script("CREATE SCHEMA sales;", .bigquery)
        .prove(try claim("sync@x.com", "write", object), options: [], roleHolds: isEditor, assigned: assigned)
        .verdict
    }
    #expect(try verdict("table sales.orders") == .proved)
    #expect(try verdict("dataset returns") == .unproved)
  }

  @Test func runsOnlyTheBlocksOfTheChosenOptions() throws {
    let options = script([
      "": "GRANT USAGE ON SCHEMA s TO ROLE r;", "all": "GRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE r;",
      "one": "GRANT SELECT ON s.t TO ROLE r;",
    ])
    let reads = try claim("r", "read", "schema s")
    #expect(options.prove(reads, options: ["all"]).verdict == .proved)
    #expect(options.prove(reads, options: ["one"]).verdict == .unproved)
    #expect(options.prove(try claim("r", "read", "table s.t"), options: ["one"]).statements.count == 2)
  }

  @Test func foldsNamesAsTheDialectDoes() throws {
    let granted = "GRANT USAGE ON SCHEMA \"Sales\" TO Reporting;"
    #expect(
      script(granted, .redshift).prove(try claim("Reporting", "use", "schema SALES"), options: []).verdict
        == .proved)
    #expect(
      script(granted, .postgres).prove(try claim("reporting", "use", "schema Sales"), options: []).verdict
        == .proved)
    #expect(
      script(granted, .postgres).prove(try claim("reporting", "use", "schema sales"), options: []).verdict
        == .unproved)
  }

  private static let readsAll = """
    CREATE ROLE r; GRANT USAGE ON SCHEMA s TO ROLE r; GRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE r;

    """
  private static let letsAnnCreate = """
    CREATE SCHEMA s; CREATE ROLE loader; GRANT ALL ON SCHEMA s TO ROLE loader;
    CREATE USER ann; GRANT ROLE loader TO ann;

    """

  private func expect(_ test: ProofCase) throws {
    let (grantee, access, object) = test.claim
    let proof = script(test.sql, test.dialect, existing: test.existing)
      .prove(try claim(grantee, access, object), options: [])
    #expect(proof.verdict == test.verdict)
    #expect(proof.missing == test.missing)
  }
}
