// The standard library decomposes text, but does not yet offer it publicly.
@_spi(_Unicode) import Swift

/// Cuts text into the terms by which search finds it.
///
/// A word is a run of letters and digits, joined by single signs of `. / _ : -`. Its terms are the word as a whole,
/// each segment between the signs, and each part of a segment in camelCase; all in lower case and without accents.
/// `templates/scripts/terms.js` does the same for what readers type; both are held against one fixture.
enum SearchTerms {
  /// The terms of a text, each once, in the order in which they are met.
  static func all(in text: String) -> [String] {
    var seen: Set<String> = []
    var terms: [String] = []
    Array(text.utf8).withUnsafeBufferPointer { text in
      withPlainText(of: text) { plain in
        var words = SearchWords(of: plain)
        while let word = words.next() {
          for term in Self.terms(ofWord: Array(plain[word])) {
            let text = String(decoding: term, as: UTF8.self)
            if seen.insert(text).inserted { terms.append(text) }
          }
        }
      }
    }
    return terms
  }

  /// Calls `body` with the text as words are found in it; ASCII stays as it is.
  @inline(__always)
  static func withPlainText(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if text.isASCII { return body(text) }
    plainLetters(of: String(decoding: text, as: UTF8.self)).withUnsafeBufferPointer(body)
  }

  /// The word in lower case, its segments, and the parts of each.
  static func terms(ofWord word: [UInt8]) -> [ArraySlice<UInt8>] {
    let lower = word.map { isUpper($0) ? $0 | 0x20 : $0 }
    var terms = [lower[...]]
    var start = 0
    for index in 0...word.count where index == word.count || SearchWords.isJoint(word[index]) {
      if start > 0 || index < word.count { terms.append(lower[start..<index]) }
      var part = start
      for place in start + 1..<max(index, start + 1) where beginsPart(word, place, index) {
        terms.append(lower[part..<place])
        part = place
      }
      if part > start { terms.append(lower[part..<index]) }
      start = index + 1
    }
    return terms
  }

  /// `getIAMPolicy` is `get`, `IAM`, `Policy`.
  private static func beginsPart(_ text: [UInt8], _ place: Int, _ end: Int) -> Bool {
    guard isUpper(text[place]) else { return false }
    return !isUpper(text[place - 1])
      || (place + 1 < end && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[place + 1]))
  }

  /// Decomposed, without marks; in lower case beyond ASCII, where no camelCase is; what is neither letter nor digit
  /// there is a blank. Scripts without blanks between words are cut into pairs of signs.
  private static func plainLetters(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var last: Unicode.Scalar?
    for scalar in text._nfd {
      let properties = scalar.properties
      if properties.generalCategory == .nonspacingMark { continue }
      let isDense = isDense(scalar)
      if isDense, let last {
        bytes.append(contentsOf: UTF8.encode(last)!)
        bytes.append(contentsOf: UTF8.encode(scalar)!)
        bytes.append(UInt8(ascii: " "))
      } else if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if properties.isAlphabetic || properties.numericType != nil {
        if isDense { bytes.append(UInt8(ascii: " ")) }
        bytes.append(contentsOf: properties.lowercaseMapping.utf8)
        if isDense { bytes.append(UInt8(ascii: " ")) }
      } else {
        bytes.append(UInt8(ascii: " "))
      }
      last = isDense ? scalar : nil
    }
    return bytes
  }

  /// Whether a sign is of Chinese or Japanese script.
  private static func isDense(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
    default: false
    }
  }

  private static func isUpper(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
