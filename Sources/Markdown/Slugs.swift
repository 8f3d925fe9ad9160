/// Makes the anchors of a page's headings: GitHub's slugs, each once.
public struct Slugs {
  private var counts = [String: Int](minimumCapacity: 12)

  public init() {}

  /// The anchor for a heading's text; a repeated one gets `-1`, `-2`, ….
  public mutating func anchor(for text: String) -> String { unique(Self.slug(text)) }

  /// The anchor for a heading that sets its own.
  public mutating func unique(_ slug: String) -> String {
    guard var count = counts[slug] else {
      counts[slug] = 0
      return slug
    }
    var anchor: String
    repeat {
      count += 1
      anchor = "\(slug)-\(count)"
    } while counts[anchor] != nil
    counts[slug] = count
    counts[anchor] = 0
    return anchor
  }

  /// Lower case; blanks become hyphens; other than letters, digits, marks, `-` and `_` falls away.
  public static func slug(_ text: String) -> String {
    text.utf8.contains { $0 >= 0x80 } ? slugOfAnyScript(text) : slugOfASCII(text)
  }

  private static func slugOfASCII(_ text: String) -> String {
    String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
      var count = 0
      for byte in text.utf8 {
        guard let kept = slugByte(byte) else { continue }
        buffer[count] = kept
        count += 1
      }
      return count
    }
  }

  /// What a byte of ASCII becomes; nil where it falls away.
  private static func slugByte(_ byte: UInt8) -> UInt8? {
    if byte.isLetter { return byte | 0x20 }
    if byte == .space { return .hyphen }
    return byte.isDigit || byte == .hyphen || byte == UInt8(ascii: "_") ? byte : nil
  }

  private static func slugOfAnyScript(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        if let kept = slugByte(UInt8(scalar.value)) { bytes.append(kept) }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .spacingMark
      {
        bytes.append(scalar.properties.lowercaseMapping)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
