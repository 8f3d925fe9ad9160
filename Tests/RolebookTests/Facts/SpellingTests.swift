import Testing

@testable import Rolebook

/// A name is found by its spellings wherever it is a slip of another, and never looked for among all.
@Suite struct SpellingTests {
  @Test(arguments: [
    ("sales.orders", "sales.orderss"), ("sales.orders", "sales.odrers"), ("sales.orders", "sales.orders_"),
    ("sales.orders", "sales.irders"), ("sales.orders", "salesorders"), ("Sales.Orders", "sales.order"),
    ("team_a1.events", "taem_a1.events"),
  ])
  func shareASumWhereOneIsASlip(_ name: String, _ slip: String) {
    #expect(!spellings(of: name).isDisjoint(with: spellings(of: slip)))
  }

  @Test(arguments: [("a.t1", "a.t2"), ("sales.orders", "sales.returns"), ("a", "bc"), ("aaa.t", "baa.t")])
  func shareNoneWhereNamesDiffer(_ name: String, _ other: String) {
    #expect(spellings(of: name).isDisjoint(with: spellings(of: other)))
  }

  @Test func holdForEverySlip() {
    var random = SplitMix64(state: 7)
    let letters = Array("abcdeé1_. ")
    var slips = 0
    for _ in 0..<4000 {
      let name = String(
        (0..<Int.random(in: 4...12, using: &random)).map { _ in letters.randomElement(using: &random)! })
      var changed = Array(name)
      let place = changed.indices.randomElement(using: &random)!
      switch Int.random(in: 0..<4, using: &random) {
      case 0: changed.remove(at: place)
      case 1: changed.insert(letters.randomElement(using: &random)!, at: place)
      case 2: changed[place] = letters.randomElement(using: &random)!
      default: changed.swapAt(place, (place + 1) % changed.count)
      }
      guard isSlip(String(changed), of: name) else { continue }
      slips += 1
      #expect(
        !spellings(of: name).isDisjoint(with: spellings(of: String(changed))),
        "\(name) and \(String(changed))")
    }
    #expect(slips > 500)
  }
}
