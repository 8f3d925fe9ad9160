import Markdown

extension Rule {
  static let unreadFile = Rule(
    "unread-file", .pages, .error, "A file cannot be read, or is not UTF-8"
  ) { catalog in
    catalog.files.indices.compactMap { index in
      let file = catalog.files[index]
      guard let fault = file.fault else { return nil }
      switch fault {
      case .notUTF8(let offset):
        return Finding(
          "the file is \(file.text.isMarkedUTF16 ? "UTF-16, and " : "")not UTF-8",
          at: Place(FileID(index), Span(offset, offset)), label: "byte \(hex(file.text.bytes[offset]))",
          help: "save it as UTF-8", facts: [file.path])
      case .notText(let offset):
        return Finding(
          "the file holds a NUL, as no text does", at: Place(FileID(index), Span(offset, offset + 1)),
          help:
            "save it as UTF-8\(file.role == .page ? ", or give it a name without `.md` if it is no page" : "")",
          facts: [file.path])
      case .unreadable(let reason):
        return Finding(
          "the file cannot be read: \(reason)", at: Place(FileID(index), Span(0, 0)),
          help: file.role == .page
            ? "give it a name without `.md` if it is no page, or make it readable"
            : "move it out, or make it readable",
          facts: [file.path])
      case .tooLarge: return nil
      }
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }
}

extension SourceText {
  /// Whether it begins with the mark that UTF-16 begins with.
  fileprivate var isMarkedUTF16: Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }
}
