import Markdown
import Rolebook

extension Planter {
  /// A slip in the id of an option, in the front matter, a table or a fence.
  static let typosInOptions = Planter { site, random in
    site.catalog.guides.filter { !site.catalog.pages[$0.page].isSuperseded }.flatMap { guide -> [Mutation] in
      let page = site.catalog.pages[guide.page]
      return page.frontMatter.options.flatMap { option -> [Mutation] in
        let id = option.id.value
        let uses = site.places(of: "`\(id)`", on: page) + site.places(of: "option=\(id)", on: page)
        return ([option.id.place] + uses).compactMap { use in
          guard let place = site.place(of: id, in: use), !uses.isEmpty || page.owns(option),
            let written = Slip.ofLetters.randomElement(using: &random)?.made(in: id, &random)
          else { return nil }
          let section = page.headings.filter { $0.text == option.title }.map { page.place($0.span) }
          return Mutation(
            "typo in an option", "`\(id)` becomes `\(written)`", [Edit(place, written)],
            against: use == option.id.place ? uses : [option.id.place] + section, names: [id, written],
            reach: [site.wholePage(guide.page)],
            unseen: "the option's section is found by its title")
        }
      }
    }
  }

  /// A slip in the name of what a guide's role or permission is granted on.
  static let typosInSecurables = Planter { site, random in
    site.catalog.guides.filter { !site.catalog.pages[$0.page].isSuperseded }.flatMap { guide -> [Mutation] in
      let page = site.catalog.pages[guide.page]
      let rows = guide.rows.filter { !$0.securable.name.isEmpty }
      return rows.compactMap { row in
        let name = row.securable.name
        guard let place = site.place(of: name, in: site.wholeLines(row.place)),
          let written = Slip.ofLetters.randomElement(using: &random)?.made(in: name, &random)
        else { return nil }
        let others = rows.filter { $0.securable == row.securable && $0.place != row.place }.map(\.place)
        let used = ScriptPage(guide.page, of: site)?.words.filter { $0.text == name.lowercased() } ?? []
        return Mutation(
          "typo in a securable", "`\(name)` becomes `\(written)`", [Edit(place, written)],
          against: others + used.map(\.place), names: [name, written],
          reach: [site.wholePage(guide.page)],
          unseen: "nothing else is granted or required there")
      }
    }
  }
}

extension Page {
  /// Whether a heading is the option's title.
  fileprivate func owns(_ option: OptionDeclaration) -> Bool { headings.contains { $0.text == option.title } }
}

extension Guide {
  /// The rows of its tables that say what something is granted or required on.
  fileprivate var rows: [(securable: Securable, place: Place)] {
    (requirements + options.flatMap(\.permissions)).map { ($0.securable, $0.permission.place) }
      + assignments.filter { $0.origin == .table }.map { ($0.securable, $0.role.place) }
  }
}

extension CleanSite {
  /// Where a page's text says this, its front matter apart.
  func places(of text: String, on page: Page) -> [Place] {
    let source = String(decoding: files[Int(page.file)].text.bytes, as: UTF8.self)
    return source.ranges(of: text).compactMap { range in
      let start = source.utf8.distance(from: source.startIndex, to: range.lowerBound)
      return start < page.frontMatter.span.end ? nil : Place(page.file, Span(start, start + text.utf8.count))
    }
  }
}
