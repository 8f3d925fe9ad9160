import Foundation
import Testing

@testable import Rolebook

/// The same files give the same bytes, whatever the number of jobs and the order in which they are read.
@Suite struct DeterminismTests {
  @Test(arguments: ["", "Tests/Worlds/seeds"])
  func writesTheSameBytesWhateverTheOrder(_ folder: String) async throws {
    let world = try World(folder: Repository.root.appendingPathComponent(folder))
    let first = await output(world.files, jobs: 1)
    #expect(first.site.count > 50)
    for (files, jobs) in [
      (world.files, 1), (world.files, 2), (Array(world.files.reversed()), 1),
      (Array(world.files.reversed()), 2),
    ] {
      let again = await output(files, jobs: jobs)
      #expect(again.findings == first.findings)
      #expect(again.site.keys.sorted() == first.site.keys.sorted())
      #expect(first.site.keys.sorted().filter { again.site[$0] != first.site[$0] } == [], "\(jobs) jobs")
    }
  }

  @Test(arguments: ["", "Tests/Worlds/seeds"])
  func publishesNoPathOutsideOfTheSiteAndNoneTwice(_ folder: String) async throws {
    let world = try World(folder: Repository.root.appendingPathComponent(folder))
    let paths = await world.build().site(templates: Templates(files: [])).files.map(\.path)
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    #expect(paths.allSatisfy { !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") })
  }

  @Test func keepsEveryPathInsideTheSiteWhateverPagesSay() async {
    let page = """
      ---
      title: T
      kind: reference
      platform: PLATFORM
      redirect_from: [/../../a/, /%2e%2e/b/, "/c\\\\..\\\\d", /page/, //e/, "/f?g#h"]
      ---
      | Permission | Description |
      | - | - |
      | `a.b.get` | x |
      | `../../c.d.e` | x |

      ## `roles/../../x`

      - `a.*`
      """
    let pages = [
      "page.md": page.replacing("PLATFORM", with: "p"),
      "q/page.md": page.replacing("PLATFORM", with: "../../q"),
    ]
    let paths = await World(pages).build().site(templates: Templates(files: [])).files.map(\.path)
    #expect(paths.contains("page/index.html"))
    for path in paths {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(
        !parts.contains("..") && !parts.contains(".") && !parts.contains("") && !path.contains("\\"),
        "\(path)")
    }
  }

  private func output(_ files: [SourceFile], jobs: Int) async -> (findings: String, site: [String: [UInt8]]) {
    let config = files.firstIndex { $0.role == .settings } ?? 0
    let settings = Settings(reading: files[config], file: FileID(config))
    let build = await Build(files: files, settings: settings, jobs: jobs)
    let report = Report(build.findings, of: build.catalog)
    let site = await build.site(templates: Templates(files: files))
    let pairs = site.files.map { file in
      var bytes: [UInt8] = []
      file.render(&bytes)
      return (file.path, bytes)
    }
    return (
      String(decoding: ReportFormat.text.render(report, ReportStyle()), as: UTF8.self),
      Dictionary(pairs) { first, _ in first }
    )
  }
}
