/// What a cell of a matrix says.
enum Mark: Equatable {
  case yes, no
  /// A yes under a condition, as written: `own projects only`; for a note, its text or its number.
  case conditional(String)
}

/// Reads the marks of one matrix.
struct MarkReader {
  private let profiles: [TableProfile]
  private let hasNoOtherCross: Bool
  private let notes: TableNotes?
  /// The marks of cells that are one text, by this text: a matrix says the same few many times.
  private let texts: [String: MarkText]

  /// Where check marks stand beside `x`, and no cross besides, an `x` is a cross.
  init(_ cells: some Sequence<TableCell>, _ profiles: [TableProfile], notes: TableNotes? = nil) {
    self.profiles = profiles
    self.notes = notes
    var texts: [String: MarkText] = [:]
    var words: Set<String> = []
    for cell in cells where !cell.isEmpty {
      guard let plain = cell.plainText else {
        words.insert(MarkText(cell).word)
        continue
      }
      if texts[plain] == nil { texts[plain] = MarkText(cell) }
    }
    words.formUnion(texts.values.map(\.word))
    hasNoOtherCross =
      words.contains("x") && !words.isDisjoint(with: Self.checks) && words.isDisjoint(with: Self.crosses)
    self.texts = texts
  }

  /// Nil where the cell is no mark. An empty one is a no.
  func read(_ cell: TableCell) -> Mark? {
    if cell.isEmpty { return .no }
    let mark = cell.plainText.flatMap { texts[$0] } ?? MarkText(cell)
    if mark.word.isEmpty { return note(mark.rest).map(Mark.conditional) }
    switch sense(of: mark) {
    case .yes: return mark.rest.isEmpty ? .yes : .conditional(note(mark.rest) ?? mark.rest)
    case .no: return isException(mark.rest) ? .conditional(mark.whole) : .no
    case .partly: return .conditional(mark.whole)
    case nil: return nil
    }
  }

  private enum Sense { case yes, no, partly }

  private func sense(of mark: MarkText) -> Sense? {
    let names = [mark.word, mark.whole.lowercased()]
    func isNamed(_ words: (TableProfile) -> [String]) -> Bool {
      profiles.contains { profile in words(profile).contains { names.contains($0.lowercased()) } }
    }
    if isNamed(\.no) { return .no }
    if isNamed(\.yes) { return .yes }
    if isNamed(\.conditional) || Self.partly.contains(mark.word) { return .partly }
    if mark.word == "x" { return hasNoOtherCross ? .no : .yes }
    if Self.checks.contains(mark.word) || Self.otherYes.contains(mark.word) { return .yes }
    return Self.crosses.contains(mark.word) || Self.otherNo.contains(mark.word) ? .no : nil
  }

  /// What a note says, `(1)` or `[^own]`; nil where the text is none.
  private func note(_ text: String) -> String? {
    var label = text.filter { !"()[]".contains($0) }
    let isFootnote = label.hasPrefix("^")
    if isFootnote { label.removeFirst() }
    let isNumber = label.count < 4 && label.allSatisfy { $0.isNumber || "*†‡§".contains($0) }
    guard !label.isEmpty, isNumber || (isFootnote && !label.contains(where: \.isWhitespace)) else {
      return nil
    }
    return notes?[label] ?? "see note \(label)"
  }

  private func isException(_ rest: String) -> Bool {
    let words = rest.lowercased().split { !$0.isLetter }
    return words.contains { ["unless", "except", "only", "if"].contains($0) }
  }

  private static let checks: Set<String> = [
    "✓", "✔", "✅", "☑", "🗸", "√", "yes", "y", ":white_check_mark:", ":heavy_check_mark:",
    ":ballot_box_with_check:", ":check_mark:",
  ]
  private static let otherYes: Set<String> = ["●", "•", "◉", "⬤", "true", "allowed", "allow", "granted"]
  private static let crosses: Set<String> = [
    "✗", "✘", "❌", "✖", "☒", "×", "✕", "🚫", "⛔", "no", "n", ":x:", ":heavy_multiplication_x:", ":no_entry:",
    ":no_entry_sign:", ":cross_mark:",
  ]
  private static let otherNo: Set<String> = [
    "–", "—", "-", "−", "‑", "--", "○", "◯", "☐", "n/a", "false", "none", "never", "denied", "deny",
  ]
  private static let partly: Set<String> = [
    "partial", "partially", "limited", "some", "sometimes", "conditional", "conditionally", "own", "only",
    "if",
    "depends", "△", "⚠", "◐", ":warning:",
  ]
}

extension TableCell {
  /// The cell's text where it is nothing else, as written.
  fileprivate var plainText: String? {
    guard nodes.count == 1, case let element = document.nodes[nodes.lowerBound], element.kind == .text,
      case let text = document.string(element.literal), text.utf8.first != UInt8(ascii: "{")
    else { return nil }
    return text
  }
}

/// The text of a mark in two: its sign or word, and what is said beside it.
private struct MarkText {
  /// Lower case, without signs of notes.
  let word: String
  /// Without the parentheses around it.
  let rest: String
  let whole: String

  init(_ cell: TableCell) {
    var text = Self.text(cell)
    if text.hasPrefix("{"), let shown = Self.shortcode(cell) { text = shown }
    whole = text
    (word, rest) = Self.split(text)
  }

  /// The cell's text; a note after a mark is apart from it.
  private static func text(_ cell: TableCell) -> String {
    var text = ""
    for node in cell.nodes {
      let element = cell.document.nodes[node]
      switch element.kind {
      case .text, .code: text += cell.document.string(element.literal)
      case .htmlInline, .link, .lineBreak, .softBreak: text += " "
      default: break
      }
    }
    return trimmed(text)
  }

  private static func split(_ text: String) -> (word: String, rest: String) {
    let lead = text.prefix { !$0.isWhitespace && !"([^".contains($0) }
    var word = lead.lowercased()
    // A mark looks the same with and without these.
    word.unicodeScalars.removeAll { $0 == "\u{FE0F}" || $0 == "\u{FE0E}" }
    var notes = ""
    while word.count > 1, let last = word.last, ",;:.*†‡§¹²³⁴⁵⁶⁷⁸⁹".contains(last), !word.hasPrefix(":") {
      word.removeLast()
      if !",;:.".contains(last) { notes = String(last) + notes }
    }
    var rest = trimmed(text[lead.endIndex...])
    if !notes.isEmpty { rest = trimmed(notes + " " + rest) }
    // `✅ Yes` says it twice.
    if ["yes", "no"].contains(rest.lowercased()), !word.isEmpty { rest = "" }
    return (word, word.isEmpty ? rest : withoutParentheses(rest))
  }

  private static func withoutParentheses(_ text: String) -> String {
    let text = trimmed(text.drop { ",;:–—-".contains($0) || $0.isWhitespace })
    guard text.hasPrefix("("), text.hasSuffix(")"),
      text.dropLast().dropFirst().allSatisfy({ !"()".contains($0) }),
      text.contains(where: \.isLetter)
    else { return text }
    return trimmed(text.dropFirst().dropLast())
  }

  /// A mark that a template draws: `{{< icon name="check" >}}`, `{% octicon "x" %}`, `{check-circle}`.
  private static func shortcode(_ cell: TableCell) -> String? {
    let source = cell.document.source.text(cell.place.span).drop { $0 == "*" }
    guard let end = source.lastIndex(of: "}") else { return nil }
    let words = source[..<end].lowercased().split { !$0.isLetter }
    let rest = trimmed(source[source.index(after: end)...].drop { $0 == "*" })
    if words.contains(where: { ["check", "yes", "tick", "checkmark", "true"].contains($0) }) {
      return trimmed("✓ " + rest)
    }
    if words.contains(where: {
      ["x", "no", "cross", "times", "close", "dotted", "dash", "false"].contains($0)
    }) {
      return trimmed("✗ " + rest)
    }
    return nil
  }
}
