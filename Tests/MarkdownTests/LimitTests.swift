import Testing

@testable import Markdown

/// The bounds that keep libcmark's slow inputs out.
@Suite struct LimitTests {
  private func excess(_ text: String, _ change: (inout Limits) -> Void = { _ in }) -> LimitExcess? {
    var options = ParseOptions()
    change(&options.limits)
    return Document(parsing: SourceText(text), options: options).excess
  }

  private func line(_ excess: LimitExcess?, of text: String) -> Int? {
    excess.map { SourceText(text).lineNumber(at: $0.span.start) }
  }

  @Test func refusesSeventyNestedQuotes() {
    let text = "a\n\nb\n" + String(repeating: "> ", count: 70) + "x"
    let found = excess(text)
    #expect(found?.limit == .nesting && found?.allowed == 64)
    #expect(line(found, of: text) == 4)
    #expect(excess(String(repeating: ">", count: 65) + "x")?.limit == .nesting)
    #expect(excess(String(repeating: ">", count: 64) + "x") == nil)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func refusesAListThatNestsSeventyLevels(_ end: String) {
    let text = (0..<70).map { String(repeating: "  ", count: $0) + "- x" }.joined(separator: end)
    let found = excess(text)
    #expect(found?.limit == .nesting)
    #expect(line(found, of: text) == 65)
  }

  @Test(arguments: ["\n\n", "\r\n\r\n"])
  func refusesADeepListWithEmptyLines(_ end: String) {
    let text = (0..<70).map { String(repeating: "  ", count: $0) + "- x" }.joined(separator: end)
    #expect(excess(text)?.limit == .nesting)
  }

  @Test func refusesManyMarkersInOneLine() {
    #expect(excess(String(repeating: "- ", count: 70) + "x")?.limit == .nesting)
    #expect(excess(String(repeating: "1. ", count: 70) + "x")?.limit == .nesting)
    #expect(excess(String(repeating: "> - ", count: 40) + "x")?.limit == .nesting)
  }

  @Test(arguments: [">", "> ", "- ", "1. ", "> - "])
  func refusesManyMarkersWithNothingAfterThem(_ mark: String) {
    // A line of hyphens alone is a rule.
    #expect(excess(String(repeating: mark, count: 70) + (mark == "- " ? "1." : ""))?.limit == .nesting)
  }

  @Test func refusesADeepListInAQuoteWithEmptyLines() {
    let text = (0..<70).map { "> " + String(repeating: "  ", count: $0) + "- x\n>\n" }.joined()
    #expect(excess(text)?.limit == .nesting)
  }

  @Test(arguments: [("*a **b ", "** c*"), ("**", "**"), ("[![", "](a)](a)"), ("*", "*")])
  func refusesInlinesThatNestDeep(_ start: String, _ end: String) {
    func nested(_ depth: Int) -> String {
      "a\n\n" + String(repeating: start, count: depth) + "x" + String(repeating: end, count: depth) + "\n"
    }
    let found = excess(nested(200))
    #expect(found?.limit == .nesting && line(found, of: nested(200)) == 3)
    #expect(excess(nested(20)) == nil)
    #expect(excess("| a |\n|-|\n| " + nested(200).dropFirst(3).dropLast() + " |\n")?.limit == .nesting)
  }

  @Test func refusesATableWhoseRowsLackMuch() {
    let header = String(repeating: "|a", count: 1_000) + "\n" + String(repeating: "|-", count: 1_000) + "\n"
    let text = "a\n\n" + header + String(repeating: "|b|\n", count: 100)
    #expect(line(excess(text), of: text) == 4 + 51)
    #expect(excess(text)?.limit == .missingCells)
    #expect(excess(text) { $0.missingCells = 100_000 } == nil)
  }

  @Test func looksForTheEndsOfCodeOnce() {
    let text = (1..<700).map { "e" + String(repeating: "`", count: $0) }.joined()
    let time = processorSeconds { _ = excess(text) }
    #expect(time < 1)
  }

  @Test func allowsRulesOfManyHyphens() {
    for mark in ["- ", "* ", "_ "] { #expect(excess(String(repeating: mark, count: 70)) == nil, "\(mark)") }
  }

  @Test func allowsLongFlatLists() {
    #expect(excess(String(repeating: "- x\n", count: 5_000)) == nil)
    #expect(excess(String(repeating: "1. x\n\n   more\n\n", count: 1_000)) == nil)
    #expect(excess(String(repeating: "> - x\n", count: 1_000)) == nil)
    #expect(excess(String(repeating: "> - x\n>\n>   - y\n>\n", count: 1_000)) == nil)
  }

  @Test(arguments: ["", "\n", "\r\n"])
  func refusesOpenBrackets(_ end: String) throws {
    let text = String(repeating: "![[]()" + end, count: 5_000)
    var found: LimitExcess?
    let time = processorSeconds { found = excess(text) }
    #expect(found?.limit == .brackets && found?.allowed == 2_000)
    #expect(time < 0.2)
    if !end.isEmpty { #expect(line(found, of: text) == 2_001) }
  }

  @Test(arguments: ["", "`x < y` and 1 < 2 ", "x <- y "])
  func allowsATableWithThreeThousandLinks(_ cell: String) {
    let row = "| \(cell)[a](/b) | [c][d] | x[0] |\n"
    let found = excess("| a | b | c |\n| - | - | - |\n" + String(repeating: row, count: 1_500))
    #expect(found == nil)
  }

  @Test func refusesALongLineAndALargeFile() {
    let text = "a\n" + String(repeating: "x", count: 262_145) + "\n"
    #expect(excess(text)?.limit == .lineBytes)
    #expect(line(excess(text), of: text) == 2)
    #expect(excess(String(repeating: "x", count: 262_144)) == nil)
    let large = String(repeating: "x\n", count: 1_048_577)
    #expect(excess(large)?.limit == .fileBytes)
    #expect(line(excess(large), of: large) == 1)
  }

  @Test func leavesNothingOfWhatItRefuses() {
    let document = Document(parsing: SourceText(String(repeating: ">", count: 70) + "x"))
    #expect(document.nodes.map(\.kind) == [.document])
  }

  @Test func allowsMoreWhereTheLimitIsRaised() {
    #expect(excess(String(repeating: ">", count: 70) + "x") { $0.nesting = 100 } == nil)
    #expect(excess(String(repeating: "[", count: 2_500)) { $0.brackets = 3_000 } == nil)
    #expect(excess(String(repeating: "x", count: 300_000)) { $0.lineBytes = 400_000 } == nil)
    #expect(excess(String(repeating: "x\n", count: 1_100_000)) { $0.fileBytes = 3_000_000 } == nil)
    #expect(excess("> > x") { $0.nesting = 1 }?.allowed == 1)
  }

  @Test(arguments: [
    (
      "nested lists with empty lines",
      (0..<60).map { String(repeating: "  ", count: $0) + "- x\n\n" }.joined()
        + String(repeating: String(repeating: "  ", count: 60) + "x\n\n", count: 200)
    ),
    (
      "nested lists of paragraphs",
      String(repeating: (0..<60).map { String(repeating: "  ", count: $0) + "- x\n\n" }.joined(), count: 8)
    ),
    ("emphasis in quotes", String(repeating: String(repeating: "> ", count: 60) + "*a **b\n", count: 230)),
    ("emphasis", String(repeating: "*a **b ", count: 4_000)),
    ("backtick runs", (1..<240).map { String(repeating: "`", count: $0) + "x" }.joined()),
    ("unclosed destinations", String(repeating: "[a](<b", count: 5_000)),
    ("mixed emphasis", String(repeating: "*a _b ", count: 5_000)),
    ("CDATA", String(repeating: "<![CDATA[", count: 3_300)),
    ("comments", String(repeating: "<!-- ", count: 6_000)),
    ("declarations", String(repeating: "<!A ", count: 7_000)),
    ("instructions", String(repeating: "<? ", count: 10_000)),
    ("definitions", String(repeating: "[a]: b\n", count: 4_300)),
    ("open definitions", String(repeating: "[a]: b '", count: 3_700)),
    ("tables", String(repeating: "a\n| b |\n| - |\n", count: 2_100)),
    ("table after table", String(repeating: "| a |\n| - |\n", count: 2_500)),
    ("empty links", String(repeating: "[]() ", count: 6_000)),
    ("entities", String(repeating: "&a", count: 15_000)),
    ("pipes", String(repeating: "|", count: 15_000) + "\n" + String(repeating: "|-", count: 7_500) + "|"),
    ("backslashes", String(repeating: "\\`", count: 15_000)),
    ("code with open ticks", String(repeating: "`a ``b ", count: 4_200)),
    ("rows of open brackets", "| a |\n| - |\n" + String(repeating: "| [x |\n", count: 1_900)),
    ("wide rows", "|a|b|\n|-|-|\n" + String(repeating: "|", count: 30_000)),
  ])
  func parsesSlowInputsWithinASecond(_ name: String, _ text: String) {
    #expect(text.utf8.count <= 200_000 && text.utf8.count > 10_000, "\(name): \(text.utf8.count)")
    let time = processorSeconds {
      var bytes: [UInt8] = []
      Document(parsing: SourceText(text)).appendHTML(to: &bytes)
    }
    #expect(time < 1, "\(name): \(time)")
  }
}
