import Testing

@testable import Markdown

/// The examples of the CommonMark and GFM specifications.
@Suite struct SpecificationTests {
  @Test func printsEveryCommonMarkExampleAsTheSpecificationDoes() throws {
    let examples = try Example.read("commonmark-0.30-spec.txt")
    #expect(examples.count == 652)
    var options = ParseOptions()
    options.isStrict = true
    for example in examples {
      let html = example.html(options, .commonMark)
      #expect(html == example.html, "example \(example.number): \(example.markdown)")
    }
  }

  @Test(arguments: ["gfm-0.29-spec.txt", "gfm-extensions.txt"])
  func printsEveryTableExampleAsGitHubDoes(_ file: String) throws {
    let examples = try Example.read(file).filter { $0.isTable }
    #expect(examples.count >= 8)
    var style = HTMLStyle.commonMark
    style.usesAlignAttribute = true
    for example in examples {
      let html = example.html(ParseOptions(), style)
      #expect(html == example.html, "\(file), example \(example.number): \(example.markdown)")
    }
  }
}
