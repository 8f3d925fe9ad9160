import Markdown

extension Rule {
  static let misnumberedStep = Rule(
    "misnumbered-step", .pages, .warning, "A step is written with another number than readers see",
    judging: .pages { judged in
      let page = judged.page
      let misled = MisledReferences(judged.facts)
      return page.document.indices(of: .list).filter { page.document.nodes[$0].isOrdered }
        .flatMap { findings(StepNumbering(list: $0, of: page.document), misled, page) }
    })

  private static func findings(_ numbering: StepNumbering, _ misled: MisledReferences, _ page: Page)
    -> [Finding]
  {
    if let start = numbering.meantStart { return [wrongStart(numbering, start, page)] }
    return numbering.slips.map { slip($0, misled, page) }
  }

  /// One finding for all numbers that are off by the same, and for what refers to them.
  private static func slip(_ numbers: [StepNumbering.Number], _ misled: MisledReferences, _ page: Page)
    -> Finding
  {
    let marks = numbers.map { StepMark($0.item, writtenAs: $0.shown, page) }
    let references = marks.flatMap { misled.references(to: $0.place) }
    return Finding(
      "step is written `\(marks[0].text)` and shown as `\(marks[0].fixed)`", at: marks[0].place,
      related: following(marks)
        + references.map { Related("this sends readers to `\($0.number.value)`", at: $0.number.place) },
      help: "write `\(marks[0].fixed)`, or start a list of its own",
      fix: Fix(
        isSafe: marks.allSatisfy(\.keepsIndentation),
        edits: marks.map(\.edit) + references.map { Edit($0.number.place, "\($0.shown)") }),
      facts: [page.path, marks[0].text, marks[0].fixed])
  }

  private static func following(_ marks: [StepMark]) -> [Related] {
    guard marks.count > 1, let last = marks.last else { return [] }
    let words = marks.count == 2 ? "so is this one" : "so are those up to this one"
    return [Related(words, at: last.place)]
  }

  /// All other numbers follow from another first one.
  private static func wrongStart(_ numbering: StepNumbering, _ start: Int, _ page: Page) -> Finding {
    let mark = StepMark(numbering.numbers[0].item, writtenAs: start, page)
    let next = numbering.numbers[1]
    let second = StepMark(next.item, writtenAs: next.shown, page)
    return Finding(
      "a list begins with `\(mark.text)` and goes on with `\(second.text)`", at: mark.place,
      related: [Related("readers see this as `\(second.fixed)`", at: second.place)],
      help: "write `\(mark.fixed)`",
      fix: Fix(isSafe: mark.keepsIndentation, edits: [mark.edit]),
      facts: [page.path, mark.text, mark.fixed])
  }
}

/// The number of a step with the sign after it, and what it should be.
private struct StepMark {
  let place: Place
  let text: String
  let fixed: String
  /// Whether the step's further lines, if it has any, stay indented as far as its text.
  let keepsIndentation: Bool

  init(_ item: Int, writtenAs number: Int, _ page: Page) {
    let span = page.document.nodes[item].span
    let source = page.document.source
    let digits = source.bytes[span.range].prefix { (0x30...0x39).contains($0) }
    let mark = Span(span.start, span.start + digits.count + 1)
    place = page.place(mark)
    text = source.text(mark)
    fixed = "\(number)" + text.suffix(1)
    keepsIndentation =
      text.utf8.count == fixed.utf8.count
      || source.lineNumber(at: span.start) == source.lineNumber(at: max(span.start, span.end - 1))
  }

  var edit: Edit { Edit(place, fixed) }
}

/// The passages that send readers to a step by a number that they do not see, by the place of the step's number.
private struct MisledReferences {
  private var byStep: [Int: [(number: Located<Int>, shown: Int)]] = [:]

  init(_ facts: [Fact]) {
    for case .stepReference(let reference) in facts {
      guard case .renumbered(let shown, let step) = reference.target else { continue }
      byStep[step.span.start, default: []].append((reference.number, shown))
    }
  }

  func references(to step: Place) -> [(number: Located<Int>, shown: Int)] { byStep[step.span.start] ?? [] }
}
