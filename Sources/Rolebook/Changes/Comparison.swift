/// Two editions of a feed, compared.
public struct Comparison: Sendable {
  /// The version of the shape of `changes.json`, SemVer.
  private static let version = "1.0.0"

  /// When the earlier one was published; nil where nobody said.
  public let since: Day?
  /// The `data_version` of each.
  public let from: String
  public let to: String
  /// What people ask for: each with its effect.
  public let changes: [Change]
  /// What follows from them, as the list of guides that use a role does; with it the changes make the whole later
  /// edition of the earlier one.
  public let consequences: [Change]

  public init(_ earlier: Edition, _ later: Edition, since: Day? = nil) {
    self.since = since
    from = earlier.dataVersion
    to = later.dataVersion
    let all = earlier.changes(to: later)
    changes = all.filter { $0.effect != nil }
    consequences = all.filter { $0.effect == nil }
  }

  public func count(_ effect: Change.Effect) -> Int { changes.count { $0.effect == effect } }

  /// The bytes of `changes.json`.
  public static func json(_ comparisons: [Comparison]) -> [UInt8] {
    var json = JSON()
    json.object { json in
      json.member("comparisons") { $0.array(comparisons) { $1.append(to: &$0) } }
      json.member("version", version)
    }
    return json.finish()
  }

  private func append(to json: inout JSON) {
    json.object { json in
      json.member("changes") { $0.array(changes) { $0.value($1.json) } }
      json.member("consequences") { $0.array(consequences) { $0.value($1.json) } }
      json.member("from", from)
      json.member("since", ifPresent: since?.description)
      json.member("summary") { json in
        json.object { json in
          for effect in Change.Effect.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
            json.member(key: effect.rawValue) { $0.value(count(effect)) }
          }
        }
      }
      json.member("to", to)
    }
  }
}

/// A feed of an earlier day.
public struct PreviousEdition: Sendable {
  public let day: Day
  public let edition: Edition

  public init(day: Day, edition: Edition) {
    self.day = day
    self.edition = edition
  }

  /// What changed from each of these to the next, and from the last to the current one; the latest first.
  static func comparisons(of previous: [PreviousEdition], with current: Edition) -> [Comparison] {
    let ordered = previous.sorted { $0.day < $1.day }
    let followers = ordered.dropFirst().map(\.edition) + [current]
    return zip(ordered, followers).map { Comparison($0.edition, $1, since: $0.day) }.reversed()
  }
}
