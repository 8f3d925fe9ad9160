import Foundation
import Markdown
import Testing

@testable import Rolebook

/// What fixes do to the sites of all rules' pages, and to the site of planted faults.
@Suite struct FixTests {
  private static let sites = ["seeds"] + Rule.all.map(\.id)

  private func worlds(_ name: String) throws -> [World] {
    if name == "seeds" {
      return [try World(folder: Repository.root.appendingPathComponent("Tests/Worlds/seeds"))]
    }
    return try RulePage(Repository.text("content/rules/\(name).md")).examples.map(\.world)
  }

  @Test(arguments: sites, [false, true])
  func cureWhatTheyFixAndBreakNothing(_ name: String, _ includesUnsafe: Bool) async throws {
    for world in try worlds(name) {
      let before = await world.build()
      let report = Report(before.findings, of: before.catalog)
      let patch = Patch(report.findings, includesUnsafe: includesUnsafe)
      if patch.count == 0 { continue }
      let fixed = await world.build(apply(patch, to: world.files))
      let after = Report(fixed.findings, of: fixed.catalog)
      if !includesUnsafe {
        #expect(
          after.all.count <= report.all.count - patch.count, "\(name): \(after.findings.map(\.message))")
        expectSameFacts(before.catalog, fixed.catalog, edits(of: report))
      }
      #expect(Patch(after.findings, includesUnsafe: includesUnsafe).count == 0, "\(name)")
    }
  }

  private func apply(_ patch: Patch, to files: [SourceFile]) -> [SourceFile] {
    var files = files
    for (file, bytes) in patch.files(in: files) {
      files[Int(file)] = SourceFile(path: files[Int(file)].path, role: files[Int(file)].role, bytes: bytes)
    }
    return files
  }

  /// Whatever an edit did not replace is still stated.
  private func expectSameFacts(_ before: Catalog, _ after: Catalog, _ edits: [String]) {
    let lost = names(before).subtracting(names(after))
    #expect(lost.filter { name in !edits.contains { name.contains($0) } } == [])
    #expect(before.facts.map(\.count) == after.facts.map(\.count))
  }

  private func names(_ catalog: Catalog) -> Set<String> {
    let roles = catalog.roles.flatMap { role in role.entries.map { "\(role.id) \($0.name.value)" } }
    let claims = catalog.guides.flatMap(\.claims).map {
      "\($0.grantee.value) \($0.access.value.text) \($0.object.value.text)"
    }
    return Set(catalog.permissions.map(\.name) + catalog.roles.map(\.title) + roles + claims)
  }

  private func edits(of report: Report) -> [String] {
    report.findings.compactMap(\.fix).flatMap(\.edits).map { edit in
      report.catalog.files[Int(edit.place.file)].text.text(edit.place.span).replacing("`", with: "")
    }
  }
}
