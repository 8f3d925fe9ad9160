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
      func place(_ word: Substring) -> Place {
        let start = line.start + text.utf8.distance(from: text.startIndex, to: word.startIndex)
        return Place(id, Span(start, start + word.utf8.count))
      }
      let condition = words.count > 2 ? words[2...].joined(separator: " ") : "301"
      return Redirect(
        from: Located(String(words[0]), place(words[0])), to: String(words[1]), toPlace: place(words[1]),
        condition: condition)
    }
  }
}

extension Redirect {
  /// Whether every reader is led on: a status of its own such as `200` shows another page, and what follows a
  /// status is a condition.
  var isUnconditional: Bool {
    ["301", "302", "303", "307", "308"].contains(
      condition.hasSuffix("!") ? String(condition.dropLast()) : condition)
  }

  /// Whether it stands for many addresses, which only a server can redirect: `/old/*`, `/news/:year`.
  var isPattern: Bool { fixedPart != nil }

  /// What all addresses of a pattern start with: `/old/`.
  var fixedPart: String? {
    guard from.value.hasPrefix("/"),
      let open = from.value.split(separator: "/").first(where: { $0 == "*" || $0.hasPrefix(":") })
    else { return nil }
    return String(from.value[..<open.startIndex])
  }

  /// Whether no file can lie there: disks take names of 255 bytes, and paths that are not much longer than a thousand.
  var isTooLong: Bool {
    from.value.utf8.count > 1_000 || from.value.split(separator: "/").contains { $0.utf8.count > 255 }
  }

  /// The address that it leads from, as `folderAddress` has it.
  var source: String { folderAddress(from.value) }
}

/// An address without its escapes, query and anchor, and with the slash at its end that the address of a page has.
func folderAddress(_ address: String) -> String {
  var path = percentDecoded(String(address.prefix { $0 != "?" && $0 != "#" }))
  if path.hasSuffix("/index.html") { path.removeLast("index.html".count) }
  let isFile = path.split(separator: "/").last?.contains(".") ?? false
  return path.hasSuffix("/") || isFile ? path : path + "/"
}
