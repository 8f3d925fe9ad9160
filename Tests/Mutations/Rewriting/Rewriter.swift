import Markdown
import Rolebook

/// A way to write the same facts otherwise; a check must not tell the difference.
struct Rewriter: Sendable {
  let kind: String
  /// The edits of each place where it can be done.
  let rewrite: @Sendable (CleanSite, inout SplitMix64) -> [[Edit]]

  init(_ kind: String, _ rewrite: @escaping @Sendable (CleanSite, inout SplitMix64) -> [[Edit]]) {
    self.kind = kind
    self.rewrite = rewrite
  }

  static let all: [Rewriter] = [
    shuffledRows, barePipes, longDelimiters, paddedCells, shuffledLists, starredLists, movedSections,
    reflowedText, blankLines, trailingSpaces, carriageReturns, swappedKeys,
  ]

  func mutations(of site: CleanSite, _ random: inout SplitMix64) -> [Mutation] {
    rewrite(site, &random).filter { !$0.isEmpty }.map { edits in
      Mutation(kind, "\(kind) at \(site.words(edits[0].place))", silent: edits)
    }
  }
}
