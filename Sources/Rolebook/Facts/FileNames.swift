import Digests

/// File names for ids, such as every disk can hold them.
///
/// `/` is written `~`. Of names that differ only in case, all but the first get `~` and eight hex digits of
/// their SHA-256; so do names that are too long.
struct FileNames {
  private var taken: [String: Set<String>] = [:]

  /// The name for an id; ask for the ids of a platform in code point order.
  mutating func name(for id: String, in platform: String) -> String {
    var name = String(String.UnicodeScalarView(id.unicodeScalars.map { Self.isUnsafe($0) ? "~" : $0 }))
    if name.hasPrefix(".") || name.isEmpty { name = "~" + name }
    let isTooLong = name.utf8.count > 200
    if isTooLong { while name.utf8.count > 100 { name.unicodeScalars.removeLast() } }
    if isTooLong || !taken[platform, default: []].insert(name.lowercased()).inserted {
      name += "~" + Self.digest(id)
      taken[platform, default: []].insert(name.lowercased())
    }
    return name
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7F || "/\\:*?\"<>|".unicodeScalars.contains(scalar)
  }

  /// Eight hex digits of the id's SHA-256.
  static func digest(_ id: String) -> String {
    hexadecimal(SHA256.digest(of: Array(id.utf8)).prefix(4))
  }
}
