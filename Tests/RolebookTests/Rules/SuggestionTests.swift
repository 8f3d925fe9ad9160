import Testing

@testable import Rolebook

@Suite struct SuggestionTests {
  private let names = Suggestion([
    "bigquery.tables.get", "bigquery.tables.getData", "bigquery.tables.list", "bigquery.datasets.get", "bigquery.datasets.update",
    "bigquery.jobs.create", "bigquery.savedqueries.get", "storage.tables.get", "dashboards:read",
  ])

  @Test(arguments: [
    ("bigquery.tables.read", "bigquery.tables.get"), ("bigquery.table.get", "bigquery.tables.get"), ("bigquery.tables.getdata", "bigquery.tables.getData"),
    ("bigquery.tables.gte", "bigquery.tables.get"), ("bigquery.dataset.get", "bigquery.datasets.get"), ("bigquery.datasets.edit", "bigquery.datasets.update"),
    ("bigquery.jobs.insert", "bigquery.jobs.create"), ("bigquery.savedQueries.get", "bigquery.savedqueries.get"), ("bigqeury.tables.list", "bigquery.tables.list"),
    ("dashboards.read", "dashboards:read"), ("BigQuery.Tables.Get", "bigquery.tables.get"), ("bigquery.job.craete", "bigquery.jobs.create"),
  ])
  func putsTheLikeliestNameFirst(_ written: String, _ meant: String) {
    #expect(names.candidates(for: written).first == meant)
  }

  @Test(arguments: [
    "bigquery.models.export", "spanner.tables.get", "bigquery.tables.setIamPolicy", "x", "", "bigquery.tables", "bigquery.routines.delete", "a.b.c",
  ])
  func suggestsNothingUnlike(_ written: String) { #expect(names.candidates(for: written) == []) }

  @Test func suggestsThreeAtTheMost() {
    let many = Suggestion((0..<9).map { "a.b.get\($0)" })
    #expect(many.candidates(for: "a.b.getX") == ["a.b.get0", "a.b.get1", "a.b.get2"])
    #expect(many.question(for: "a.b.getX") == "did you mean `a.b.get0`, `a.b.get1` or `a.b.get2`?")
  }

  @Test func asksInWords() {
    #expect(names.question(for: "bigquery.jobs.insert") == "did you mean `bigquery.jobs.create`?")
    #expect(names.question(for: "nothing") == nil)
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "abc", 0), ("abcdefgh", "xyzxyzxy", 4)])
  func countsEdits(_ left: String, _ right: String, _ distance: Int) {
    #expect(editDistance(left, right, limit: 3) == distance)
    #expect(editDistance(right, left, limit: 3) == distance)
  }
}
