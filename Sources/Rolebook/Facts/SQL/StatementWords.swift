/// Which statements of a script say which words, whether they could be read or not.
struct StatementWords: Sendable {
  /// The indices of the statements that say a word, ascending; words are in lower case.
  private var statements: [Substring: [Int]] = [:]
  private let texts: [String]

  init(_ script: [SQLStatement]) {
    texts = script.map { $0.text.lowercased() }
    for (index, text) in texts.enumerated() {
      for word in Self.words(of: text) where statements[word]?.last != index {
        statements[word, default: []].append(index)
      }
    }
  }

  /// Whether a statement says all words of a name, so that it may be about it.
  func mayName(_ name: String) -> Bool { mayName(name, in: texts.indices) }

  /// The same for statements between two others.
  func mayName(_ name: String, in range: Range<Int>) -> Bool {
    let sayings = Self.words(of: name.lowercased()).map { statements[$0] ?? [] }
    guard let rarest = sayings.min(by: { $0.count < $1.count }) else { return false }
    return rarest[rarest.partitioningIndex { $0 >= range.lowerBound }...].prefix { $0 < range.upperBound }
      .contains { statement in sayings.allSatisfy { says($0, statement) } }
  }

  /// The last statement that says all words of a name.
  func last(naming name: String) -> Int? {
    let sayings = Self.words(of: name.lowercased()).map { statements[$0] ?? [] }
    guard let rarest = sayings.min(by: { $0.count < $1.count }) else { return nil }
    return rarest.last { statement in sayings.allSatisfy { says($0, statement) } }
  }

  /// Whether no other statement says this name.
  func isOnly(_ name: String, _ statement: Int) -> Bool {
    let name = name.lowercased()
    guard name.allSatisfy(Self.isPart) else {
      return !texts.indices.contains { $0 != statement && texts[$0].contains(name) }
    }
    return statements[name[...]].map { $0 == [statement] } ?? true
  }

  private func says(_ saying: [Int], _ statement: Int) -> Bool {
    let index = saying.partitioningIndex { $0 >= statement }
    return index < saying.count && saying[index] == statement
  }

  private static func words(of text: String) -> [Substring] { text.split(whereSeparator: { !isPart($0) }) }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
