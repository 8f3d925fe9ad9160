/// Something that two current guides of one task and platform state under the same name.
struct TwinFacts<Value> {
  let task: String
  /// The option's id; empty for what holds in all.
  let name: String
  let guide: Guide
  let value: Value
  /// The first guide that states it.
  let first: Guide
  let firstValue: Value
}

extension Catalog {
  /// What guides state under names, each beside the first guide of its task that does so too.
  func twins<Value>(_ stated: (Guide) -> [(name: String, value: Value)]) -> [TwinFacts<Value>] {
    var firsts: [String: (guide: Guide, value: Value)] = [:]
    return judgedGuides.filter { $0.task != nil && !$0.hasLostSection }.flatMap { guide in
      stated(guide).compactMap { name, value in
        let task = guide.task ?? ""
        let key = [pages[guide.page].platform ?? "", task, name].joined(separator: "\n")
        guard let first = firsts[key] else {
          firsts[key] = (guide, value)
          return nil
        }
        return TwinFacts(
          task: task, name: name, guide: guide, value: value, first: first.guide, firstValue: first.value)
      }
    }
  }
}

/// What each of two lists holds beyond the other; names that nobody knows are taken for slips of those that lack.
struct ListDifference<Item> {
  let here: [Item]
  let there: [Item]

  init(_ here: [Item], _ there: [Item], isUnknown: (Item) -> Bool, agree: (Item, Item) -> Bool) {
    let onlyHere = here.filter { item in !there.contains { agree(item, $0) } }
    let onlyThere = there.filter { item in !here.contains { agree(item, $0) } }
    let unknownHere = onlyHere.count(where: isUnknown)
    let unknownThere = onlyThere.count(where: isUnknown)
    let knownHere = onlyHere.filter { !isUnknown($0) }
    let knownThere = onlyThere.filter { !isUnknown($0) }
    self.here = knownHere.count > unknownThere ? knownHere : []
    self.there = knownThere.count > unknownHere ? knownThere : []
  }

  var isEmpty: Bool { here.isEmpty && there.isEmpty }
}
