import Markdown

/// Words such as `from step 13` or `steps 3 to 5`, taken apart.
struct StepPhrase {
  struct Number {
    let value: Int
    let span: Span
  }

  let numbers: [Number]
  /// The words before, the nearest first, lower case.
  let before: [String]
  /// Whether it says that the steps stand above or below.
  let pointsElsewhere: Bool

  /// Whether something was done in the step that it names: `you copied from step 13`.
  var isOfThePast: Bool {
    before.count > 1 && ["in", "from", "at", "during"].contains(before[0]) && Self.done.contains(before[1])
  }

  private static let done: Set<String> = [
    "added", "chose", "chosen", "configured", "copied", "created", "defined", "downloaded", "entered",
    "exported",
    "generated", "granted", "made", "noted", "obtained", "received", "recorded", "retrieved", "saved",
    "selected",
    "wrote", "written",
  ]

  /// Whether a text holds the word at all; most pages do not, and need no closer look.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    let tep = (UInt8(ascii: "t"), UInt8(ascii: "e"), UInt8(ascii: "p"))
    return bytes.withUnsafeBufferPointer { bytes in
      var start = 1
      while let offset = bytes.firstOffset(of: tep, from: start), offset + 3 < bytes.count {
        if bytes[offset - 1] | 0x20 == UInt8(ascii: "s") { return true }
        start = offset + 1
      }
      return false
    }
  }

  /// The phrases of a text that surely mean steps of its own page.
  static func readAll(_ prose: Prose) -> [StepPhrase] {
    guard mayStand(in: prose.bytes + [0]) else { return [] }
    var reader = StepPhraseReader(prose)
    var phrases: [StepPhrase] = []
    while let found = reader.next() { phrases += found.map { [$0] } ?? [] }
    return phrases
  }
}

/// Reads one phrase after the other.
private struct StepPhraseReader {
  private let prose: Prose
  private let bytes: [UInt8]
  private var cursor = 0

  init(_ prose: Prose) {
    self.prose = prose
    bytes = prose.bytes
  }

  /// The next place with the word `step`: the phrase there, or nil inside where it is none; nil at the end.
  mutating func next() -> StepPhrase?? {
    while cursor + 4 < bytes.count {
      let start = cursor
      cursor += 1
      if isWord(at: start) { return .some(phrase(at: start)) }
    }
    return nil
  }

  private func isWord(at index: Int) -> Bool {
    guard bytes[index] | 0x20 == UInt8(ascii: "s"), bytes[(index + 1)..<(index + 4)].elementsEqual("tep".utf8)
    else { return false }
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return !isLetter(before) && !isDigit(before) && before != UInt8(ascii: "-") && before != UInt8(ascii: "_")
  }

  private mutating func phrase(at start: Int) -> StepPhrase? {
    cursor = start + 4
    let isPlural = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "s")
    if isPlural { cursor += 1 }
    guard let first = number() else { return nil }
    var numbers = [first]
    while isPlural, let further = furtherNumber() { numbers.append(further) }
    guard isEnd, !isLinked(start..<cursor) else { return nil }
    let before = words(before: start)
    // `Step 3` by itself is a label, or the name of something on a screen.
    if bytes[start] == UInt8(ascii: "S") {
      guard before.first.map(Self.cues.contains) ?? isPlural else { return nil }
    }
    if !isPlural, before.isEmpty { return nil }
    let after = words(after: cursor)
    if isOfAnother(after) { return nil }
    return StepPhrase(
      numbers: numbers, before: before,
      pointsElsewhere: after.first.map { ["above", "below", "earlier", "later"].contains($0) } ?? false)
  }

  /// What comes before a step that is meant, in a title's spelling too: `See Step 3`.
  private static let cues: Set<String> = [
    "after", "at", "before", "complete", "completed", "completing", "during", "finish", "from", "in", "on",
    "perform", "redo", "repeat", "see", "skip", "to", "until", "with",
  ]

  /// Blanks and a number; not a part of `3.1`, `2a` or `1/2`.
  private mutating func number() -> StepPhrase.Number? {
    var index = cursor
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    let start = index
    var value = 0
    while index < bytes.count, isDigit(bytes[index]), index - start < 3 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    guard index > start, index > cursor else { return nil }
    cursor = index
    let end = prose.offsets[index - 1] + 1
    return StepPhrase.Number(value: value, span: Span(prose.offsets[start], end))
  }

  /// `–5`, `to 5`, `, 5`, `and 5` after a number.
  private mutating func furtherNumber() -> StepPhrase.Number? {
    let before = cursor
    while cursor < bytes.count, bytes[cursor] == UInt8(ascii: " ") { cursor += 1 }
    let rest = String(decoding: bytes[cursor..<min(cursor + 10, bytes.count)], as: UTF8.self)
    for joint in [", and", ", or", "through", "and", "to", "or", "-", "–", "—", ",", "&"]
    where rest.hasPrefix(joint) {
      cursor += joint.utf8.count
      if let number = number() { return number }
      break
    }
    cursor = before
    return nil
  }

  /// Whether the number ends here.
  private var isEnd: Bool {
    guard cursor < bytes.count else { return true }
    let byte = bytes[cursor]
    if isLetter(byte) || isDigit(byte) || "%/:_`".utf8.contains(byte) || byte >= 0x80 { return false }
    guard cursor + 1 < bytes.count else { return true }
    let joins = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    return !(joins && (isLetter(bytes[cursor + 1]) || isDigit(bytes[cursor + 1])))
  }

  /// Whether the sentence links to another page, whose steps may be meant, or the phrase is a link itself.
  private func isLinked(_ phrase: Range<Int>) -> Bool {
    if prose.anchors.contains(where: { $0.overlaps(phrase) }) { return true }
    guard !prose.links.isEmpty else { return false }
    let sentence = prose.sentence(around: phrase.lowerBound)
    return prose.links.contains { $0.overlaps(sentence) }
  }

  /// Whether the steps of something else follow: `in the quick start`, `of the wizard`, `page`.
  private func isOfAnother(_ after: [String]) -> Bool {
    guard let first = after.first else { return false }
    if Self.screens.contains(first) { return true }
    guard ["of", "in", "from", "under", "on", "at"].contains(first) else { return false }
    return !(after.count > 1 && after[1] == "this")
  }

  private static let screens: Set<String> = [
    "box", "dialog", "form", "function", "functions", "pane", "panel", "page", "screen", "section", "tab",
    "window",
    "wizard",
  ]

  private func words(before index: Int) -> [String] {
    var words: [String] = []
    var end = index
    while words.count < 2 {
      while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      var start = end
      while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
      guard start < end else {
        // Something other than a word stands before.
        if words.isEmpty, end > 0 { words.append("") }
        break
      }
      words.append(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
      end = start
    }
    return words
  }

  private func words(after index: Int) -> [String] {
    var words: [String] = []
    var start = index
    while words.count < 2, start < bytes.count, bytes[start] == UInt8(ascii: " ") {
      while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
      let word = bytes[start...].prefix(while: isLetter)
      guard !word.isEmpty else { break }
      words.append(String(decoding: word, as: UTF8.self).lowercased())
      start = word.endIndex
    }
    return words
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
