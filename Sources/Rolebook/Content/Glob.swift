/// A path pattern: `*` within a folder, `**` over folders, `?` one character.
public struct Glob: Sendable, Hashable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public func matches(_ path: String) -> Bool {
    Self.match(Array(text.utf8)[...], Array(path.utf8)[...])
  }

  private static func match(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    let star = UInt8(ascii: "*")
    let slash = UInt8(ascii: "/")
    guard let first = pattern.first else { return path.isEmpty }
    if pattern.starts(with: "**/".utf8), match(pattern.dropFirst(3), path) { return true }
    if pattern.starts(with: "**".utf8) {
      return path.indices.contains { match(pattern.dropFirst(2), path[$0...]) }
        || match(pattern.dropFirst(2), path[path.endIndex...])
    }
    if first == star {
      if match(pattern.dropFirst(), path) { return true }
      guard let head = path.first, head != slash else { return false }
      return match(pattern, path.dropFirst())
    }
    guard let head = path.first, head == first || (first == UInt8(ascii: "?") && head != slash) else {
      return false
    }
    return match(pattern.dropFirst(), path.dropFirst())
  }
}
