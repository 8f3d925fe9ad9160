import Testing

@testable import Rolebook

@Suite struct MisnumberedStepTests {
  private func found(_ text: String) async -> PageFindings {
    await PageFindings(["page.md": "# T\n\n" + text])
  }

  @Test(arguments: [
    ("1. a\n2. b\n6. c\n4. d\n", ["6."]), ("1. a\n2. b\n4. c\n5. d\n6. e\n", ["4."]),
    ("1. a\n2. b\n2. c\n3. d\n", ["2."]), ("4. a\n2. b\n3. c\n4. d\n", ["4."]),
    ("3. a\n7. b\n5. c\n", ["7."]), ("1. a\n3. b\n4. c\n9. d\n5. e\n", ["3.", "9."]),
    ("1. a\n14. b\n15. c\n6. d\n", ["14.", "6."]),
  ])
  func findsEachSlipOnce(_ list: String, _ marks: [String]) async {
    #expect(await found(list).texts("misnumbered-step") == marks)
  }

  @Test(arguments: [
    ("1. a\n3. b\n4. c\n", "1. a\n2. b\n3. c\n"), ("4. a\n2. b\n3. c\n", "1. a\n2. b\n3. c\n"),
    ("1. a\n2. b\n6. c\n4. d\n", "1. a\n2. b\n3. c\n4. d\n"),
    (
      "1. a\n3. Copy.\n4. Paste what you copied in step 3.\n",
      "1. a\n2. Copy.\n3. Paste what you copied in step 2.\n"
    ),
  ])
  func curesAllThatFollowsFromOneSlip(_ list: String, _ fixed: String) async {
    #expect(await found(list).fixed("misnumbered-step") == "# T\n\n" + fixed)
  }

  @Test(arguments: [
    "6. a\n4. b\n5. c\n\nSee step 3.\n", "4. a\n2. b\n3. c\n\nRepeat steps 1 to 3.\n",
    "1. a\n2. b\n6. Copy.\n4. d\n5. See step 3.\n6. e\n7. See step 6.\n",
    "1. a\n2. b\n4. Copy.\n5. Paste what you copied in step 4.\n",
  ])
  func speaksForWhatRefersToItsSteps(_ text: String) async {
    let found = await found(text)
    #expect(found.messages("misnumbered-step").count == 1)
    #expect(found.messages("broken-step-reference") == [])
  }

  @Test func leavesABrokenReferenceToItsOwnRule() async {
    let found = await found("1. a\n2. b\n4. c\n5. See step 9.\n")
    #expect(found.messages("misnumbered-step").count == 1)
    #expect(found.messages("broken-step-reference") == ["no step here has the number `9`"])
  }
}
