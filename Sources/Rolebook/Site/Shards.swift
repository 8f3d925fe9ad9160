import Markdown

extension SiteFile {
  /// A script that hands one value to whoever asked for it: see `templates/scripts/core.js`.
  init(shard path: String, value: @escaping @Sendable (inout JSON) -> Void) {
    self.init(path) { bytes in
      bytes.append("rolebook.shard(\"\(path)\",")
      var buffer: [UInt8] = []
      swap(&buffer, &bytes)
      var json = JSON(appendingTo: consume buffer, layout: .row)
      value(&json)
      // Without another owner the bytes grow where they are.
      bytes = (consume json).bytes
      bytes.append(");\n")
    }
  }
}

/// Ascending names, a line each: how many bytes it shares with the one before, as one digit in base 36, and the rest.
/// Names with other than ASCII are written whole.
func frontCoded(_ names: [String]) -> String {
  var bytes: [UInt8] = []
  var last: [UInt8] = []
  for name in names {
    let own = Array(name.utf8)
    let isASCII = own.allSatisfy { $0 < 0x80 } && last.allSatisfy { $0 < 0x80 }
    let shared = isASCII ? min(35, zip(own, last).prefix { $0 == $1 }.count) : 0
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    bytes.appendBase36(UInt32(shared))
    bytes.append(contentsOf: own[shared...])
    last = own
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension JSON {
  /// By place in the list, the file names that do not follow from the name.
  mutating func oddFiles(_ names: [(name: String, file: String)]) {
    object { json in
      for (index, entry) in names.enumerated() where entry.file != entry.name.asFileName {
        json.member(key: String(index)) { $0.value(entry.file) }
      }
    }
  }
}

extension String {
  /// What scripts make of a name: see `FileNames` for names that need more.
  fileprivate var asFileName: String { String(map { $0 == "/" ? "~" : $0 }) }

  /// The text behind a prefix, if it has that.
  func without(_ prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
