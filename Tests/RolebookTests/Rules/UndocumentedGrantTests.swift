import Testing

@testable import Rolebook

@Suite struct UndocumentedGrantTests {
  private func find(
    _ script: Script, _ claims: [String], choices: [[String]] = [[]]
  ) throws -> [Finding] {
    let sample = try SQLSample(script, claims: claims, choices: choices)
    return Rule.findUndocumentedGrants(sample.access, sample.proofs)
  }

  private let reading = """
    GRANT USAGE ON SCHEMA sales TO ROLE reporting;
    GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE reporting;

    """

  @Test func findsAGrantThatNoRowClaims() throws {
    let granting = script(reading + "GRANT CREATE ON SCHEMA sales TO ROLE reporting;")
    let findings = try find(granting, ["reporting | read | schema sales"])
    #expect(
      findings.map(\.message) == ["no row of the access table gives `reporting` `CREATE` on schema `sales`"])
    #expect(
      findings.map { granting.text(at: $0.place) } == ["GRANT CREATE ON SCHEMA sales TO ROLE reporting"])
  }

  @Test func findsTheOnePrivilegeTooMany() throws {
    let granting = script("GRANT USAGE ON SCHEMA s TO r; GRANT SELECT, INSERT ON s.t TO r;")
    #expect(
      try find(granting, ["r | read | table s.t"]).map(\.message) == [
        "no row of the access table gives `r` `INSERT` on table `s.t`"
      ])
  }

  @Test func findsAGrantWiderThanItsClaim() throws {
    #expect(
      try find(script(reading), ["reporting | read | table sales.orders"]).map(\.message) == [
        "no row of the access table gives `reporting` `SELECT` on all tables in schema `sales`"
      ])
  }

  @Test func foldsAStrangersGrantsIntoOne() throws {
    let findings = try find(
      script(reading + "GRANT USAGE ON SCHEMA sales TO eve; GRANT ROLE reporting TO eve;"),
      ["reporting | read | schema sales"])
    #expect(
      findings.map(\.message) == ["no row of the access table names `eve`, which is granted access"])
    #expect(findings[0].related.count == 2)
  }

  @Test func findsAnUnclaimedMembership() throws {
    let findings = try find(
      script(reading + "GRANT ROLE reporting TO ann; GRANT ROLE admin TO ann;"),
      ["reporting | read | schema sales", "ann | member | role reporting"])
    #expect(findings.map(\.message) == ["no row of the access table makes `ann` a member of `admin`"])
  }

  @Test func acceptsWhatClaimsNeed() throws {
    let granting = script(
      reading + """
        GRANT CONNECT ON DATABASE shop TO ROLE reporting;
        ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO ROLE reporting;
        GRANT ROLE reporting TO ann;
        GRANT SELECT, INSERT, UPDATE, DELETE ON sales.notes TO ROLE reporting;
        GRANT INSERT ON sales.log TO ann; REVOKE INSERT ON sales.log FROM ann;
        """)
    let claims = [
      "reporting | read, future tables too | schema sales", "reporting | write | table sales.notes",
      "ann | read | schema sales",
    ]
    #expect(try find(granting, claims).map(\.message) == [])
  }

  @Test func holdsGrantsAgainstTheClaimsOfTheirOption() throws {
    let granting = script(["": "GRANT USAGE ON SCHEMA s TO r;", "one": "GRANT SELECT ON s.t TO r;"])
    let claims = ["r | use | schema s", "r | read | table s.t | other"]
    #expect(try find(granting, claims, choices: [["one"], ["other"]]).count == 1)
  }

  @Test func saysNothingWhereThereIsNoAccessTable() throws {
    #expect(try find(script(reading), []).isEmpty)
  }

  @Test func leavesARefutedGrantToItsRule() throws {
    #expect(try find(script("GRANT ALL ON SCHEMA s TO r;"), ["r | write | schema s"]).isEmpty)
  }
}
