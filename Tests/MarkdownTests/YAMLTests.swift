import Testing

@testable import Markdown

@Suite struct YAMLTests {
  private func read(_ text: String, from start: Int = 0) throws -> YAML? {
    try YAML.read(SourceText(text), in: Span(start, text.utf8.count))
  }

  /// The message of the fault that reading ends with, and the text from there on.
  private func fault(_ text: String) -> (message: String, at: Position)? {
    do {
      _ = try read(text)
      return nil
    } catch let fault as YAML.Fault {
      return (fault.message, SourceText(text).position(at: fault.span.start))
    } catch {
      return nil
    }
  }

  @Test(arguments: [
    ("a: &x 1\nb: *x", "anchors are not allowed", 1, 4), ("b: *x", "aliases are not allowed", 1, 4),
    ("a: !!str 1", "tags are not allowed", 1, 4), ("a: !x {b: 1}", "tags are not allowed", 1, 4),
    ("é: [1, &x [2]]", "anchors are not allowed", 1, 8),
    ("a: 1\nb: 2\na: 3", "the key `a` stands here twice", 3, 1),
    ("a: 1\n---\nb: 2", "a second document starts here", 2, 1), ("? [a]\n: 1", "a key must be text", 1, 3),
    ("a: [[[[[[[[1]]]]]]]]", "nested deeper than 8 levels", 1, 11),
    ("<<: *x", "aliases are not allowed", 1, 5),
  ])
  func refuses(_ text: String, _ message: String, _ line: Int, _ column: Int) throws {
    let fault = try #require(self.fault(text))
    #expect(fault.message == message)
    #expect(fault.at == Position(line: line, column: column))
  }

  @Test func allowsEightLevels() throws {
    #expect(try read("a: [[[[[[[1]]]]]]]") != nil)
  }

  @Test func refusesWhatIsTooLong() {
    #expect(fault("a: " + String(repeating: "x", count: YAML.sizeLimit - 3)) == nil)
    #expect(
      fault("a: " + String(repeating: "x", count: YAML.sizeLimit - 2))?.message == "longer than 65536 bytes")
  }

  @Test func refusesAThousandOpenBracketsAtOnce() {
    #expect(fault(String(repeating: "[", count: 60_000))?.message == "nested deeper than 8 levels")
    #expect(fault(String(repeating: "- ", count: 30_000))?.message == "nested deeper than 8 levels")
  }

  @Test(arguments: ["a: [", "a: b: c", "a: 'x", "\tx: 1", "a: \"\\q\"", "a: {b", "a: \u{0001}"])
  func saysWhatDoesNotParse(_ text: String) throws {
    let fault = try #require(self.fault(text))
    #expect(!fault.message.isEmpty)
    #expect(fault.at.line == 1 || fault.at.line == 2)
  }

  @Test func findsNothingInEmptyText() throws {
    #expect(try read("") == nil)
    #expect(try read("# only a comment\n\n") == nil)
  }

  @Test func knowsWhereValuesAre() throws {
    let text = "é: ü 𝄞 x\nkey: 'quoted é' # c\nlist: [a, 'ö', {k: v}]\nblock:\n  - one\n  - two\n"
    let yaml = try #require(try read(text))
    guard case .mapping(let pairs) = yaml.content else { return #expect(Bool(false), "no mapping") }
    let source = SourceText(text)
    #expect(pairs.map { source.text($0.key.span) } == ["é", "key", "list", "block"])
    #expect(
      pairs.map { source.text($0.value.span) } == [
        "ü 𝄞 x", "'quoted é'", "[a, 'ö', {k: v}]", "- one\n  - two",
      ])
    guard case .sequence(let items) = pairs[2].value.content else { return #expect(Bool(false), "no list") }
    #expect(items.map { source.text($0.span) } == ["a", "'ö'", "{k: v}"])
  }

  @Test func knowsWhereValuesAreBehindFrontMattersFence() throws {
    let text = "---\r\ntitle: Größe\r\nkind: guide\r\n---\r\n"
    let yaml = try #require(try YAML.read(SourceText(text), in: Span(5, text.utf8.count - 5)))
    guard case .mapping(let pairs) = yaml.content else { return #expect(Bool(false), "no mapping") }
    #expect(pairs.map { SourceText(text).text($0.value.span) } == ["Größe", "guide"])
    #expect(SourceText(text).position(at: pairs[1].value.span.start) == Position(line: 3, column: 7))
  }

  @Test(arguments: [
    ("a: b\nc: \"d\ne: f\n", 2, 4), ("a: b\nc: [d\n", 2, 4), ("a: b\nc: \u{1}\n", 2, 4),
    ("é: \"\\0\"\n", 1, 4), ("a: b\né: \u{7F}\n", 2, 4),
  ])
  func saysWhereTheFaultBegins(_ text: String, _ line: Int, _ column: Int) {
    #expect(fault(text)?.at == Position(line: line, column: column))
  }

  @Test func knowsWhereValuesAreOnALongLine() {
    let text = "a: [" + (0..<8_000).map { "é\($0)" }.joined(separator: ", ") + "]\n"
    let time = processorSeconds { _ = try? read(text) }
    #expect(time < 2)
  }

  @Test func tellsNothingFromQuotedNull() throws {
    for nothing in ["null", "~", "", "Null", "NULL"] {
      #expect(try read("a: \(nothing)\n")?.first?.text == nil)
    }
    for text in ["'null'", "\"~\"", "''", "\"\""] {
      #expect(try read("a: \(text)\n")?.first?.text == String(text.dropFirst().dropLast()))
    }
  }

  @Test func readsTextThatLooksLikeNumbersAsText() throws {
    for text in ["1", "true", "1.0", "2026-01-01", "0x1F"] {
      #expect(try read("a: \(text)")?.first?.text == text)
    }
  }

  @Test func readsAFileThatStartsWithAByteOrderMark() throws {
    let yaml = try #require(try read("\u{FEFF}title: x\nkind: y\n"))
    guard case .mapping(let pairs) = yaml.content else { return #expect(Bool(false), "no mapping") }
    #expect(pairs.map(\.key.text) == ["title", "kind"])
    #expect(SourceText("\u{FEFF}title: x\nkind: y\n").text(pairs[0].value.span) == "x")
  }
}

extension YAML {
  /// The value of the first key.
  fileprivate var first: YAML? {
    if case .mapping(let pairs) = content { pairs.first?.value } else { nil }
  }
}
