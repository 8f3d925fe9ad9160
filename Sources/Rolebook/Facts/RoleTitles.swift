import Markdown

/// The titles that roles are declared under, to find those that tables name in words.
struct RoleTitles {
  /// Platform → title → the ids that bear it.
  private var ids: [String: [String: Set<String>]] = [:]

  private init(_ facts: [[Fact]]) {
    for case .role(let role) in facts.joined() where role.origin != .column {
      // An id names its own role, whatever others are called.
      var names = [role.id.value]
      // Authors write "all viewer permissions" for the role Viewer.
      if let title = role.title?.value { names += [title, title.lowercased()] }
      for name in names { ids[role.platform, default: [:]][name, default: []].insert(role.id.value) }
    }
  }

  /// The facts with roles that are named by a title under their ids; a title that no role or several bear
  /// names none.
  static func resolve(_ facts: [[Fact]]) -> [[Fact]] {
    guard facts.contains(where: { $0.contains(where: \.mayNameRoleByTitle) }) else { return facts }
    let titles = RoleTitles(facts)
    return facts.map { page in
      page.map { fact in
        guard case .role(let role) = fact, fact.mayNameRoleByTitle else { return fact }
        return .role(titles.resolve(role))
      }
    }
  }

  private func resolve(_ role: RoleDeclaration) -> RoleDeclaration {
    var role = role
    role.entries = role.entries.compactMap { resolve($0, role.platform) }
    role.conditions = role.conditions.compactMap { condition in
      resolve(condition.entry, role.platform).map {
        ConditionalEntry(entry: $0, condition: condition.condition)
      }
    }
    return role
  }

  /// The role with this id, else the only one with this title.
  private func only(_ name: String, _ platform: String) -> String? {
    guard let known = ids[platform], let found = known[name] ?? known[name.lowercased()] else { return nil }
    if found.contains(name) { return name }
    return found.count == 1 ? found.first : nil
  }

  /// The longest start of the words that is a title; `Member plus` names Member.
  private func resolve(_ entry: RoleEntry, _ platform: String) -> RoleEntry? {
    guard entry.kind == .title else { return entry }
    let text = entry.name.value
    let ends = text.indices.filter { text[$0].isWhitespace } + [text.endIndex]
    for end in ends.prefix(8).reversed() where Inheritance.endsName(text[end...]) {
      guard let id = only(String(text[..<end]), platform) else { continue }
      let span = entry.name.place.span
      let isVerbatim = span.count == text.utf8.count
      let written = isVerbatim ? Span(span.start, span.start + text[..<end].utf8.count) : span
      return RoleEntry(kind: .role, name: Located(id, Place(entry.name.place.file, written)))
    }
    return nil
  }
}

extension Fact {
  fileprivate var mayNameRoleByTitle: Bool {
    guard case .role(let role) = self else { return false }
    return role.entries.contains { $0.kind == .title }
      || role.conditions.contains { $0.entry.kind == .title }
  }
}
