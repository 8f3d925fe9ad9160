import Markdown
import Testing

@testable import Rolebook

@Suite struct CodePieceTests {
  /// Each piece as `class:text`.
  private func pieces(_ code: String, _ info: String, _ dialect: Dialect? = nil) -> [String] {
    let bytes = Array(code.utf8)
    return CodePiece.all(in: bytes, of: FenceInfo(info), dialect).map {
      "\($0.className):\(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test func coloursSQLAsTheRulesReadIt() {
    #expect(
      pieces("-- the reader\nGRANT SELECT ON sales.orders TO <role>; -- now\n", "sql", .redshift)
        == ["c:-- the reader", "w:GRANT", "w:SELECT", "w:ON", "w:TO", "p:<role>", "c:-- now"])
    #expect(
      pieces("SET db = 'x';\nUSE ROLE IDENTIFIER($role); // go", "snowflake")
        == ["w:SET", "s:'x'", "w:USE", "w:ROLE", "w:IDENTIFIER", "p:$role", "c:// go"])
    #expect(pieces("CREATE ROLE \"select\" LIMIT 10", "sql") == ["w:CREATE", "w:ROLE", "w:LIMIT", "n:10"])
  }

  @Test func coloursJSON() {
    #expect(
      pieces(#"{"a": ["x \"y\"", -1.5, true], "b" : null}"#, "json")
        == [#"k:"a""#, #"s:"x \"y\"""#, "n:-1.5", "w:true", #"k:"b""#, "w:null"])
  }

  @Test func coloursYAML() {
    #expect(
      pieces("# top\non:\n  - uses: a/b@v1 # pin\n    url: https://x.example/#y\n    say: 'it: is'\n", "yaml")
        == ["c:# top", "k:on", "k:uses", "c:# pin", "k:url", "k:say", "s:'it: is'"])
  }

  @Test func coloursShell() {
    #expect(
      pieces("cd \"$HOME\" # go\nbq load --replace -q t#1 $file\n", "sh")
        == ["w:cd", "s:\"$HOME\"", "c:# go", "k:--replace", "k:-q", "p:$file"])
  }

  @Test func coloursHCL() {
    #expect(
      pieces("resource \"x\" \"y\" {\n  role_id = \"a\" // b\n  on = a == 1\n}\n", "hcl")
        == ["w:resource", "s:\"x\"", "s:\"y\"", "k:role_id", "s:\"a\"", "c:// b", "k:on", "n:1"])
  }

  @Test(arguments: ["", "text", "markdown", "python"]) func leavesOtherLanguagesAlone(_ info: String) {
    #expect(pieces("a: 'b' # c", info) == [])
  }

  @Test(
    arguments: ["sql", "json", "yaml", "sh", "hcl"],
    ["'", "\"", "\\", "<", "${", "--", "#", "é", "\"\\", ":", "\u{0}"])
  func takesWhateverIsWritten(_ info: String, _ code: String) {
    let bytes = Array(code.utf8)
    let pieces = CodePiece.all(in: bytes, of: FenceInfo(info), nil)
    #expect(pieces.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count })
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
  }

  @Test func writesThePiecesIntoThePage() async throws {
    let build = await World(["a.md": "# A\n\n```sql\nSELECT '<&';\n```\n"]).build()
    var bytes: [UInt8] = []
    try #require(await build.site(templates: Templates(files: [])).files.first { $0.path == "a/index.html" })
      .render(&bytes)
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(
      html.contains(
        "<code class=\"language-sql\"><span class=\"w\">SELECT</span> <span class=\"s\">'&lt;&amp;'</span>;\n</code>"
      ))
  }
}
