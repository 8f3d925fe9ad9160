/// A path pattern: `*` within a folder, `**` over folders, `?` one character.
public struct Glob: Sendable, Hashable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public func matches(_ path: String) -> Bool {
    var match = GlobMatch(Array(text.utf8), Array(path.utf8))
    return match.holds(0, 0)
  }
}

/// Matches a pattern against a path, looking at each pair of places once.
private struct GlobMatch {
  private let pattern: [UInt8]
  private let path: [UInt8]
  /// By place in the pattern and in the path, whether what follows was found not to match.
  private var failed: [Bool]

  private static let star = UInt8(ascii: "*")
  private static let slash = UInt8(ascii: "/")

  init(_ pattern: [UInt8], _ path: [UInt8]) {
    self.pattern = pattern
    self.path = path
    failed = Array(repeating: false, count: (pattern.count + 1) * (path.count + 1))
  }

  /// Whether the pattern from one place on matches the path from another.
  mutating func holds(_ place: Int, _ offset: Int) -> Bool {
    let pair = place * (path.count + 1) + offset
    if failed[pair] { return false }
    if follows(place, offset) { return true }
    failed[pair] = true
    return false
  }

  private mutating func follows(_ place: Int, _ offset: Int) -> Bool {
    guard place < pattern.count else { return offset == path.count }
    let rest = pattern[place...]
    if rest.starts(with: "**".utf8) {
      let isFolderStart = offset == 0 || path[offset - 1] == Self.slash
      if isFolderStart, rest.starts(with: "**/".utf8), holds(place + 3, offset) { return true }
      return holds(place + 2, offset) || (offset < path.count && holds(place, offset + 1))
    }
    if rest.first == Self.star, holds(place + 1, offset) { return true }
    guard offset < path.count else { return false }
    switch pattern[place] {
    case Self.star: return path[offset] != Self.slash && holds(place, offset + 1)
    case UInt8(ascii: "?"): return path[offset] != Self.slash && holds(place + 1, offset + 1)
    default: return pattern[place] == path[offset] && holds(place + 1, offset + 1)
    }
  }
}
