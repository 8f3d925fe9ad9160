import Markdown
import Rolebook

extension Planter {
  /// A step is written with a wrong number.
  static let brokenSteps = Planter { site, _ in
    site.stepLists.flatMap { list in
      list.indices.compactMap { index -> Mutation? in
        let (step, number) = list[index]
        guard let place = site.place(of: "\(number)", in: step) else { return nil }
        let others = list.map(\.place).filter { $0 != step }
        return Mutation(
          "wrong step number", "step \(number) is written \(number + 3)", [Edit(place, "\(number + 3)")],
          against: others, names: [], unseen: "the number of a list's only step follows from nothing")
      }
    }
  }

  /// A text refers to a step that there is not.
  static let brokenStepReferences = Planter { site, _ in
    site.catalog.guides.filter { !$0.steps.isEmpty }.flatMap { guide -> [Mutation] in
      let file = site.catalog.pages[guide.page].file
      let text = String(decoding: site.files[Int(file)].text.bytes, as: UTF8.self)
      return text.matches(of: /[Ss]tep ([0-9]+)/).map { match in
        let start = text.utf8.distance(from: text.startIndex, to: match.1.startIndex)
        return Mutation(
          "wrong step reference", "step \(match.1) becomes step 9\(match.1)",
          [Edit(Place(file, Span(start, start)), "9")], against: guide.steps.prefix(1).map(\.place),
          names: [],
          unseen: "the page has no steps")
      }
    }
  }
}

extension CleanSite {
  /// The items of each ordered list of the guides, with their numbers.
  fileprivate var stepLists: [[(place: Place, number: Int)]] {
    catalog.guides.flatMap { guide -> [[(place: Place, number: Int)]] in
      let page = catalog.pages[guide.page]
      let nodes = page.document.nodes
      return nodes.indices.filter { nodes[$0].kind == .list && nodes[$0].isOrdered }.map { list in
        page.document.children(of: list).enumerated().map { position, item in
          (place: firstLine(page.place(nodes[item].span)), number: Int(nodes[list].number) + position)
        }
      }
    }
  }

  private func firstLine(_ place: Place) -> Place {
    let line = files[Int(place.file)].text.line(lines(place).range.lowerBound)
    return Place(place.file, Span(place.span.start, line.end))
  }
}
