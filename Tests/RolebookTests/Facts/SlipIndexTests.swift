import Testing

@testable import Rolebook

@Suite struct SlipIndexTests {
  private let index = SlipIndex(["guides", "guide", "rules", "", "a", String(repeating: "x", count: 100)])

  @Test(arguments: [
    ("gudies", ["guides"]), ("guids", ["guides", "guide"]), ("guidess", ["guides"]),
    ("guidex", ["guides", "guide"]),
    ("rulez", ["rules"]), ("rules", []), ("ruels", ["rules"]), ("b", ["a"]), ("", ["a"]), ("xyz", []),
    ("gu", []),
  ])
  func findsNamesThatAreOneSlipAway(_ name: String, _ near: [String]) {
    #expect(index.near(name) == Set(near))
  }

  @Test func findsWhatLookingAtEachFinds() {
    var chance = SplitMix64(state: 1)
    let names = (0..<400).map { _ in
      String((0..<Int.random(in: 0...5, using: &chance)).map { _ in "abc".randomElement(using: &chance)! })
    }
    let index = SlipIndex(Set(names))
    for name in names {
      #expect(index.near(name) == Set(names.filter { !$0.isEmpty && editDistance(name, $0, limit: 1) == 1 }))
    }
  }
}
