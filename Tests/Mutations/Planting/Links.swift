import Markdown
import Rolebook

extension Planter {
  /// A slip in the path or the anchor of a link.
  static let brokenLinks = Planter { site, random in
    site.links.compactMap { link, destination, page, anchor in
      let parts = destination.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let isAnchor = parts.count > 1 && (parts[0].isEmpty || Bool.random(using: &random))
      guard anchor != nil || !isAnchor else { return nil }
      let old = isAnchor ? parts[1] : parts[0]
      guard let place = site.place(of: destination, in: link.place),
        let written = Slip.ofLetters.randomElement(using: &random)?.made(in: old, &random)
      else { return nil }
      let new = isAnchor ? "\(parts[0])#\(written)" : ([written] + parts.dropFirst()).joined(separator: "#")
      return Mutation(
        isAnchor ? "broken anchor" : "broken link", "`\(destination)` becomes `\(new)`",
        [Edit(place, new)],
        against: [Place(site.catalog.pages[page].file, Span(0, 0))], names: [new],
        unseen: "the link leads out of the site")
    }
  }

  /// A heading is renamed that links lead to, or that is an option's section.
  static let renamedHeadings = Planter { site, _ in
    site.catalog.pages.indices.flatMap { index -> [Mutation] in
      let page = site.catalog.pages[index]
      return page.headings.compactMap { heading in
        let links = site.links.filter { $0.page == index && $0.anchor == heading.anchor }.map(\.link.place)
        let options =
          page.isSuperseded
          ? [] : page.frontMatter.options.filter { $0.title == heading.text }.map(\.id.place)
        guard !(links + options).isEmpty,
          let place = site.place(of: heading.text, in: page.place(heading.span)),
          !page.document.string(page.document.extra(heading.node)).contains("#")
        else { return nil }
        return Mutation(
          "renamed heading", "`\(heading.text)` becomes `Something else`", [Edit(place, "Something else")],
          against: links + options,
          names: [heading.text, heading.anchor] + page.frontMatter.options.map(\.id.value),
          reach: [site.wholePage(index)], unseen: "nothing leads to the heading")
      }
    }
  }
}

extension CleanSite {
  /// The links that lead to a page of the site.
  var links: [(link: PageLink, destination: String, page: Int, anchor: String?)] {
    zip(catalog.pages, catalog.links.links).flatMap { source, links in
      links.compactMap { link in
        guard case .page(let page, let anchor) = link.target else { return nil }
        return (link, source.destination(of: link), page, anchor)
      }
    }
  }
}
