import Testing

@testable import Rolebook

@Suite struct MarkTests {
  /// What a role holds by one mark, in a matrix that has plain marks besides.
  private func holds(_ mark: String, beside other: String = "", settings: String = "") async -> String {
    let text =
      "| Permission | `r` |\n| - | - |\n| `a.b.get` | \(mark) |\n| `a.b.set` | ✓ |\n| `a.b.x` | ✗ |\n\n\(other)"
    let stated = await Stated("reference", text, settings: settings)
    guard let role = stated.roles.first else { return "no matrix" }
    if let condition = role.conditions.first { return condition.condition }
    return role.entries.contains { $0.name.value == "a.b.get" } ? "yes" : "no"
  }

  @Test(arguments: [
    "✓", "✔", "✔️", "✅", "☑", "x", "X", "yes", "Yes.", "**Yes**", "Y", "●", "true", ":white_check_mark:",
    ":heavy_check_mark:", "{{< icon name=\"check\" >}}", "{{< yes >}}",
    "{% octicon \"check\" aria-label=\"ok\" %}",
    "**{check-circle}** Yes", "✅ Yes", "![yes](check.svg)", "[✓](why.md)", "`yes`", "√",
  ])
  func knowsAYes(_ mark: String) async { #expect(await holds(mark) == "yes") }

  @Test(arguments: [
    "", "✗", "✘", "❌", "no", "No", "N", "–", "—", "-", "○", "n/a", ":x:", "{{< icon name=\"x\" >}}", "🚫",
    "**{dotted-circle}** No", "❌ No", "false", "No (see below)",
  ])
  func knowsANo(_ mark: String) async { #expect(await holds(mark) == "no") }

  @Test(arguments: [
    ("✓ (own)", "own"), ("Yes, if owner", "if owner"), ("Yes (only on projects)", "only on projects"),
    ("Partial", "Partial"), ("own only", "own only"), ("No, unless owner", "No, unless owner"),
    ("✓ *", "see note *"),
    ("✓ (9)", "see note 9"), ("✓<sup>9</sup>", "see note 9"), ("Yes [9]", "see note 9"),
    ("(9)", "see note 9"),
    ("✓ [9](#n)", "see note 9"), ("✓<br>own", "own"), ("✓¹", "see note ¹"),
  ])
  func keepsACondition(_ mark: String, _ condition: String) async { #expect(await holds(mark) == condition) }

  @Test(arguments: ["perhaps", "read", "3", "`a.b.c`", "see below", "Yesterday", "100"])
  func takesOtherTextForNoMark(_ text: String) async { #expect(await holds(text) == "no matrix") }

  @Test func readsTheNotesThatMarksReferTo() async {
    #expect(await holds("✓ (1)", beside: "1. Own projects only.\n2. x\n") == "Own projects only.")
    #expect(await holds("✓[^a]", beside: "[^a]: On public projects.\n") == "On public projects.")
    #expect(await holds("(2)", beside: "Notes:\n\n1. x\n2. Not on Sundays\n") == "Not on Sundays")
    #expect(await holds("✓ (1)", beside: "## Next\n\n1. another list\n") == "see note 1")
  }

  @Test func takesAnXBesideCheckMarksForACross() async {
    let text = "| Permission | `r` |\n| - | - |\n| `a.b.get` | ✓ |\n| `a.b.set` | x |\n"
    #expect(await Stated("reference", text).roles.map { $0.entries.map(\.name.value) } == [["a.b.get"]])
    let only = await Stated("reference", text.replacing("✓", with: " "))
    #expect(only.roles.map { $0.entries.map(\.name.value) } == [["a.b.set"]])
  }

  @Test func knowsTheMarksOfAProfile() async {
    let settings = "tables: [{shape: matrix, marks: {yes: [ja], no: [x], conditional: [teils]}}]"
    #expect(await holds("Ja", settings: settings) == "yes")
    #expect(await holds("x", settings: settings) == "no")
    #expect(await holds("teils", settings: settings) == "teils")
    #expect(await holds("ja (eigene)", settings: settings) == "eigene")
  }
}
