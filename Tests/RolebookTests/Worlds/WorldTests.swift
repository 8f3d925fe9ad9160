import Foundation
import Testing

@testable import Rolebook

/// Whole sites with the report that they must give: `Tests/Worlds/<name>/{content,expected}`.
@Suite struct WorldTests {
  @Test(arguments: ["seeds"])
  func reportsWhatTheWorldExpects(_ name: String) async throws {
    let world = try World(folder: Repository.root.appendingPathComponent("Tests/Worlds/\(name)"))
    let report = await world.report()
    let text = String(decoding: ReportFormat.text.render(report, ReportStyle()), as: UTF8.self)
    let path = "Tests/Worlds/\(name)/expected/check.txt"
    if Repository.isRecording { try Repository.write(text, to: path) }
    #expect(text == (try Repository.text(path)))
  }

  /// Every planted fault is found by its rule, at its line, under its text; and nothing else is found.
  @Test func findsEveryPlantedFaultAndNothingElse() async throws {
    let world = try World(folder: Repository.root.appendingPathComponent("Tests/Worlds/seeds"))
    let report = await world.report()
    let found = report.findings.map { finding in
      let file = report.catalog.files[Int(finding.place.file)]
      return "\(finding.rule) \(file.path):\(file.text.lineNumber(at: finding.place.span.start))"
    }
    let planted = try PlantedFault.readAll()
    #expect(planted.count > 20)
    #expect(found.sorted() == planted.map { "\($0.rule) \($0.file):\($0.line)" }.sorted())
    for (fault, finding) in zip(planted.sorted { $0.key < $1.key }, sorted(report)) {
      let text = report.catalog.files[Int(finding.place.file)].text.text(finding.place.span)
      #expect(text.contains(fault.text), "\(fault.key): the caret stands under \(text)")
    }
  }

  @Test func expandsPatternsAsTheDocumentStands() async throws {
    let world = try World(folder: Repository.root.appendingPathComponent("Tests/Worlds/seeds"))
    let catalog = await world.build().catalog
    #expect(size(of: "roles/bigquery.admin", in: catalog) == 71)
    #expect(size(of: "roles/bigquery.connectionAdmin", in: catalog) == 6)
  }

  @Test func findsNoFaultInOurOwnContent() async throws {
    let world = try World(folder: Repository.root)
    let report = await world.report()
    #expect(
      report.findings.map(\.message) == [
        "option `full` grants 45 permissions on the project and needs 3: 42 are in excess",
        "`bigquery.datasets.getIamPolicy` is reserved and gives nothing yet",
      ])
    #expect(report.findings.allSatisfy { $0.severity == .info })
    let catalog = report.catalog
    #expect(catalog.permissions.count == 73)
    #expect(catalog.permissions.filter { $0.stage == .beta }.count == 18)
    #expect(catalog.roles.filter { $0.platform == "bigquery" }.count == 13)
    #expect(size(of: "roles/bigquery.admin", in: catalog) == 73)
    #expect(size(of: "roles/bigquery.connectionAdmin", in: catalog) == 7)
  }

  private func size(of role: String, in catalog: Catalog) -> Int? {
    catalog.names.role(id: role, platform: "bigquery").map { catalog.roles[$0].permissions.count }
  }

  private func sorted(_ report: Report) -> [Finding] {
    func key(_ finding: Finding) -> String {
      let file = report.catalog.files[Int(finding.place.file)]
      return PlantedFault.key(file.path, file.text.lineNumber(at: finding.place.span.start), finding.rule)
    }
    return report.findings.sorted { key($0) < key($1) }
  }
}

/// A row of `FAULTS.md`: a rule, and the place where it must fire.
private struct PlantedFault {
  let rule: String
  let file: String
  let line: Int
  let text: String

  var key: String { Self.key(file, line, rule) }

  static func key(_ file: String, _ line: Int, _ rule: String) -> String {
    "\(file):\(String(line + 100_000)):\(rule)"
  }

  static func readAll() throws -> [PlantedFault] {
    try Repository.text("Tests/Worlds/seeds/FAULTS.md").split(separator: "\n").compactMap { row in
      let cells = row.replacingOccurrences(of: "\\|", with: "¦").split(separator: "|")
        .map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")).replacingOccurrences(of: "¦", with: "|")
        }
      guard cells.count == 4, let line = Int(cells[2]) else { return nil }
      return PlantedFault(rule: cells[0], file: cells[1], line: line, text: cells[3])
    }
  }
}
