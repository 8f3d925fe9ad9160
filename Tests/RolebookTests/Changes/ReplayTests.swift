import Markdown
import Testing

@testable import Rolebook

/// Replaying the changes on the old catalog gives the new one, places and addresses apart.
@Suite struct ReplayTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func givesTheNewCatalogAfterEachOfAThousandRandomEdits(_ seed: UInt64) async throws {
    var site = RandomSite(seed: seed)
    var old = await edition(of: site)
    var seen: Set<String> = []
    for step in 1...250 {
      // One fact, or some at once.
      for _ in 0...(step % 3) { site.edit() }
      let new = await edition(of: site)
      let comparison = Comparison(old, new)
      #expect(old.replaying(comparison.changes + comparison.consequences) == new, "edit \(step)")
      #expect(try JSONReplay(comparison).applied(to: old) == JSONReplay.things(of: new), "edit \(step)")
      seen.formUnion(comparison.changes.map(\.name))
      old = new
    }
    #expect(
      seen.isSuperset(of: [
        "permission-added", "permission-removed", "permission-renamed", "permission-redescribed",
        "permission-restaged", "role-added", "role-removed", "role-retitled", "role-gained-permission",
        "role-lost-permission", "role-changed", "guide-needs-more", "guide-needs-less", "guide-retitled",
        "grant-added", "grant-removed", "option-added", "option-removed", "claim-added", "claim-removed",
      ]))
  }

  /// The order in which a list stands does not matter.
  @Test func givesTheSameInAnyOrder() async {
    var site = RandomSite(seed: 7)
    let old = await edition(of: site)
    for _ in 1...40 { site.edit() }
    let new = await edition(of: site)
    let changes = old.changes(to: new)
    #expect(changes.count > 20)
    #expect(old.replaying(changes.reversed()) == new)
    #expect(changes == old.changes(to: new))
  }

  private func edition(of site: RandomSite) async -> Edition {
    let world = site.world
    return Edition(of: await Build.catalog(of: world.files, settings: world.settings, jobs: 1))
  }
}

/// What a program does that knows only `changes.json`.
private struct JSONReplay {
  typealias Things = [[String: String]: Edition.Fields]

  private let changes: [[String: JSONValue]]
  private static let told: Set = ["after", "before", "change", "effect", "field", "renamed_to"]

  init(_ comparison: Comparison) throws {
    let json = try JSONValue(reading: SourceText(Comparison.json([comparison])))
    let only = json["comparisons"]?.array?.first
    changes = ((only?["changes"]?.array ?? []) + (only?["consequences"]?.array ?? [])).compactMap(\.members)
  }

  static func things(of edition: Edition) -> Things {
    Dictionary(uniqueKeysWithValues: edition.things.map { ($0.key.members, $0.value) })
  }

  func applied(to edition: Edition) -> Things {
    var things = Self.things(of: edition)
    for change in changes where change["renamed_to"] != nil { rename(change, in: &things) }
    for change in changes where change["renamed_to"] == nil {
      let names = change.filter { !Self.told.contains($0.key) }.compactMapValues(\.text)
      if let field = change["field"]?.text {
        things[names]?[field] = change["after"]
      } else {
        things[names] = change["after"]?.members
      }
    }
    return things
  }

  /// Puts the new name wherever the permission is named: by roles' entries, by rights, by needs.
  private func rename(_ change: [String: JSONValue], in things: inout Things) {
    guard let old = change["permission"]?.text, let new = change["renamed_to"]?.text else { return }
    func named(_ text: String) -> String { text == old ? new : text }
    var renamed: Things = [:]
    for (var names, var fields) in things {
      if names["permission"] == old { names["permission"] = new }
      for field in ["entries", "via"] {
        if let list = fields[field]?.array { fields[field] = JSONValue(list.compactMap(\.text).map(named)) }
      }
      renamed[names] = fields
    }
    things = renamed
  }
}
