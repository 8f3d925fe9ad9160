/// The words of a text, in order: runs of letters and digits, joined by single signs of `. / _ : -`.
///
/// On bytes, for all text of all pages comes through here; a byte beyond ASCII belongs to a letter.
struct SearchWords {
  /// Longer words are data, not words.
  private static let longest = 100

  private let text: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(of text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Where the next word lies in the text.
  @inline(__always)
  mutating func next() -> Range<Int>? {
    while true {
      while place < text.count, !Self.isLetter(text[place]) { place += 1 }
      if place == text.count { return nil }
      let start = place
      repeat { place += 1 } while place < text.count && (Self.isLetter(text[place]) || joins(at: place))
      if place - start <= Self.longest { return start..<place }
    }
  }

  /// Whether one sign stands between two letters; what is before `place` is a letter, or was found to join.
  @inline(__always)
  private func joins(at place: Int) -> Bool {
    Self.isJoint(text[place]) && place + 1 < text.count && Self.isLetter(text[place + 1])
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80
  }

  @inline(__always)
  static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
