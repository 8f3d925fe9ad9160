import Foundation
import Testing

@testable import Rolebook

/// Each rule stays silent where something only looks like its fault.
@Suite struct SilenceTests {
  @Test(arguments: NearMiss.all)
  func findsNothing(_ case: NearMiss) async {
    let files = ["page.md": `case`.page, "ref.md": NearMiss.reference].merging(`case`.others) { first, _ in
      first
    }
    let found = await World(
      files, settings: "platforms: {p: {role_prefix: roles/}}\n" + `case`.settings,
      truth: `case`.truth.map { ["truth.json": $0] } ?? [:]
    ).report().findings
    #expect(found.filter { $0.rule == `case`.rule }.map(\.message) == [], "\(`case`.why)")
  }

  @Test func hasANearMissForEveryRule() {
    #expect(Set(Rule.all.map(\.id)).subtracting(NearMiss.all.map(\.rule)) == [])
  }
}
