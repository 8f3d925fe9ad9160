import Testing

@testable import Rolebook

@Suite struct UnprovedAccessTests {
  private let reading = """
    CREATE ROLE reporting;
    GRANT USAGE ON SCHEMA sales TO ROLE reporting;
    GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE reporting;
    """

  @Test func namesWhatIsMissingAndTheCure() throws {
    let sample = try SQLSample(
      script(reading), claims: ["reporting | read | schema sales", "reporting | read | schema returns"])
    let findings = Rule.findUnprovedAccess(sample.script, sample.proofs)
    #expect(
      findings.map(\.message) == ["no statement proves that `reporting` has `read` on schema `returns`"])
    #expect(findings[0].label == "missing: USAGE on schema returns; SELECT on all tables in schema returns")
    #expect(
      findings[0].help == "add `GRANT USAGE ON SCHEMA returns TO ROLE reporting;` and "
        + "`GRANT SELECT ON ALL TABLES IN SCHEMA returns TO ROLE reporting;`, or take the claim back")
    #expect(findings[0].severity == .warning)
  }

  @Test func namesTheOptionsThatLackIt() throws {
    let sample = try SQLSample(
      script(["": "GRANT USAGE ON SCHEMA s TO r;", "whole": "GRANT SELECT ON ALL TABLES IN SCHEMA s TO r;"]),
      claims: ["r | read | schema s", "r | read | schema s | whole"],
      choices: [["whole", "shared"], ["chosen", "shared"]])
    #expect(
      Rule.findUnprovedAccess(sample.script, sample.proofs).map(\.message) == [
        "no statement proves that `r` has `read` on schema `s` with options `chosen` and `shared`"
      ])
  }

  @Test func onlyInformsWhereAnUnreadStatementMayGiveIt() throws {
    let sample = try SQLSample(script("CALL open('reporting');"), claims: ["reporting | use | schema sales"])
    #expect(Rule.findUnprovedAccess(sample.script, sample.proofs).map(\.severity) == [.info])
  }

  @Test func informsOfAPrivilegeThatEverybodyHasByDefault() throws {
    let create = "CREATE USER ann;"
    let claims = ["ann | CONNECT | database shop"]
    let silent = try SQLSample(script(create, .postgres), claims: claims)
    let findings = Rule.findUnprovedAccess(silent.script, silent.proofs)
    #expect(findings.map(\.message) == ["no statement gives `ann` `CONNECT` on database `shop`"])
    #expect(findings.map(\.severity) == [.info])
    #expect(findings.map(\.help) == ["add `GRANT CONNECT ON DATABASE shop TO ann;`, or take the claim back"])
    let granting = try SQLSample(
      script(create + "GRANT CONNECT ON DATABASE shop TO ann;", .postgres), claims: claims)
    #expect(Rule.findUnprovedAccess(granting.script, granting.proofs).isEmpty)
  }

  @Test func namesTheOneUserWhoWillCreateTheTables() throws {
    let sample = try SQLSample(
      script(
        """
        CREATE SCHEMA s; CREATE USER ann; CREATE ROLE r;
        GRANT ALL ON SCHEMA s TO ann; GRANT USAGE ON SCHEMA s TO ROLE r;
        GRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE r;
        """), claims: ["r | read, future tables too | schema s"])
    #expect(
      Rule.findUnprovedAccess(sample.script, sample.proofs).map(\.help) == [
        "add `ALTER DEFAULT PRIVILEGES FOR USER ann IN SCHEMA s GRANT SELECT ON TABLES TO ROLE r;`, "
          + "or take the claim back"
      ])
  }

  @Test func leavesRefutedClaimsAndUncoveredCreatorsToTheirRules() throws {
    let sample = try SQLSample(
      script(
        """
        CREATE SCHEMA s; CREATE ROLE r; CREATE USER ann;
        GRANT ALL ON SCHEMA s TO ann; GRANT USAGE ON SCHEMA s TO ROLE r;
        GRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE r;
        ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO ROLE r;
        """), claims: ["ann | write | schema s", "r | read, future tables too | schema s"])
    #expect(sample.proofs.flatMap(\.trials).map(\.proof.verdict) == [.refuted, .unproved])
    #expect(Rule.findUnprovedAccess(sample.script, sample.proofs).isEmpty)
  }
}
