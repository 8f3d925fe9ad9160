import Testing

@testable import Rolebook

/// Entries that others of a role's list give, in lists of every kind and length.
@Suite struct WideEntriesTests {
  @Test func findsTheFirstGiverOfEachEntry() async {
    #expect(await redundant(["a.b.*", "a.b.get", "a.*", "a.c.get"]) == ["a.b.*", "a.b.get"])
    #expect(await redundant(["*.get", "a.b.get"]) == ["a.b.get"])
    #expect(await redundant(["a.b.g*t", "a.b.get", "a.c.get"]) == ["a.b.get"])
    #expect(await redundant(["a.b.get", "a.b.get"]) == ["a.b.get"])
    #expect(await redundant(["b.*", "a.b.get"]) == [])
  }

  @Test(.timeLimit(.minutes(10))) func readsTwentyThousandWildcards() async {
    #expect(await redundant((0..<20_000).map { "a.b\($0).*" }) == [])
  }

  /// What the carets stand under where a role lists these entries.
  private func redundant(_ entries: [String]) async -> [String] {
    let declared = ["a.b.get", "a.c.get"].map { "| `\($0)` | Read. |\n" }.joined()
    let found = await PageFindings(
      [
        "page.md": "---\ntitle: T\nkind: reference\nplatform: p\n---\n\n| Permission | Description |\n|-|-|\n"
          + declared + "\n## `roles/r.a`\n\nTitle: A\n\n" + entries.map { "- `\($0)`\n" }.joined()
      ], settings: "platforms: {p: {role_prefix: roles/}}")
    return found.texts("redundant-pattern").map { $0.replacing("`", with: "") }
  }
}
