import Testing

@testable import Rolebook

@Suite struct RefutedAccessTests {
  @Test func showsTheGrantThatGivesNoRightOnTables() throws {
    let loading = script("CREATE ROLE loading; GRANT ALL ON SCHEMA sales TO ROLE loading;")
    let sample = try SQLSample(loading, claims: ["loading | write | schema sales"])
    let findings = Rule.findRefutedAccess(sample.proofs)
    #expect(
      findings.map(\.message) == [
        "`write` is claimed on schema `sales`, but `GRANT ALL ON SCHEMA` gives no right on its tables"
      ])
    #expect(
      findings[0].related.map { loading.text(at: $0.place) } == ["GRANT ALL ON SCHEMA sales TO ROLE loading"])
    #expect(findings[0].label == "missing: INSERT, UPDATE, DELETE on all tables in schema sales")
    #expect(
      findings[0].help == "claim `create`, or add "
        + "`GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sales TO ROLE loading;`")
  }

  @Test func showsTheGrantAndItsRevoke() throws {
    let sample = try SQLSample(
      script("GRANT USAGE ON SCHEMA s TO r; REVOKE USAGE ON SCHEMA s FROM r;"), claims: ["r | use | schema s"]
    )
    let findings = Rule.findRefutedAccess(sample.proofs)
    #expect(findings.map(\.message) == ["`use` on schema `s` is claimed, but taken from `r` again"])
    #expect(findings[0].related.map(\.message) == ["granted here", "and revoked here"])
  }

  @Test func saysNothingOfMereAbsence() throws {
    let sample = try SQLSample(
      script("GRANT USAGE, CREATE ON SCHEMA s TO r; GRANT SELECT ON ALL TABLES IN SCHEMA s TO r;"),
      claims: ["r | write | schema s", "r | create | schema s"])
    #expect(Rule.findRefutedAccess(sample.proofs).isEmpty)
  }
}
