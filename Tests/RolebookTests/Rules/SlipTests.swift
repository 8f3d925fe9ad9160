import Foundation
import Testing

@testable import Rolebook

/// Slips on the names of BigQuery, each with the name that was meant.
@Suite struct SlipTests {
  private static let names = Suggestion(declared())

  private static func declared() -> [String] {
    let text = (try? Repository.text("content/bigquery/permissions.md")) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| `bigquery") }
      .map { String($0.split(separator: "`")[1]) }
  }

  @Test(arguments: [
    // Verbs that mean the same.
    ("bigquery.tables.read", "bigquery.tables.get"),
    ("bigquery.tables.view", "bigquery.tables.get"),
    ("bigquery.tables.readData", "bigquery.tables.getData"),
    ("bigquery.tables.viewData", "bigquery.tables.getData"),
    ("bigquery.tables.writeData", "bigquery.tables.updateData"),
    ("bigquery.tables.editData", "bigquery.tables.updateData"),
    ("bigquery.tables.search", "bigquery.tables.list"),
    ("bigquery.tables.insert", "bigquery.tables.create"),
    ("bigquery.tables.remove", "bigquery.tables.delete"),
    ("bigquery.connections.execute", "bigquery.connections.use"),
    ("bigquery.models.viewMetadata", "bigquery.models.getMetadata"),
    ("bigquery.tables.readIamPolicy", "bigquery.tables.getIamPolicy"),
    ("bigquery.datasets.edit", "bigquery.datasets.update"),
    // Upper and lower case, and other ways to write words.
    ("bigquery.tables.getdata", "bigquery.tables.getData"),
    ("bigquery.tables.get_data", "bigquery.tables.getData"),
    ("bigquery.tables.get-data", "bigquery.tables.getData"),
    ("bigquery.tables.setIAMPolicy", "bigquery.tables.setIamPolicy"),
    ("bigquery.savedQueries.get", "bigquery.savedqueries.get"),
    ("bigquery.saved_queries.list", "bigquery.savedqueries.list"),
    ("bigquery.readSessions.create", "bigquery.readsessions.create"),
    ("bigquery.biReservations.get", "bigquery.bireservations.get"),
    ("bigquery.capacitycommitments.list", "bigquery.capacityCommitments.list"),
    ("BigQuery.Tables.Get", "bigquery.tables.get"),
    // Plurals.
    ("bigquery.table.get", "bigquery.tables.get"),
    ("bigquery.job.create", "bigquery.jobs.create"),
    ("bigquery.savedquery.update", "bigquery.savedqueries.update"),
    ("bigquery.tables.updateTags", "bigquery.tables.updateTag"),
    ("bigquery.capacityCommitment.get", "bigquery.capacityCommitments.get"),
    ("bigquery.reservationsAssignments.list", "bigquery.reservationAssignments.list"),
    ("bigquery.tables.setCategories", "bigquery.tables.setCategory"),
    // Letters.
    ("bigqeury.tables.list", "bigquery.tables.list"),
    ("bigquery.tables.gte", "bigquery.tables.get"),
    ("bigquery.tables.getDta", "bigquery.tables.getData"),
    ("bigquery.talbes.getData", "bigquery.tables.getData"),
    ("bigquery.jobs.craete", "bigquery.jobs.create"),
    ("bigquery.conections.use", "bigquery.connections.use"),
    ("bigquery.transfer.updat", "bigquery.transfers.update"),
    ("bigquery.models.exprot", "bigquery.models.export"),
    ("bigquery.resrvations.delete", "bigquery.reservations.delete"),
    // Separators and parts.
    ("bigquery:tables:get", "bigquery.tables.get"),
    ("bigquery.tables:getData", "bigquery.tables.getData"),
    ("bigquery.tables.get.Data", "bigquery.tables.getData"),
    ("bigquery.tablesgetData", "bigquery.tables.getData"),
    ("bigquery/tables/getData", "bigquery.tables.getData"),
    ("tables.getData", "bigquery.tables.getData"),
    ("jobs.create", "bigquery.jobs.create"),
    ("bigquery.create.jobs", "bigquery.jobs.create"),
    ("bigquery.setCategory", "bigquery.tables.setCategory"),
    // Words of a verb.
    ("bigquery.tables.dataGet", "bigquery.tables.getData"),
    ("bigquery.tables.getPolicy", "bigquery.tables.getIamPolicy"),
    ("bigquery.jobs.listall", "bigquery.jobs.listAll"),
    ("bigquery.jobs.listAllJobs", "bigquery.jobs.listAll"),
    ("bigquery.datasets.modifyTag", "bigquery.datasets.updateTag"),
  ])
  func putsTheNameFirstThatWasMeant(_ written: String, _ meant: String) {
    let found = Self.names.candidates(for: written)
    #expect(found.first == meant, "\(written): \(found)")
    #expect(found.count <= 3)
  }

  @Test(arguments: [
    ("roles/bigquery.dataReader", "roles/bigquery.dataViewer"),
    ("roles/bigquery.dataWriter", "roles/bigquery.dataEditor"),
    ("roles/bigquery.dataEdtor", "roles/bigquery.dataEditor"),
    ("roles/bigquery.dataviewer", "roles/bigquery.dataViewer"),
    ("roles/bigquery.data-viewer", "roles/bigquery.dataViewer"),
    ("roles/bigquery.jobsUser", "roles/bigquery.jobUser"),
    ("roles/bigquery.administrator", "roles/bigquery.admin"),
    ("roles/bigquery.users", "roles/bigquery.user"),
  ])
  func putsTheRoleFirstThatWasMeant(_ written: String, _ meant: String) {
    let roles = ["admin", "dataEditor", "dataOwner", "dataViewer", "jobUser", "metadataViewer", "user"]
    #expect(Suggestion(roles.map { "roles/bigquery.\($0)" }).candidates(for: written).first == meant)
  }

  @Test(arguments: [
    "bigquery.tables.snapshot", "bigquery.rowAccessPolicies.overrideTimeTravelRestrictions",
    "spanner.databases.read", "bigquery.tables", "tables", "bigquery.dataPolicies.maskedGet",
  ])
  func suggestsNothingUnlike(_ written: String) { #expect(Self.names.candidates(for: written) == []) }
}
