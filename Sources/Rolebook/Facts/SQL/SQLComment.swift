/// A comment in SQL: `-- grant the role read access`.
public struct SQLComment: Sendable {
  /// Without its marks, lines joined by a blank.
  public let text: String
  public let place: Place
}

extension SQLComment {
  /// The comments between two tokens; all else there is white space.
  static func readAll(
    _ code: [UInt8], in gap: Range<Int>, place: (Range<Int>) -> Place
  ) -> [(comment: SQLComment, range: Range<Int>)] {
    var found: [(comment: SQLComment, range: Range<Int>)] = []
    var start = gap.lowerBound
    while start < gap.upperBound {
      guard code[start] > UInt8(ascii: " ") else {
        start += 1
        continue
      }
      let end = end(of: code, from: start, limit: gap.upperBound)
      let text = text(of: code[start..<end])
      let isComment = ["--", "//", "/*", "#"].contains { code[start..<end].starts(with: $0.utf8) }
      if isComment, !text.isEmpty {
        found.append((SQLComment(text: text, place: place(start..<end)), start..<end))
      }
      start = end
    }
    return found
  }

  private static func end(of code: [UInt8], from start: Int, limit: Int) -> Int {
    if code[start..<limit].starts(with: "/*".utf8) {
      var index = start + 2
      while index + 1 < limit {
        if code[index] == UInt8(ascii: "*"), code[index + 1] == UInt8(ascii: "/") { return index + 2 }
        index += 1
      }
      return limit
    }
    let end = code[start..<limit].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? limit
    return code[start..<end].lastIndex { $0 > UInt8(ascii: " ") }.map { $0 + 1 } ?? end
  }

  private static func text(of bytes: ArraySlice<UInt8>) -> String {
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let marks: Set<Character> = ["-", "/", "*", "#"]
    let cleaned = words.map { word in
      Substring(word.drop { marks.contains($0) }.reversed().drop { $0 == "*" || $0 == "/" }.reversed())
    }
    return cleaned.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
