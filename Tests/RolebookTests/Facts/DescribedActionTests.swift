import Testing

@testable import Rolebook

@Suite struct DescribedActionTests {
  private let resources: Set<String> = ["tables", "datasets", "jobs"]

  private func described(_ purpose: String, beside given: String) -> String? {
    DescribedAction(reading: purpose)?.permission(insteadOf: given, resources: resources)
  }

  @Test(arguments: [
    (
      "This allows Segment to determine if the tables Segment uses to track state in the `x` dataset exists.",
      "b.tables.create", "b.tables.get"
    ),
    ("See whether the `x` dataset exists.", "b.tables.create", "b.datasets.get"),
    ("Create the tables that keep the state.", "b.tables.get", "b.tables.create"),
    ("Delete old tables.", "b.tables.update", "b.tables.delete"),
    ("Run SELECT queries on tables of the model.", "b.tables.create", "b.tables.getData"),
    ("Used to list tables", "b.tables.delete", "b.tables.list"),
  ])
  func knowsWhatAPurposeDescribes(_ purpose: String, _ given: String, _ described: String) {
    #expect(self.described(purpose, beside: given) == described)
  }

  @Test(arguments: [
    ("Execute queries on any datasets or tables your model query references.", "b.jobs.create"),
    ("Create and manage the dataset.", "b.datasets.create"),
    ("Check the datasets for new tables.", "b.tables.list"),
    ("Create copies of tables.", "b.tables.get"), ("Manage tables.", "b.tables.get"),
    ("See whether the tables exist.", "b.tables.list"), ("Query tables.", "b.jobs.create"),
    ("Read the tables of a model.", "b.tables.getData"), ("Read metadata of tables.", "b.tables.get"),
    ("Create the dataset's tables.", "b.tables.create"), ("", "b.tables.create"),
    ("Tables", "b.tables.create"),
    ("Determine if the tables exist.", "b.tables.setIamPolicy"),
  ])
  func isSilentWhereAPurposeMayFit(_ purpose: String, _ given: String) {
    #expect(described(purpose, beside: given) == nil)
  }
}
