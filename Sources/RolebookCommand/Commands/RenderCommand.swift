import ArgumentParser
import Glibc
import Markdown
import Rolebook

/// `rolebook render`: one Markdown document as an HTML fragment.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Print one Markdown document as an HTML fragment.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "A Markdown file; - for standard input.")
  var file: String

  @Flag(help: "CommonMark and nothing more, raw HTML as it is: what `cmark --unsafe` prints.")
  var commonmark = false

  func run() throws {
    let source = SourceText(try read())
    var parsing = ParseOptions()
    parsing.isStrict = commonmark
    var html: [UInt8] = []
    if commonmark {
      let document = Document(parsing: source, options: parsing)
      try refuseExcess(of: document)
      document.appendHTML(to: &html, style: .commonMark)
    } else {
      try appendPage(source, to: &html)
    }
    try options.terminal.show(html)
  }

  /// A page without its front matter, its headings with their anchors.
  private func appendPage(_ source: SourceText, to html: inout [UInt8]) throws {
    let file = SourceFile(path: file, role: .page, bytes: source.bytes)
    let page = Page(reading: file, file: 0, settings: Settings())
    try refuseExcess(of: page.document)
    let anchors = Dictionary(
      page.headings.map { ($0.node, $0.anchor) }, uniquingKeysWith: { first, _ in first })
    var style = HTMLStyle()
    style.allowsRawHTML = page.frontMatter.allowsRawHTML
    style.usesAlignAttribute = true
    page.document.appendHTML(to: &html, style: style, hooks: HTMLHooks(anchor: { anchors[$0] }))
  }

  private func refuseExcess(of document: Document) throws {
    guard let excess = document.excess else { return }
    let line = document.source.lineNumber(at: Int(excess.span.start))
    throw Failure(
      .findings, "\(file):\(line): past the limit `\(excess.limit.rawValue)`, which is \(excess.allowed)")
  }

  private func read() throws -> [UInt8] {
    switch file == "-" ? Disk.readToEnd(STDIN_FILENO) : Disk.read(file, limit: Limits().fileBytes) {
    case .bytes(let bytes): return bytes
    case .tooLarge(let bytes):
      throw Failure(.disk, "\(file) has \(bytes) bytes, more than \(Limits().fileBytes)")
    case .unreadable(let words): throw Failure(.disk, "cannot read \(file): \(words)")
    }
  }
}
