/// A path pattern: `*` within a folder, `**` over folders, `?` one character.
public struct Glob: Sendable, Hashable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public func matches(_ path: String) -> Bool {
    var places = GlobPlaces(in: Array(path.utf8))
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, !places.isEmpty {
      if rest.starts(with: "**/".utf8) {
        places.skipFolders()
        rest = rest.dropFirst(3)
      } else if rest.starts(with: "**".utf8) {
        places.skipAll()
        rest = rest.dropFirst(2)
      } else {
        places.step(over: rest.removeFirst())
      }
    }
    return places.holdsEnd
  }
}

/// The places in a path up to which a part of a pattern matches, ascending; all are looked at together, so that no
/// pattern takes more than its length times that of the path.
private struct GlobPlaces {
  private let path: [UInt8]
  private var places = [0]

  private static let slash = UInt8(ascii: "/")

  init(in path: [UInt8]) { self.path = path }

  var isEmpty: Bool { places.isEmpty }
  var holdsEnd: Bool { places.last == path.count }

  /// `**`: over whatever follows.
  mutating func skipAll() {
    if let first = places.first { places = Array(first...path.count) }
  }

  /// `**/`: over no folder or several.
  mutating func skipFolders() {
    guard let first = places.first else { return }
    let stays = places.filter { $0 == 0 || path[$0 - 1] == Self.slash }
    let behindSlashes = (first..<path.count).filter { path[$0] == Self.slash }.map { $0 + 1 }
    places = Set(stays).union(behindSlashes).sorted()
  }

  /// Over one character of the pattern that is not `**`.
  mutating func step(over character: UInt8) {
    switch character {
    case UInt8(ascii: "*"): skipName()
    case UInt8(ascii: "?"): places = places.filter { isOfName($0) }.map(end(ofCharacterAt:))
    default: places = places.filter { $0 < path.count && path[$0] == character }.map { $0 + 1 }
    }
  }

  /// `*`: over what is left of a name, or less.
  private mutating func skipName() {
    var reached: [Int] = []
    for place in places where place > reached.last ?? -1 {
      reached.append(place)
      while let last = reached.last, isOfName(last) { reached.append(last + 1) }
    }
    places = reached
  }

  private func isOfName(_ place: Int) -> Bool { place < path.count && path[place] != Self.slash }

  private func end(ofCharacterAt place: Int) -> Int {
    var end = place + 1
    while end < path.count, path[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
