import Markdown

/// A character that nobody sees and that shows the text around it in another order than it has
/// (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters).
struct ReorderingControl {
  let span: Span
  let scalar: Unicode.Scalar
  /// Whether it only keeps a piece of its line apart, as texts of both directions need it: it is closed or closes, and
  /// overrides nothing.
  private(set) var isPaired = false

  /// All of them in a source, in order.
  static func all(in source: SourceText) -> [ReorderingControl] {
    var found = scan(source)
    pair(&found, in: source)
    return found
  }

  /// What Unicode calls it: `right-to-left override`.
  var name: String {
    switch scalar {
    case "\u{202A}": "left-to-right embedding"
    case "\u{202B}": "right-to-left embedding"
    case "\u{202C}": "pop directional formatting"
    case "\u{202D}": "left-to-right override"
    case "\u{202E}": "right-to-left override"
    case "\u{2066}": "left-to-right isolate"
    case "\u{2067}": "right-to-left isolate"
    case "\u{2068}": "first strong isolate"
    default: "pop directional isolate"
    }
  }

  /// `U+202E`.
  var code: String { "U+" + String(scalar.value, radix: 16, uppercase: true) }

  private static func scan(_ source: SourceText) -> [ReorderingControl] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var found: [ReorderingControl] = []
      var index = bytes.skippingASCII(from: 0)
      while index + 2 < bytes.count {
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if bytes[index] == 0xE2, let scalar = scalar(second, third) {
          found.append(ReorderingControl(span: Span(index, index + 3), scalar: scalar))
        }
        index = bytes.skippingASCII(from: index + 1)
      }
      return found
    }
  }

  /// The control whose UTF-8 is `E2` and these two bytes.
  private static func scalar(_ second: UInt8, _ third: UInt8) -> Unicode.Scalar? {
    switch (second, third) {
    case (0x80, 0xAA...0xAE): Unicode.Scalar(0x2000 + UInt32(third & 0x3F))
    case (0x81, 0xA6...0xA9): Unicode.Scalar(0x2040 + UInt32(third & 0x3F))
    default: nil
    }
  }

  /// Finds those that are closed on their line; an override is never harmless, nor is what closes it.
  private static func pair(_ found: inout [ReorderingControl], in source: SourceText) {
    var open: [Int] = []
    var line = 0
    for index in found.indices {
      let here = source.lineNumber(at: found[index].span.start)
      if here != line { open = [] }
      line = here
      guard found[index].closes else {
        open.append(index)
        continue
      }
      guard let start = open.popLast() else { continue }
      let fits = (found[start].scalar.value < 0x2066) == (found[index].scalar.value < 0x2066)
      let isHarmless = fits && !found[start].overrides
      found[start].isPaired = isHarmless
      found[index].isPaired = isHarmless
    }
  }

  private var closes: Bool { scalar == "\u{202C}" || scalar == "\u{2069}" }
  private var overrides: Bool { scalar == "\u{202D}" || scalar == "\u{202E}" }
}
