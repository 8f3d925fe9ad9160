/// The titles of roles, to be found by texts that differ from one by a slip of the pen.
struct DeclaredTitles {
  private let catalog: Catalog
  /// Platform and first word → titles.
  private let titles: [String: [String]]

  init(_ catalog: Catalog) {
    self.catalog = catalog
    let all = catalog.roles.compactMap { role in role.declaration.title.map { (role.platform, $0.value) } }
    titles = Dictionary(grouping: all) { Self.key($0.0, $0.1) }.mapValues { Array(Set($0.map(\.1))).sorted() }
  }

  /// The one role whose title the text all but is: the same first word, and two letters wrong at most.
  func role(meantBy text: String, platform: String?) -> Int? {
    guard let platform, text.contains(" "), catalog.names.roles(title: text, platform: platform).isEmpty
    else {
      return nil
    }
    let near = (titles[Self.key(platform, text)] ?? []).filter { Self.isSlip(text, for: $0) }
    return near.count == 1 ? catalog.names.role(title: near[0], platform: platform) : nil
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

  /// Whether letters are wrong, missing, added or swapped; another digit or another case is another title.
  private static func isSlip(_ text: String, for title: String) -> Bool {
    let limit = title.utf8.count < 16 ? 1 : 2
    return text.filter(\.isNumber) == title.filter(\.isNumber) && text.lowercased() != title.lowercased()
      && text.split(separator: " ").count == title.split(separator: " ").count
      && text.split(separator: " ").first == title.split(separator: " ").first
      && editDistance(text, title, limit: limit) <= limit
  }

  private static func key(_ platform: String, _ title: String) -> String {
    platform + " " + title.prefix { $0 != " " }
  }
}
