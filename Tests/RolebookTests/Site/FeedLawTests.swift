import Foundation
import Testing

@testable import Rolebook

/// How much of the feed a small change of a page touches.
@Suite struct FeedLawTests {
  @Test(arguments: ["", "Tests/Mutations/Sites/google-cloud", "Tests/Worlds/seeds"])
  func changesOnlyPlacesForALineOfProse(_ folder: String) async throws {
    let world = try World(folder: Repository.root.appendingPathComponent(folder))
    let longer = world.editing { text in
      guard let end = text.dropFirst(4).firstRange(of: "\n---\n") else { return text }
      return text[..<end.upperBound] + "\nOne more line of plain prose.\n" + text[end.upperBound...]
    }
    #expect(try await changedFiles(world, longer) == ["index.json", "places.json"])
  }

  @Test(arguments: [
    ("bigquery/permissions.md", "Run jobs, queries among", "Start jobs, queries among"),
    ("bigquery/roles.md", "Does everything with connections.", "Does anything with connections."),
    ("bigquery/reverse-etl.md", "Run queries on the", "Start queries on the"),
  ])
  func changesSixFilesAtMostForAWord(_ page: String, _ old: String, _ new: String) async throws {
    let world = try World(folder: Repository.root)
    let edited = world.editing(page) { $0.replacing(old, with: new) }
    let changed = try await changedFiles(world, edited)
    #expect(changed.contains("index.json") && changed.count <= 6 && changed.count > 2, "\(changed)")
  }

  private func changedFiles(_ one: World, _ other: World) async throws -> [String] {
    let (before, after) = (try await PublishedFeed(of: one).files, try await PublishedFeed(of: other).files)
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }
}

extension World {
  /// The same site with other text on its pages, or on one of them.
  fileprivate func editing(_ page: String? = nil, _ edit: (String) -> String) -> World {
    with(
      files: files.map { file in
        guard file.role == .page, page.map({ file.path == "content/" + $0 }) ?? true else { return file }
        let text = edit(String(decoding: file.text.bytes, as: UTF8.self))
        return SourceFile(path: file.path, role: .page, bytes: Array(text.utf8))
      })
  }
}
