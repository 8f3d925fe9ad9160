/// A slip of the pen in a name.
enum Slip: String, CaseIterable, Sendable {
  case swap, drop, double, replace
  case `case`, separator, plural

  /// The slips that SQL minds: it folds case.
  static let ofLetters: [Slip] = [.swap, .drop, .double, .replace]

  /// A name with this slip in it; nil where it cannot be made.
  func made(in name: String, _ random: inout SplitMix64) -> String? {
    var letters = Array(name)
    let inside = letters.indices.dropFirst().filter { letters[$0].isLetter && letters[$0 - 1].isLetter }
    guard let at = inside.randomElement(using: &random) else { return nil }
    switch self {
    case .swap: letters.swapAt(at - 1, at)
    case .drop: letters.remove(at: at)
    case .double: letters.insert(letters[at], at: at)
    case .replace:
      letters[at] = "abcdefghijklmnopqrstuvwxyz".filter { $0 != letters[at] }.randomElement(using: &random)!
    case .case:
      letters[at] = Character(letters[at].isUppercase ? letters[at].lowercased() : letters[at].uppercased())
    case .separator:
      guard let dot = letters.indices.filter({ letters[$0] == "." }).randomElement(using: &random) else {
        return nil
      }
      letters[dot] = ":"
    case .plural:
      guard let end = letters.indices.filter({ letters[$0] == "." }).last, letters[end - 1].isLetter else {
        return nil
      }
      if letters[end - 1] == "s" { letters.remove(at: end - 1) } else { letters.insert("s", at: end) }
    }
    let made = String(letters)
    return made == name ? nil : made
  }
}
