import Markdown

/// A passage that sends readers to a step by its number: `the key that you copied in step 13`.
public struct StepReference: Sendable {
  /// What readers find under the number.
  public enum Target: Sendable, Equatable {
    case step
    /// No step that the passage may mean has the number.
    case nothing
    /// The step that is written with the number is shown with this one.
    case renumbered(shown: Int, written: Place)
    /// The step that the passage stands in, or a later one, where what was done before is meant.
    case notBefore(Place)
  }

  public let number: Located<Int>
  public let target: Target
}

extension StepReference {
  /// The references of a page that has numbered steps.
  static func readAll(_ page: Page) -> [StepReference] {
    let document = page.document
    guard document.nodes.contains(where: { $0.kind == .list && $0.isOrdered }),
      StepPhrase.mayStand(in: document.source.bytes)
    else { return [] }
    let steps = ShownSteps(page)
    guard steps.hasList, !steps.mayBeElsewhere else { return [] }
    return document.nodes.indices.filter { [.paragraph, .cell].contains(document.nodes[$0].kind) }
      .flatMap { block -> [StepReference] in
        StepPhrase.readAll(Prose(document, block: block)).flatMap { phrase in
          phrase.numbers.map { number in
            StepReference(
              number: Located(number.value, page.place(number.span)),
              target: steps.target(of: number.value, phrase, in: block))
          }
        }
      }
  }
}
