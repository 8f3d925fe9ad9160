import Testing

@testable import Rolebook

@Suite struct BrokenStepReferenceTests {
  /// `misnumbered-step` speaks of these where it is on.
  private static let withoutNumbers = "rules: {misnumbered-step: off}"

  private func numbers(_ text: String) async -> [String] {
    await PageFindings(["page.md": "# T\n\n" + text]).texts("broken-step-reference")
  }

  @Test(arguments: [
    ("See step 4.", ["4"]), ("see step 4", ["4"]), ("Go back to Step 9.", ["9"]),
    ("Repeat steps 2–5.", ["5"]),
    ("Repeat steps 4 through 6 for each table.", ["4", "6"]), ("Do steps 1, 2, and 7 again.", ["7"]),
    ("(see **step 4**)", ["4"]), ("Use step 12 of this guide.", ["12"]), ("> See step 8 above.", ["8"]),
    ("| a |\n| - |\n| as in step 7 |", ["7"]), ("It works. [x](y.z). See step 4.", ["4"]),
  ])
  func findsANumberThatNoStepHas(_ text: String, _ expected: [String]) async {
    #expect(await numbers("1. a\n2. b\n3. c\n\n" + text + "\n") == expected)
    #expect(await numbers(text + "\n\n1. a\n2. b\n3. c\n") == expected)
  }

  @Test(arguments: [
    "Step 4: more", "Step 4 of the wizard.", "step 4.1", "step 4a", "Steps to take: 5", "Click Step 4.",
    "the three-step 4", "footstep 4", "[see](ref.md) step 4", "[step 4](#x)", "step four", "`step 4`",
    "Complete step 4 in the setup guide.", "on the Step 4 page", "step 4/5", "Next 5 steps",
  ])
  func leavesOtherNumbersAlone(_ text: String) async {
    #expect(await numbers("1. a\n2. b\n3. c\n\n" + text + "\n") == [])
  }

  @Test func looksInItsOwnSectionAndBefore() async {
    let sections =
      "## A\n\n1. a\n2. See step 3.\n\n## B\n\n1. a\n2. b\n3. c\n\n## C\n\n1. See step 3.\n2. b\n"
    #expect(await numbers(sections) == ["3"])
  }

  @Test func leadsToTheNumberThatReadersSee() async {
    let page = "1. a\n2. b\n4. Copy it.\n5. Paste it.\n\nIf step 4 or step 5 fails, see step 4.\n"
    let found = await PageFindings(["page.md": "# T\n\n" + page], settings: Self.withoutNumbers)
    #expect(
      found.messages("broken-step-reference") == ["the step written `5` is shown as `4`"])
  }

  @Test func followsTheAuthorsNumbersInsideTheirList() async {
    let found = await PageFindings(
      ["page.md": "# T\n\n1. a\n2. b\n4. Copy it.\n5. Paste what you copied in step 4.\n"],
      settings: Self.withoutNumbers)
    #expect(found.messages("broken-step-reference") == ["the step written `4` is shown as `3`"])
    #expect(found.fixed("broken-step-reference").hasSuffix("copied in step 3.\n"))
  }

  @Test func knowsWhatCannotBeDoneYet() async {
    let found = await PageFindings([
      "page.md": "# T\n\n1. Paste the key that you copied in step 2.\n2. Copy the key.\n"
    ])
    #expect(found.messages("broken-step-reference") == ["step `2` does not come before this one"])
  }
}
