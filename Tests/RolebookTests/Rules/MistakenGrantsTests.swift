import Testing

@testable import Rolebook

/// A claim and the statement that means to prove it have one fault between them.
@Suite struct MistakenGrantsTests {
  private func found(_ rows: [String], _ sql: String) async -> [String] {
    let table = rows.map { "| \($0) |" }.joined(separator: "\n")
    let page = """
      ---
      title: G
      kind: guide
      platform: p
      dialect: redshift
      existing: [schema sales]
      ---

      | Role | Access | Object |
      | - | - | - |
      \(table)

      ```sql
      CREATE ROLE reporting;
      CREATE ROLE loading;
      GRANT USAGE ON SCHEMA sales TO ROLE reporting;
      GRANT USAGE ON SCHEMA sales TO ROLE loading;
      GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sales TO ROLE loading;
      \(sql)
      ```

      """
    return await World(["page.md": page]).report().findings.map { "\($0.rule) \($0.related.count)" }
  }

  private let claims = ["`reporting` | read | schema `sales`", "`loading` | write | schema `sales`"]

  @Test(arguments: [
    "GRANT DELETE ON ALL TABLES IN SCHEMA sales TO ROLE reporting;",
    "GRANT DELETE, UPDATE ON ALL TABLES IN SCHEMA sales TO ROLE reporting;",
    "GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE loading;",
  ])
  func givesOneFindingForAMistakenGrant(_ sql: String) async {
    let rules = await found(claims, sql)
    #expect(rules == ["unproved-access 1"])
  }

  @Test(arguments: [
    ("GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE reportin;", "grantee-mismatch"),
    ("CREATE USER ann;\nGRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE ann;", "grantee-mismatch"),
  ])
  func leavesAMisnamedGranteeToItsOwnRule(_ sql: String, _ rule: String) async {
    let rules = await found(claims, sql)
    #expect(rules.map { $0.split(separator: " ")[0] } == [rule[...]])
  }

  @Test func tellsTwoFaultsApart() async {
    let sql = """
      CREATE SCHEMA crm;
      GRANT DELETE ON ALL TABLES IN SCHEMA sales TO ROLE reporting;
      GRANT USAGE ON SCHEMA crm TO ROLE loading;
      GRANT SELECT ON ALL TABLES IN SCHEMA crm TO ROLE loading;
      """
    let rules = await found(claims, sql).map { $0.split(separator: " ")[0] }
    #expect(Set(rules).isSuperset(of: ["unproved-access", "undocumented-grant"]))
  }

  @Test func saysOnceWhatSeveralClaimsLack() async {
    let rows = claims + ["`loading` | read | table `crm.a`", "`loading` | read | table `crm.b`"]
    let sql = """
      CREATE SCHEMA crm;
      GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE reporting;
      GRANT SELECT ON crm.a TO ROLE loading;
      GRANT SELECT ON crm.b TO ROLE loading;
      """
    let rules = await found(rows, sql)
    #expect(rules == ["unproved-access 2"])
  }
}
