import Markdown

/// Where pages write the titles of roles, to write others.
struct RoleTitleEdits {
  private let catalog: Catalog
  /// Title → where facts name a role by it, and the role's id where it stands beside.
  private let places: [String: [(role: String?, place: Place)]]

  init(_ drift: Drift) {
    catalog = drift.catalog
    places = zip(drift.catalog.pages, drift.catalog.facts).reduce(into: [:]) { places, page in
      guard page.0.platform == drift.platform else { return }
      for fact in page.1 {
        switch fact {
        case .assignment(let assignment):
          if let title = assignment.title {
            places[title.value, default: []].append((assignment.role.value, title.place))
          }
          places[assignment.role.value, default: []].append((nil, assignment.role.place))
        case .role(let column) where column.origin == .column:
          places[column.id.value, default: []].append((nil, column.id.place))
        default: break
        }
      }
    }
  }

  /// The edits that give a role another title, wherever pages write the old one as its name; nothing where it is not
  /// declared letter for letter.
  func renaming(_ role: Role, to title: String) -> [Edit] {
    guard let old = role.declaration.title, text(old.place) == old.value else { return [] }
    let mentions = role.mentions.map { catalog.mentions[$0] }.filter { mention in
      catalog.pages[mention.page].document.plainText(mention.node) == old.value
    }
    let named = (places[old.value] ?? []).filter { $0.role == nil || $0.role == role.id }
    let all = Set([old.place] + mentions.map(\.place) + named.map(\.place))
    return Self.apart(all).compactMap { place in
      let written = text(place)
      guard let found = written.firstRange(of: old.value) else { return nil }
      return Edit(
        place, "\(written[..<found.lowerBound])\(escaped(title))\(written[found.upperBound...])")
    }
  }

  /// The places in order; of two that overlap, such as a title with and without its marks, the first.
  private static func apart(_ places: Set<Place>) -> [Place] {
    let sorted = places.sorted { ($0.file, $0.span.start) < ($1.file, $1.span.start) }
    return sorted.reduce(into: []) { kept, place in
      if let last = kept.last, last.file == place.file, place.span.start < last.span.end { return }
      kept.append(place)
    }
  }

  private func text(_ place: Place) -> String { catalog.files[Int(place.file)].text.text(place.span) }

  /// The title with what Markdown would read as marks written as it is.
  private func escaped(_ title: String) -> String {
    title.map { "\\`*_[]<|".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
