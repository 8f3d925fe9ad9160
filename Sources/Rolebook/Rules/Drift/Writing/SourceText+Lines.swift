import Markdown

extension SourceText {
  /// How its lines end.
  var lineEnd: String {
    let first = line(1)
    let rest = bytes[first.end...]
    return rest.starts(with: [0x0D, 0x0A]) ? "\r\n" : "\n"
  }

  /// The line that holds this byte, without its end.
  func line(holding offset: Int) -> Span { line(lineNumber(at: offset)) }

  /// What stands before this byte on its line.
  func lead(of offset: Int) -> String { text(Span(line(holding: offset).start, offset)) }
}

extension Edit {
  /// Text put in where nothing is replaced.
  static func insertion(_ text: String, _ file: FileID, at offset: Int) -> Edit {
    Edit(Place(file, Span(offset, offset)), text)
  }
}
