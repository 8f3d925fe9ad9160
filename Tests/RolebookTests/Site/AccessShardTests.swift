import Foundation
import Testing

@testable import Rolebook

/// One fixture for `rolebook who-can` and for the tool of the site: what Swift answers is written down here, and the
/// browser is held against it by `Tests/Audit/behaviour/explorer.py`.
@Suite struct AccessShardTests {
  private static let path = "Tests/Fixtures/who-can.json"

  @Test func answersAsItIsWrittenDown() async throws {
    let text = try await Self.fixture()
    if Repository.isRecording { try Repository.write(text, to: Self.path) }
    #expect(try Repository.text(Self.path) == text)
  }

  @Test func writesRunsOfPermissions() async throws {
    let text = try await Self.shard(
      of: Self.page(roles: [["a.b.p00", "a.b.p01", "a.b.p02", "a.b.p07"]], permissions: 9))
    #expect(text.contains("\"sets\":\"0+2,4\""))
    #expect(text.contains("\"permissions\":\"0a.b.p00\\n61\\n62\\n63\\n64\\n65\\n66\\n67\\n68\""))
    #expect(text.contains("\"roles\":\"0roles/r00\""))
  }

  /// A random platform of 40 roles and 60 permissions, and 60 questions about it with their answers.
  private static func fixture() async throws -> String {
    var random = SplitMix64(state: 5)
    let roles = (0..<40).map { _ in
      (0..<Int.random(in: 1...14, using: &random)).map { _ in
        name(Int.random(in: 0..<60, using: &random))
      }
    }
    let page = page(
      roles: roles, permissions: 60, lowest: ["project", "dataset", "table or view", "organization"])
    let catalog = await World(["p.md": page]).build().catalog
    let plan = SitePlan(catalog, Templates(files: []))
    var json = JSON()
    json.object { json in
      json.member("access") { AccessShard(of: plan.platforms[0], in: plan).append(to: &$0) }
      json.member("cases") { json in
        json.array(0..<60) { json, number in
          let kinds: [Securable.Kind] = [.project, .dataset, .table, .organization]
          let wanted = Set((0...number % 6).map { _ in Int.random(in: 0..<60, using: &random) })
          append(wanted.sorted(), on: kinds[number % 4], plan.accessIndex, to: &json)
        }
      }
    }
    return String(decoding: json.finish(), as: UTF8.self)
  }

  private static func append(
    _ wanted: [Int], on kind: Securable.Kind, _ index: AccessIndex, to json: inout JSON
  ) {
    let answer = WhoCan(wanted, on: kind, in: index)
    json.object { json in
      if let cover = answer.cover {
        json.member("cover", cover.roles.map { index.roles[$0].id })
        json.member("excess", cover.excess(beyond: answer.set(in: index)))
      }
      json.member("level", kind.level ?? 0)
      json.member("permissions", wanted.map { index.permissions[$0].name })
      json.member("roles", answer.roles.map { index.roles[$0].id })
      json.member("unheld", answer.unheld.map { index.permissions[$0].name })
    }
  }

  private static func shard(of page: String) async throws -> String {
    let catalog = await World(["p.md": page]).build().catalog
    let plan = SitePlan(catalog, Templates(files: []))
    var json = JSON(layout: .row)
    AccessShard(of: try #require(plan.platforms.first), in: plan).append(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func name(_ number: Int) -> String { "a.b.p" + padded(number) }
  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func page(roles: [[String]], permissions: Int, lowest: [String] = []) -> String {
    var text =
      "---\ntitle: P\nkind: reference\nplatform: p\ncomplete: [a]\n---\n\n| Permission | Description |\n| --- | --- |\n"
    for number in 0..<permissions { text += "| `\(name(number))` | Does \(number). |\n" }
    for (number, entries) in roles.enumerated() {
      text += "\n## `roles/r\(padded(number))`\n\n"
      if !lowest.isEmpty { text += "Lowest resource: \(lowest[number % lowest.count])\n\n" }
      text += Set(entries).sorted().map { "- `\($0)`\n" }.joined()
    }
    return text
  }
}
