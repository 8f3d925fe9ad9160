import ArgumentParser
import Glibc
import Markdown

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
    let document = Document(parsing: source, options: parsing)
    if let excess = document.excess {
      let line = source.lineNumber(at: Int(excess.span.start))
      throw Failure(
        .findings, "\(file):\(line): past the limit `\(excess.limit.rawValue)`, which is \(excess.allowed)")
    }
    var html: [UInt8] = []
    document.appendHTML(to: &html, style: commonmark ? .commonMark : HTMLStyle())
    options.terminal.show(html)
  }

  private func read() throws -> [UInt8] {
    switch file == "-" ? Disk.readToEnd(STDIN_FILENO) : Disk.read(file, limit: Limits().fileBytes) {
    case .bytes(let bytes): return bytes
    case .tooLarge(let bytes): throw Failure(.disk, "\(file) has \(bytes) bytes, more than \(Limits().fileBytes)")
    case .unreadable(let words): throw Failure(.disk, "cannot read \(file): \(words)")
    }
  }
}
