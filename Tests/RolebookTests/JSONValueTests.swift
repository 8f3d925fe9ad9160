import Markdown
import Testing

@testable import Rolebook

@Suite struct JSONValueTests {
  @Test(arguments: [
    "null", " true ", "-0.5e+10", "\"a\\u00e9\\ud83d\\ude00\\n\\/\"", "[]", "[1, [2], {}]",
    "{\"a\": {\"b\": [false]}}", "\u{FEFF}{}",
  ])
  func readsEveryKindOfValue(_ text: String) throws { _ = try JSONValue(reading: SourceText(text)) }

  @Test(arguments: [
    ("", 0), ("[1,]", 3), ("{\"a\" 1}", 5), ("{a: 1}", 1), ("[1] x", 4), ("01", 0), ("\"a", 0), ("\"\n\"", 1),
    ("\"\\x\"", 3), ("nul", 0), ("[", 1), ("\"\\u12\"", 3),
  ])
  func saysWhereItIsBroken(_ text: String, _ offset: Int) {
    #expect { try JSONValue(reading: SourceText(text)) } throws: { error in
      (error as? JSONValue.Fault)?.offset == offset
    }
  }

  @Test(arguments: ["0", "-0", "10", "-1.50", "2e5", "2E-3", "0.1e+10"])
  func readsNumbersAsTheyAreWritten(_ text: String) throws {
    #expect(try JSONValue(reading: SourceText(text)).content == .number(text))
  }

  @Test(arguments: ["-", "00", "1.", "1.e2", "1e", "1e+", "1-2", "--1", "1.2.3", "+1", ".5"])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(throws: JSONValue.Fault.self) { try JSONValue(reading: SourceText(text)) }
  }

  @Test func passesOverMembersThatNobodyAsksFor() throws {
    let text = #"{"a": {"x": [1, "]}\"", {}]}, "b": [{"a": "}", "c": 2}], "c": 3, "d": {"c": "\\"}}"#
    let value = try JSONValue(reading: SourceText(text), skipping: ["a", "c"])
    #expect(value == (try JSONValue(reading: SourceText(#"{"b": [{}], "d": {}}"#))))
  }

  @Test(arguments: [#"{"a": [1, {}"#, #"{"a": ["x]}"#, #"{"a": ["x\"]}"#, #"{"a": }"#, #"{"a": [1]"#])
  func seesWhereWhatItPassesOverDoesNotEnd(_ text: String) {
    #expect(throws: JSONValue.Fault.self) {
      try JSONValue(reading: SourceText(text), skipping: ["a"])
    }
  }

  @Test func decodesTextAndKeepsPlaces() throws {
    let source = SourceText("{\"é\": [\"a\\u00e9\\ud83d\\ude00\\t\"]}")
    let item = try #require(try JSONValue(reading: source)["é"]?.array?.first)
    #expect(item.text == "aé😀\t")
    #expect(source.text(item.span) == "\"a\\u00e9\\ud83d\\ude00\\t\"")
  }

  @Test func boundsHowDeepItGoes() {
    #expect(throws: JSONValue.Fault.self) {
      try JSONValue(reading: SourceText(String(repeating: "[", count: 100_000)))
    }
  }

  @Test func readsWhatIsWritten() throws {
    var json = JSON()
    json.object { $0.member("a", "</b> \"\\ \u{1} é") }
    #expect(try JSONValue(reading: SourceText(json.finish()))["a"]?.text == "</b> \"\\ \u{1} é")
  }
}
