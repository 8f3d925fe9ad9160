import Testing

@testable import Rolebook

@Suite struct EmptyPatternTests {
  private static func page(_ pattern: String) -> String {
    """
    ---
    title: R
    kind: reference
    platform: p
    complete: [storage]
    ---
    | Permission | Description |
    | - | - |
    | `storage.buckets.get` | Gets |

    ## `roles/storage.viewer`

    - `storage.buckets.get`
    - `\(pattern)`
    """
  }

  @Test(arguments: [
    ("storgae.buckets.*", "warning: did you mean `storage.buckets.*`?"),
    ("Storage.*", "warning: did you mean `storage.*`?"),
    ("storage:buckets.*", "warning: did you mean `storage.buckets.*`?"),
    ("storage.bukets.*", "error: did you mean `storage.buckets.*`?"),
  ])
  func saysWhatWasMeant(_ pattern: String, _ expected: String) async {
    let found = await World(["r.md": Self.page(pattern)], settings: "platforms: {p: {role_prefix: roles/}}")
      .report().findings.filter { $0.rule == "empty-pattern" }
    #expect(found.map { "\($0.severity.rawValue): \($0.help ?? "")" } == [expected])
  }

  @Test(arguments: ["compute.*", "storages3.buckets.*", "stores.*"])
  func leavesOtherServicesAlone(_ pattern: String) async {
    let found = await World(["r.md": Self.page(pattern)], settings: "platforms: {p: {role_prefix: roles/}}")
      .report().findings.filter { $0.rule == "empty-pattern" }
    #expect(found.map(\.message) == [])
  }
}
