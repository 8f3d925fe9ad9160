/// A finding as the feed tells it, free of the rules that made it.
public struct FindingRecord: Sendable {
  public let rule: String
  /// `error`, `warning` or `info`.
  public let severity: String
  /// `new`, `baseline` or `suppressed`.
  public let status: String
  public let message: String
  public let help: String?
  /// Stays the same when lines move.
  public let fingerprint: String
  public let place: Place
  public let related: [Note]
  public let cure: Cure?

  /// Another place that it quotes.
  public struct Note: Sendable {
    public let message: String
    public let place: Place
  }

  /// Changes to the pages that cure it; safe ones change no fact but the faulty one.
  public struct Cure: Sendable {
    public let isSafe: Bool
    public let changes: [(place: Place, text: String)]
  }

  /// What the cure writes, place by place.
  var changes: [(place: Place, text: String)] { cure?.changes ?? [] }

  var placeCount: Int { 1 + related.count + changes.count }

  /// Names for its places, made of its fingerprint: its own, those it quotes, those its cure changes.
  func places(in files: [SourceFile]) -> [(id: String, place: Place)] {
    let places = [place] + related.map(\.place) + changes.map(\.place)
    return places.enumerated().map { index, place in
      let name = "\(files[Int(place.file)].path)#\(rule):\(fingerprint)"
      return (id: index == 0 ? name : "\(name):\(index)", place: place)
    }
  }
}
