import Foundation
import Testing

@testable import Rolebook

/// One mistake in a clean site gives one finding; two that have nothing to do with each other give two.
@Suite struct EchoTests {
  struct Mistake: CustomTestStringConvertible {
    let page: String
    let text: String
    let other: String

    init(_ page: String, _ text: String, _ other: String) {
      self.page = page
      self.text = text
      self.other = other
    }

    var testDescription: String { "\(text) → \(other)" }
  }

  /// The rules that speak, with the number of places beside each finding's own.
  private func found(_ site: String, _ mistakes: [Mistake]) async throws -> [String] {
    let world = try World(folder: Repository.root.appendingPathComponent("Tests/Mutations/Sites/\(site)"))
    let files = try world.files.map { file in
      var text = String(decoding: file.text.bytes, as: UTF8.self)
      for mistake in mistakes where file.path == "content/\(mistake.page)" {
        let range = try #require(text.range(of: mistake.text), "\(mistake.text) is not on \(mistake.page)")
        text.replaceSubrange(range, with: mistake.other)
      }
      return SourceFile(path: file.path, role: file.role, bytes: Array(text.utf8))
    }
    let clean = await Set(world.report().findings.map(\.message))
    return await world.with(files: files).report().findings.filter { !clean.contains($0.message) }
      .map { "\($0.rule) \($0.related.count)" }
  }

  static let single: [(String, Mistake, String)] = [
    (
      "google-cloud",
      Mistake("workflows/permissions.md", "`workflows.locations.get`", "`workflows.locations.gett`"),
      "unknown-permission 3"
    ),
    (
      "google-cloud",
      Mistake(
        "servicedirectory/roles.md", "`servicedirectory.services.update`",
        "`servicedirectory.services:update`"),
      "unknown-permission 1"
    ),
    (
      "google-cloud", Mistake("pubsub/roles.md", "- `pubsub.topics.listTagBindings`\n", ""),
      "admin-lacks-permission 2"
    ),
    (
      "warehouse",
      Mistake(
        "bigquery/reporting-terraform.md", "| `roles/bigquery.jobUser` | BigQuery Job User",
        "| `roles/bigquery.dataViewer` | BigQuery Job User"), "misspelled-role-title 1"
    ),
    (
      "warehouse",
      Mistake(
        "bigquery/reporting-terraform.md", "| `roles/bigquery.dataViewer` | BigQuery Data Viewer",
        "| `roles/bigquery.jobUser` | BigQuery Data Viewer"), "misspelled-role-title 1"
    ),
    (
      "warehouse",
      Mistake(
        "bigquery/reporting.md", "| `roles/bigquery.dataViewer` | BigQuery Data Viewer",
        "| `roles/bigquery.dataEditor` | BigQuery Data Viewer"), "misspelled-role-title 1"
    ),
    (
      "warehouse",
      Mistake(
        "bigquery/reporting.md", "project |\n\n1. Open **IAM & Admin > Roles**",
        "project |\n| `bigquery.tabels.get` | Read. | project |\n\n1. Open **IAM & Admin > Roles**"),
      "unknown-permission 1"
    ),
    (
      "warehouse",
      Mistake(
        "bigquery/reporting-terraform.md", "| `bigquery.jobs.create`", "| `bigqqery.jobs.create`"),
      "unknown-permission 1"
    ),
    (
      "warehouse",
      Mistake(
        "snowflake/loading.md", "GRANT USAGE ON DATABASE analytics TO ROLE loading",
        "GRANT USAGE ON DATABASE analytics TO ROLE loader"), "grantee-mismatch 1"
    ),
    (
      "warehouse",
      Mistake(
        "snowflake/loading.md", "GRANT ROLE auditing TO USER auditor", "GRANT ROLE auditing TO USER auditing"),
      "grantee-mismatch 1"
    ),
    (
      "warehouse",
      Mistake(
        "snowflake/reporting.md", "GRANT USAGE ON SCHEMA analytics.crm", "GRANT USAGE ON SCHEMA analytics.cmr"
      ),
      "undefined-object 1"
    ),
    (
      "warehouse",
      Mistake("snowflake/reporting.md", "| `one-table` |", "| `one-tlble` |"), "unknown-option 1"
    ),
    (
      "warehouse",
      Mistake("snowflake/reporting.md", "{id: one-table,", "{id: one-tabel,"), "unknown-option 1"
    ),
    (
      "warehouse",
      Mistake(
        "snowflake/reporting.md", "GRANT USAGE ON DATABASE analytics TO ROLE reporting;",
        "GRANT USAGE ON DATABASE analytics TO ROLE reporting;\n   REVOKE USAGE ON DATABASE analytics FROM ROLE reporting;"
      ), "refuted-access 4"
    ),
    (
      "warehouse",
      Mistake(
        "snowflake/loading.md", "GRANT SELECT ON FUTURE TABLES IN SCHEMA analytics.raw TO ROLE auditing;",
        "GRANT SELECT ON FUTURE TABLES IN SCHEMA analytics.raw TO ROLE auditing;\n   REVOKE SELECT ON FUTURE TABLES IN SCHEMA analytics.raw FROM ROLE auditing;"
      ), "refuted-access 2"
    ),
  ]

  @Test(arguments: single) func foldsWhatFollows(_ site: String, _ mistake: Mistake, _ finding: String)
    async throws
  {
    #expect(try await found(site, [mistake]) == [finding])
  }

  @Test func keepsAnUngrantedPermissionBesideAMisspelledOne() async throws {
    let rules = try await found(
      "google-cloud",
      [
        Mistake("workflows/permissions.md", "`workflows.locations.get`", "`workflows.locations.gett`"),
        Mistake(
          "workflows/permissions.md", "| `workflows.locations.list`",
          "| `workflows.locations.move` | Move locations |\n| `workflows.locations.list`"),
      ])
    #expect(rules == ["ungranted-permission 1", "unknown-permission 3"])
  }

  @Test func keepsWhatAnAdministratorLacksBesideAMisspelledEntry() async throws {
    let rules = try await found(
      "google-cloud",
      [
        Mistake(
          "servicedirectory/roles.md", "`servicedirectory.services.update`",
          "`servicedirectory.services:update`"),
        Mistake("servicedirectory/roles.md", "- `servicedirectory.services.delete`\n", ""),
      ])
    #expect(rules == ["admin-lacks-permission 1", "unknown-permission 1"])
  }

  @Test func keepsAMissingRoleBesideATitleOfAnother() async throws {
    let rules = try await found(
      "warehouse",
      [
        Mistake(
          "bigquery/reporting-terraform.md", "| `roles/bigquery.jobUser` | BigQuery Job User",
          "| `roles/bigquery.dataViewer` | BigQuery Job User"),
        Mistake(
          "bigquery/reporting-terraform.md",
          "| `roles/bigquery.dataViewer` | BigQuery Data Viewer | dataset `sales` |\n", ""),
      ])
    #expect(rules.contains("misspelled-role-title 1"))
    #expect(
      rules.contains { $0.hasPrefix("uncovered-requirement") || $0.hasPrefix("conflicting-guide-roles") })
  }

  @Test func keepsASecondGapBesideAGrantToTheWrongName() async throws {
    let rules = try await found(
      "warehouse",
      [
        Mistake(
          "snowflake/loading.md", "GRANT USAGE ON DATABASE analytics TO ROLE loading",
          "GRANT USAGE ON DATABASE analytics TO ROLE loader"),
        Mistake("snowflake/loading.md", "GRANT USAGE ON SCHEMA analytics.raw TO ROLE loading;\n", "\n"),
      ])
    #expect(rules.contains("grantee-mismatch 1"))
    #expect(rules.contains { $0.hasPrefix("unproved-access") })
  }

  @Test func keepsAGapBesideAnUnknownOption() async throws {
    let rules = try await found(
      "warehouse",
      [
        Mistake("snowflake/reporting.md", "| `one-table` |", "| `one-tlble` |"),
        Mistake(
          "snowflake/reporting.md",
          "GRANT SELECT ON FUTURE TABLES IN SCHEMA analytics.sales TO ROLE reporting;\n", "\n"),
      ])
    #expect(rules.contains("unknown-option 1"))
    #expect(rules.contains { $0.hasPrefix("unproved-access") })
  }
}
