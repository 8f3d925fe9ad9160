import Markdown
import Rolebook

extension Rewriter {
  /// The items of a role's list in another order.
  static let shuffledLists = Rewriter("reordered lists") { site, random in
    site.lists.compactMap { page, node in
      let items = page.document.children(of: node).map {
        site.wholeLines(page.place(page.document.nodes[$0].span))
      }
      return site.shuffle(items, &random)
    }
  }

  /// A list with `*` for `-`.
  static let starredLists = Rewriter("stars for dashes") { site, _ in
    site.lists.compactMap { page, node in
      site.rewriteLines(of: page.place(page.document.nodes[node].span)) { line in
        line.hasPrefix("- ") ? "* " + line.dropFirst(2) : line
      }
    }
  }

  /// The role sections of a page in another order.
  static let movedSections = Rewriter("moved sections") { site, random in
    site.catalog.pages.compactMap { page in
      let text = site.catalog.files[Int(page.file)].text
      let starts = page.headings.filter { $0.level == 2 && $0.text.hasPrefix("roles/") }.map(\.span.start)
      guard page.kind == .reference, let first = starts.first,
        page.headings.allSatisfy({ $0.span.start < first || starts.contains($0.span.start) })
      else { return nil }
      let ends = starts.dropFirst() + [text.bytes.count]
      return site.shuffle(zip(starts, ends).map { Place(page.file, Span($0, $1)) }, &random)
    }
  }

  /// A paragraph broken at another blank.
  static let reflowedText = Rewriter("reflowed text") { site, random in
    site.paragraphs.compactMap { place in
      let text = site.text(place)
      let blanks = text.indices.filter {
        text[$0] == " " && text.index(after: $0) < text.endIndex && text[text.index(after: $0)].isLetter
      }
      guard !text.contains("\n"), !text.contains("`"), let blank = blanks.randomElement(using: &random) else {
        return nil
      }
      let start = place.span.start + text.utf8.distance(from: text.startIndex, to: blank)
      return [Edit(Place(place.file, Span(start, start + 1)), "\n")]
    }
  }

  /// More blank lines between blocks.
  static let blankLines = Rewriter("more blank lines") { site, _ in
    site.paragraphs.map { [Edit(Place($0.file, Span($0.span.start, $0.span.start)), "\n\n")] }
  }

  /// A blank at the end of each heading and table line.
  static let trailingSpaces = Rewriter("trailing spaces") { site, _ in
    site.catalog.pages.compactMap { page in
      page.headings.map { Edit(Place(page.file, Span($0.span.end, $0.span.end)), " ") }
    }
  }

  /// A page with the line ends of Windows.
  static let carriageReturns = Rewriter("line ends of Windows") { site, _ in
    site.catalog.pages.map { page in
      let bytes = site.files[Int(page.file)].text.bytes
      let text = String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n")
      return [Edit(Place(page.file, Span(0, bytes.count)), text)]
    }
  }

  /// The one-line keys of a front matter in another order.
  static let swappedKeys = Rewriter("reordered front matter") { site, random in
    site.catalog.pages.compactMap { page in
      let front = site.lines(page.place(page.frontMatter.span)).range
      let text = site.files[Int(page.file)].text
      let lines = front.dropFirst().dropLast().map {
        Place(page.file, Span(text.line($0).start, text.line($0 + 1).start))
      }
      guard lines.allSatisfy({ site.text($0).first?.isLetter == true }) else { return nil }
      return site.shuffle(Array(lines), &random)
    }
  }
}

extension CleanSite {
  /// The bullet lists at the margin of pages that state facts.
  fileprivate var lists: [(Page, Int)] {
    catalog.pages.filter { $0.kind != .concept }.flatMap { page in
      page.document.nodes.indices.filter {
        page.document.nodes[$0].kind == .list && !page.document.nodes[$0].isOrdered
      }
      .filter { isAtMargin(page.place(page.document.nodes[$0].span)) }.map { (page, $0) }
    }
  }

  /// The paragraphs at the margin, but for those that are fields of a role.
  fileprivate var paragraphs: [Place] {
    catalog.pages.flatMap { page in
      page.document.nodes.filter { $0.kind == .paragraph }.map { page.place($0.span) }
        .filter { isAtMargin($0) && !text($0).hasPrefix("Title:") && !text($0).contains(": ") }
    }
  }
}
