/// Makes the anchors of a page's headings: GitHub's slugs, each once.
public struct Slugs {
  private var counts: [String: Int] = [:]

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
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        if byte.isLetter {
          bytes.append(byte | 0x20)
        } else if byte.isDigit || byte == .hyphen || byte == UInt8(ascii: "_") {
          bytes.append(byte)
        } else if byte == .space {
          bytes.append(.hyphen)
        }
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
