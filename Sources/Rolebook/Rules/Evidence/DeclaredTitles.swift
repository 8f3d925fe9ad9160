/// The titles of roles, to be found by texts that differ from one by a slip of the pen.
struct DeclaredTitles {
  private let catalog: Catalog
  /// Titles by platform and first word, and by platform and what follows the first word.
  private let titles: [Key: Set<String>]

  private enum Key: Hashable {
    case first(String, Substring)
    case rest(String, Substring)

    static func all(_ platform: String, _ title: String) -> [Key] {
      let end = title.firstIndex(of: " ") ?? title.endIndex
      return [.first(platform, title[..<end]), .rest(platform, title[end...])]
    }
  }

  init(_ catalog: Catalog) {
    self.catalog = catalog
    var titles: [Key: Set<String>] = [:]
    for role in catalog.roles {
      guard let title = role.declaration.title?.value else { continue }
      for key in Key.all(role.platform, title) { titles[key, default: []].insert(title) }
    }
    self.titles = titles
  }

  /// The one role whose title the text all but is: two letters wrong at most, and one in its first word where that
  /// begins no title.
  func role(meantBy text: String, platform: String?) -> Int? {
    guard let platform, text.contains(" "), catalog.names.roles(title: text, platform: platform).isEmpty
    else {
      return nil
    }
    let near =
      Key.all(platform, text).lazy.compactMap { titles[$0] }.first?
      .filter { Self.isSlip(text, for: $0) } ?? []
    guard near.count == 1, let title = near.first else { return nil }
    return catalog.names.role(title: title, platform: platform)
  }

  /// The part of a text beside a role's id that misspells its title.
  func misspelling(in written: WrittenTitle, of role: Int) -> Located<String>? {
    guard let title = catalog.roles[role].declaration.title?.value else { return nil }
    let text = written.title.value
    if text == title || text.hasSuffix(" " + title) { return nil }
    if written.isBold {
      let isOther = !catalog.names.roles(title: text, platform: catalog.roles[role].platform).isEmpty
      return isOther || Self.isSlip(text, for: title) ? written.title : nil
    }
    let count = title.split(separator: " ").count
    let words = text.split(separator: " ").suffix(count).joined(separator: " ")
    guard count > 1, text.hasSuffix(words), Self.isSlip(words, for: title) else { return nil }
    let end = written.title.place.span.end
    return Located(words, Place(written.title.place.file, .init(end - words.utf8.count, end)))
  }

  /// Whether letters are wrong, missing, added or swapped; another digit is another title, and so is another case
  /// but within a word.
  private static func isSlip(_ text: String, for title: String) -> Bool {
    let words = text.split(separator: " ")
    let others = title.split(separator: " ")
    guard words.count == others.count, text.filter(\.isNumber) == title.filter(\.isNumber) else {
      return false
    }
    if text.lowercased() == title.lowercased() { return zip(words, others).contains(where: isOddlyCased) }
    let limit = title.utf8.count < 16 ? 1 : 2
    guard words[0] != others[0] else { return editDistance(text, title, limit: limit) <= limit }
    return words.dropFirst() == others.dropFirst() && min(words[0].utf8.count, others[0].utf8.count) >= 5
      && editDistance(String(words[0]), String(others[0]), limit: 1) == 1
  }

  /// `OwNer` for `Owner`; `OWNER` and `owner` are ways of writing.
  private static func isOddlyCased(_ word: Substring, for other: Substring) -> Bool {
    word.dropFirst() != other.dropFirst() && word.contains(where: \.isLowercase)
      && word.dropFirst().contains(where: \.isUppercase)
  }
}
