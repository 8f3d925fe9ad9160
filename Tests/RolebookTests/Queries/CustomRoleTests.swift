import Testing

@testable import Rolebook

@Suite struct CustomRoleTests {
  private let role = CustomRole(id: "tableReader", permissions: ["b.t.list", "b.t.get"])

  @Test func isACommandOfGcloud() {
    #expect(
      role.text(.gcloud) == """
        gcloud iam roles create tableReader --project=PROJECT_ID \\
          --title="Table Reader" --stage=GA \\
          --permissions=b.t.get,b.t.list

        """)
  }

  @Test func isAFileOfGcloud() {
    #expect(
      role.text(.yaml) == """
        title: Table Reader
        stage: GA
        includedPermissions:
        - b.t.get
        - b.t.list

        """)
  }

  @Test func isAResourceOfTerraform() {
    #expect(
      role.text(.terraform) == """
        resource "google_project_iam_custom_role" "table_reader" {
          role_id = "tableReader"
          title   = "Table Reader"
          permissions = [
            "b.t.get",
            "b.t.list",
          ]
        }

        """)
  }

  @Test func isARoleOfADatabase() {
    #expect(
      CustomRole(id: "report_reader", permissions: ["SELECT", "CREATE TABLE"]).text(.sql) == """
        CREATE ROLE report_reader;
        GRANT CREATE TABLE ON <object> TO ROLE report_reader;
        GRANT SELECT ON <object> TO ROLE report_reader;

        """)
  }

  @Test func knowsWhatAFormatHasNoWordFor() {
    #expect(role.misfit(in: .sql) == "b.t.get")
    #expect(role.misfit(in: .gcloud) == nil)
    let action = CustomRole(id: "x", permissions: ["dashboards:read"])
    #expect(
      CustomRole.Format.allCases.filter { action.misfit(in: $0) != nil } == [.gcloud, .terraform, .sql])
  }
}
