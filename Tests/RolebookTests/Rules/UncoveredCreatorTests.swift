import Testing

@testable import Rolebook

@Suite struct UncoveredCreatorTests {
  private let prelude = """
    CREATE ROLE reporting;
    GRANT USAGE, CREATE ON SCHEMA sales TO loader;
    GRANT USAGE ON SCHEMA sales TO ROLE reporting;
    GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE reporting;

    """
  private let claims = [
    "loader | create | schema sales", "reporting | read, future tables too | schema sales",
  ]
  private let existing = ["schema sales", "user dbadmin", "user loader"]

  @Test func namesTheUserWhoseTablesAreMissed() throws {
    let covering = script(
      prelude + "ALTER DEFAULT PRIVILEGES FOR USER dbadmin IN SCHEMA sales "
        + "GRANT SELECT ON TABLES TO ROLE reporting;", existing: existing)
    let findings = Rule.findUncoveredCreators(try SQLSample(covering, claims: claims).proofs)
    #expect(
      findings.map(\.message) == ["default privileges miss `loader`, who may create tables in schema `sales`"]
    )
    #expect(
      covering.text(at: findings[0].place)?.hasPrefix("ALTER DEFAULT PRIVILEGES FOR USER dbadmin") == true)
    #expect(
      findings[0].related.map(\.message) == [
        "`reporting` is claimed to have `read, future tables too`", "`loader` may create there",
      ])
    #expect(
      findings[0].help == "add `ALTER DEFAULT PRIVILEGES FOR USER loader IN SCHEMA sales "
        + "GRANT SELECT ON TABLES TO ROLE reporting;`")
  }

  @Test func isContentWhenEveryCreatorIsCovered() throws {
    let covering = script(
      prelude + "ALTER DEFAULT PRIVILEGES FOR USER dbadmin, loader IN SCHEMA sales "
        + "GRANT SELECT ON TABLES TO ROLE reporting;", existing: existing)
    let sample = try SQLSample(covering, claims: claims)
    #expect(Rule.findUncoveredCreators(sample.proofs).isEmpty)
    #expect(sample.proofs.flatMap(\.trials).map(\.proof.verdict) == [.proved, .proved])
  }

  @Test func reportsACreatorOnceForAllPrivilegesAndOptions() throws {
    let sample = try SQLSample(
      script(
        """
        CREATE SCHEMA s; CREATE USER ann; GRANT ALL ON SCHEMA s TO ann; GRANT USAGE ON SCHEMA s TO bob;
        ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT ALL ON TABLES TO bob;
        """), claims: ["bob | read, write, future tables too | schema s"], choices: [["a"], ["b"]])
    let findings = Rule.findUncoveredCreators(sample.proofs)
    #expect(
      findings.map(\.help) == [
        "add `ALTER DEFAULT PRIVILEGES FOR USER ann IN SCHEMA s "
          + "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO bob;`"
      ])
  }
}
