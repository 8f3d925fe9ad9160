import Markdown

/// Goes through code once and tells comments, strings, names of members, keywords and placeholders.
struct CodeScanner {
  private let code: [UInt8]
  private let language: CodeLanguage
  private var position = 0
  private var pieces: [CodePiece] = []

  static func pieces(of code: [UInt8], _ language: CodeLanguage) -> [CodePiece] {
    var scanner = CodeScanner(code: code, language: language)
    while scanner.position < code.count { scanner.step() }
    return scanner.pieces
  }

  private init(code: [UInt8], language: CodeLanguage) {
    self.code = code
    self.language = language
  }

  private mutating func step() {
    if let end = endOfComment() { return take(end, .comment) }
    if let end = endOfString() { return take(end, isBeforeKeySign(end) ? .key : .string) }
    if let end = placeholderEnd(in: code, at: position) { return take(end, .placeholder) }
    let end = endOfWord()
    if end == position {
      position += 1
    } else {
      take(end, color(of: position..<end))
    }
  }

  private mutating func take(_ end: Int, _ color: CodeColor?) {
    if let color { pieces.append(CodePiece(position..<end, color)) }
    position = end
  }

  private func endOfComment() -> Int? {
    guard position == 0 || code[position - 1].isWhitespace,
      language.comments.contains(where: { code[position...].starts(with: $0) })
    else { return nil }
    return code[position...].firstIndex(of: UInt8(ascii: "\n")) ?? code.count
  }

  /// Strings of a shell go on over lines; elsewhere a quote that is open at the line's end is none.
  private func endOfString() -> Int? {
    let quote = code[position]
    guard language.quotes.contains(quote) else { return nil }
    var end = position + 1
    while end < code.count, code[end] != quote {
      if code[end] == UInt8(ascii: "\n"), !language.isShell { return nil }
      end += code[end] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
    }
    return end < code.count ? end + 1 : nil
  }

  private func endOfWord() -> Int {
    var end = position
    while end < code.count, isOfWord(code[end]), placeholderEnd(in: code, at: end) == nil { end += 1 }
    return end
  }

  private func isOfWord(_ byte: UInt8) -> Bool { isNameByte(byte) || "-./@".utf8.contains(byte) }

  private func color(of word: Range<Int>) -> CodeColor? {
    let text = String(decoding: code[word], as: UTF8.self)
    if isBeforeKeySign(word.upperBound) { return .key }
    if language.keywords.contains(text) { return .keyword }
    if language.isShell {
      let isOption = text.hasPrefix("-") && text.dropFirst().contains { $0.isLetter }
      return text.hasPrefix("$") ? .placeholder : isOption ? .key : nil
    }
    return text.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" } && text.contains { $0.isNumber }
      ? .number : nil
  }

  /// Whether the sign that follows makes a name of what stands before it: `:` with a blank behind, or ` =`.
  private func isBeforeKeySign(_ end: Int) -> Bool {
    guard let sign = language.keySign else { return false }
    var index = end
    while index < code.count, code[index] == UInt8(ascii: " ") { index += 1 }
    guard index < code.count, code[index] == sign else { return false }
    let next = index + 1 < code.count ? code[index + 1] : UInt8(ascii: "\n")
    return sign == UInt8(ascii: "=") ? next != sign : next.isWhitespace || code[end - 1] == UInt8(ascii: "\"")
  }
}
