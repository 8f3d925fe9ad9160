import Markdown

extension Redirect {
  /// The redirects that pages' `redirect_from` and the `_redirects` files ask for.
  static func readAll(_ pages: [Page], _ files: [SourceFile]) -> [Redirect] {
    let ofPages = pages.flatMap { page in
      page.frontMatter.redirectFrom.map { old in
        let address = old.value.hasPrefix("/") ? old.value : "/" + old.value
        return Redirect(from: Located(address, old.place), to: page.address)
      }
    }
    return ofPages
      + files.indices.filter { files[$0].role == .redirects }.flatMap { readFile(files[$0], FileID($0)) }
  }

  /// Lines of `/old /new`, with an optional status and conditions after them; `#` starts a comment.
  private static func readFile(_ file: SourceFile, _ id: FileID) -> [Redirect] {
    (1...file.text.lineCount).compactMap { number in
      let line = file.text.line(number)
      let text = file.text.text(line)
      let words = text.split(whereSeparator: \.isWhitespace)
      guard words.count > 1, !words[0].hasPrefix("#") else { return nil }
      let start = line.start + text.utf8.distance(from: text.startIndex, to: words[0].startIndex)
      let place = Place(id, Span(start, start + words[0].utf8.count))
      let condition = words.count > 2 ? words[2...].joined(separator: " ") : "301"
      return Redirect(from: Located(String(words[0]), place), to: String(words[1]), condition: condition)
    }
  }
}
