import Foundation
import Testing

/// The rooms of `Sources/Rolebook` in the order of the pipeline: no earlier one may name what a later one declares.
@Suite struct HouseTests {
  @Test(arguments: [
    ("Content", "Facts"), ("Content", "Truth"), ("Content", "Rules"), ("Content", "Site"), ("Facts", "Truth"),
    ("Facts", "Rules"), ("Facts", "Site"), ("Truth", "Rules"), ("Truth", "Site"), ("Site", "Truth"),
    ("Facts", "Queries"), ("Queries", "Rules"), ("Queries", "Site"), ("Facts", "Changes"),
    ("Rules", "Changes"),
    ("Changes", "Rules"), ("Changes", "Site"),
  ])
  func namesNothingOfALaterRoom(_ earlier: String, _ later: String) throws {
    let found = try mentions(of: later, in: earlier)
    #expect(found == [], "\(earlier) names what \(later) declares")
  }

  @Test func keepsRulesAndSiteApart() throws {
    // The hallway hands the findings to the feed as a finished file.
    #expect(try mentions(of: "Rules", in: "Site") == [])
    #expect(try mentions(of: "Site", in: "Rules").allSatisfy { $0.hasSuffix("SiteFile") })
  }

  @Test func seesCOnlyWhereItIsWrapped() throws {
    for file in try swiftFiles("Sources/Rolebook") + swiftFiles("Sources/RolebookCommand") {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(
        ["CCmark", "CCrypto", "CYaml"].allSatisfy { !text.contains("import \($0)") },
        "\(file.lastPathComponent)")
      #expect(!text.contains("import CSQLite") || file.lastPathComponent == "SQLite.swift")
    }
  }

  @Test(arguments: ["Sources/Markdown", "Sources/Rolebook"])
  func touchesNoDiskAndNoFoundation(_ folder: String) throws {
    for file in try swiftFiles(folder) {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(
        !text.contains("import Foundation") && !text.contains("import Glibc"), "\(file.lastPathComponent)")
      #expect(!text.contains("print("), "\(file.lastPathComponent)")
    }
  }

  private func mentions(of declaring: String, in reading: String) throws -> [String] {
    let names = Set(try swiftFiles("Sources/Rolebook/\(declaring)").flatMap { try declaredTypes(in: $0) })
    #expect(!names.isEmpty)
    return try swiftFiles("Sources/Rolebook/\(reading)").flatMap { file in
      words(in: try String(contentsOf: file, encoding: .utf8)).intersection(names).sorted()
        .map { "\(file.lastPathComponent): \($0)" }
    }
  }

  /// Types that a file declares for others, at its left margin.
  private func declaredTypes(in file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let match = line.firstMatch(
        of: /^(?:public )?(?:final )?(?:struct|class|enum|protocol|typealias) (\w+)/)
      return match.map { String($0.1) }
    }
  }

  /// The words of the code, without comments and strings.
  private func words(in text: String) -> Set<String> {
    let code = text.replacing(/(?s)#?"""\n.*?"""#?/, with: "\"\"").replacing(/\/\/[^\n]*/, with: "")
      .replacing(/"(?:[^"\\\n]|\\.)*"/, with: "\"\"")
    return Set(code.matches(of: /\w+/).map { String($0.0) })
  }

  private func swiftFiles(_ folder: String) throws -> [URL] {
    let root = Repository.root.appendingPathComponent(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
      .map { root.appendingPathComponent($0) }
  }
}
