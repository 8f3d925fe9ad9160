import Markdown
import Rolebook

extension Rewriter {
  /// The rows of a table in another order.
  static let shuffledRows = Rewriter("reordered rows") { site, random in
    site.tables.compactMap { page, node in
      let rows = page.document.children(of: node).dropFirst().map {
        site.wholeLines(page.place(page.document.nodes[$0].span))
      }
      return site.shuffle(rows, &random)
    }
  }

  /// A table without its outer pipes.
  static let barePipes = Rewriter("tables without outer pipes") { site, _ in
    site.tables.compactMap { page, node in
      site.rewriteLines(of: page.place(page.document.nodes[node].span)) { line in
        guard line.hasPrefix("| "), line.hasSuffix(" |"), !line.hasPrefix("| |"), !line.hasSuffix("| |")
        else { return nil }
        return String(line.dropFirst(2).dropLast(2))
      }
    }
  }

  /// Longer delimiters, and a column that is aligned.
  static let longDelimiters = Rewriter("other delimiter dashes") { site, _ in
    site.tables.compactMap { page, node in
      site.rewriteLines(of: page.place(page.document.nodes[node].span)) { line in
        line.allSatisfy { "|- ".contains($0) } && line.contains("-")
          ? line.replacing("| ---", with: "| :------") : line
      }
    }
  }

  /// Cells padded as an editor does.
  static let paddedCells = Rewriter("padded cells") { site, _ in
    site.tables.compactMap { page, node in
      site.rewriteLines(of: page.place(page.document.nodes[node].span)) {
        $0.replacing(" | ", with: "   |   ")
      }
    }
  }
}

extension CleanSite {
  /// The tables of pages that state facts, where they stand alone.
  fileprivate var tables: [(Page, Int)] {
    catalog.pages.filter { $0.kind != .concept }.flatMap { page in
      page.document.nodes.indices.filter { page.document.nodes[$0].kind == .table }
        .filter { isAtMargin(page.place(page.document.nodes[$0].span)) }.map { (page, $0) }
    }
  }

  func isAtMargin(_ place: Place) -> Bool { wholeLines(place).span.start == place.span.start }

  /// The texts at some places in another order; nil where there is no other.
  func shuffle(_ places: [Place], _ random: inout SplitMix64) -> [Edit]? {
    let texts = places.map(text)
    guard Set(texts).count > 1, texts.allSatisfy({ $0.hasSuffix("\n") }) else { return nil }
    return zip(places, texts.shuffled(using: &random)).map { Edit($0, $1) }
  }

  /// Each line of a place written otherwise; nil where one cannot be.
  func rewriteLines(of place: Place, _ rewrite: (String) -> String?) -> [Edit]? {
    let whole = wholeLines(place)
    var lines: [String] = []
    for line in text(whole).split(separator: "\n", omittingEmptySubsequences: false) {
      guard let line = line.isEmpty ? "" : rewrite(String(line)) else { return nil }
      lines.append(line)
    }
    let written = lines.joined(separator: "\n")
    return written == text(whole) ? nil : [Edit(whole, written)]
  }
}
