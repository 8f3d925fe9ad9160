extension Rule {
  static let brokenStepReference = Rule(
    "broken-step-reference", .pages, .warning, "A passage sends readers to a step that has another number"
  ) { catalog in
    catalog.pages.indices.flatMap { index in
      catalog.facts[index].compactMap { fact -> Finding? in
        guard case .stepReference(let reference) = fact else { return nil }
        // A number that readers do not see is the fault; what refers to it follows.
        if reference.isRenumbered, catalog.judges(misnumberedStep, at: reference.number.place) { return nil }
        return finding(reference, catalog.pages[index])
      }
    }
  }

  private static func finding(_ reference: StepReference, _ page: Page) -> Finding? {
    let number = reference.number.value
    let place = reference.number.place
    switch reference.target {
    case .step: return nil
    case .nothing:
      return Finding(
        "no step here has the number `\(number)`", at: place,
        help: "write the number of the step that is meant, or name its page", facts: [page.path, "\(number)"])
    case .renumbered(let shown, let written):
      return Finding(
        "the step written `\(number)` is shown as `\(shown)`", at: place,
        related: [Related("the step", at: written)], help: "write `\(shown)`",
        fix: Fix(isSafe: true, edits: [Edit(place, "\(shown)")]), facts: [page.path, "\(number)", "\(shown)"])
    case .notBefore(let own):
      return Finding(
        "step `\(number)` does not come before this one", at: place,
        related: [Related("the step that says so", at: own)],
        help: "write the number of the step where that was done", facts: [page.path, "\(number)"])
    }
  }
}

extension StepReference {
  fileprivate var isRenumbered: Bool { if case .renumbered = target { true } else { false } }
}
