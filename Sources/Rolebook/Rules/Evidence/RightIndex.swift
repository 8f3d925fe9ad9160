/// Rights that no claim speaks of, to be found by what they have in common with what claims lack.
struct RightIndex {
  struct Entry {
    let right: UndocumentedRight
    /// Whether another rule speaks of its statement.
    let isKnown: Bool
    /// Whether it is for or on something that nobody knows.
    let isUnknown: Bool

    init(_ right: UndocumentedRight, isKnown: Bool, isUnknown: Bool) {
      self.right = right
      self.isKnown = isKnown
      self.isUnknown = isUnknown
    }
  }

  /// What a right that differs in one thing alone has in common with what is lacking. A membership has its role for a
  /// privilege, and an empty name.
  private enum Trait: Hashable {
    case grantee(String, NameEnding)
    case privilege(String, NameEnding)
    case spelling(UInt64, Held)
    case unknown(Held)
  }

  private struct Held: Hashable {
    let grantee: String
    let privilege: String
    let kind: Securable.Kind
  }

  /// Entries in order, the first of which are taken.
  private struct Line {
    var entries: [Int] = []
    var taken = 0
  }

  private static let membership = NameEnding(text: "", isWhole: true)

  private let entries: [Entry]
  private var lines: [Trait: Line] = [:]
  private var byKey: [UndocumentedRight.Key: [Int]] = [:]
  /// What statements are taken to be meant for, and the entries that are taken for it.
  private var meaning: [UndocumentedRight.Key: String]
  private var takenFor: [String: [Int]] = [:]

  init(_ entries: [Entry], _ meaning: [UndocumentedRight.Key: String]) {
    self.entries = entries
    self.meaning = meaning
    for (index, entry) in entries.enumerated() {
      for trait in Set(Self.traits(of: entry)) { lines[trait, default: Line()].entries.append(index) }
      let key = entry.right.key
      byKey[key, default: []].append(index)
      if let place = meaning[key] { takenFor[place, default: []].append(index) }
    }
  }

  private static func traits(of entry: Entry) -> [Trait] {
    let right = entry.right
    guard let securable = right.securable else {
      return [.grantee(right.grantee, membership)] + right.names.map { .privilege($0, membership) }
    }
    let endings = NameEnding.all(of: securable.nameParts[...])
    return endings.map { .grantee(right.grantee, $0) }
      + right.names.flatMap { name -> [Trait] in
        let held = Held(grantee: right.grantee, privilege: name, kind: securable.kind)
        return endings.map { .privilege(name, $0) }
          + spellings(of: securable.name).map { .spelling($0, held) }
          + (entry.isUnknown ? [.unknown(held)] : [])
      }
  }

  private static func traits(of lack: Lack, _ gap: Proof.Gap) -> [Trait] {
    guard let need = gap.need else {
      return [.privilege(lack.role, membership)] + lack.names.map { .grantee($0, membership) }
    }
    let endings = NameEnding.matching(need.securable.nameParts[...])
    let spellings = spellings(of: need.securable.name)
    return endings.map { .privilege(need.privilege, $0) }
      + lack.names.flatMap { name -> [Trait] in
        let held = Held(grantee: name, privilege: need.privilege, kind: need.securable.kind)
        return endings.map { .grantee(name, $0) } + [.unknown(held)] + spellings.map { .spelling($0, held) }
      }
  }

  /// The first right that is meant for what is lacking, and not for anything else; better one that is for the claim's
  /// grantee. It is taken for that.
  mutating func mistake(
    _ lack: Lack, _ gap: Proof.Gap, meantFor place: String
  ) -> MistakenGrants.Mistake? {
    var found: [(index: Int, difference: MistakenGrants.Mistake.Difference)] = []
    func isFound(_ index: Int) -> Bool {
      guard let difference = lack.difference(of: entries[index], to: gap) else { return false }
      found.append((index, difference))
      return true
    }
    for trait in Self.traits(of: lack, gap) {
      guard let line = lines[trait] else { continue }
      let free = line.entries[line.taken...].prefix { meaning[entries[$0].right.key] != nil }.endIndex
      lines[trait]?.taken = free
      _ = line.entries[free...].first { meaning[entries[$0].right.key] == nil && isFound($0) }
    }
    _ = takenFor[place]?.first(where: isFound)
    let ranked = found.map { ($0.difference == .grantee ? 1 : 0, $0.index, $0.difference) }
    guard let (_, index, difference) = ranked.min(by: { ($0.0, $0.1) < ($1.0, $1.1) }) else { return nil }
    take(entries[index].right.key, for: place)
    return .init(right: entries[index].right, difference: difference, isKnown: entries[index].isKnown)
  }

  private mutating func take(_ key: UndocumentedRight.Key, for place: String) {
    guard meaning.updateValue(place, forKey: key) == nil else { return }
    takenFor[place, default: []] += byKey[key] ?? []
  }
}
