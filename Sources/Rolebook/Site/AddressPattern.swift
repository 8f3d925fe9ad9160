import Markdown

/// An address with places for values, as settings give it: `https://example.com/edit/main/{path}`.
struct AddressPattern {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The address with these values, each encoded so that it can stand in a path or a query; other braces stay.
  func filled(_ values: [String: String]) -> String {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      bytes.append(contentsOf: rest[..<open].utf8)
      let name = String(rest[rest.index(after: open)..<close])
      if let value = values[name] {
        bytes.appendQueryEncoded(value)
      } else {
        bytes.append(contentsOf: rest[open...close].utf8)
      }
      rest = rest[rest.index(after: close)...]
    }
    bytes.append(contentsOf: rest.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Array where Element == UInt8 {
  /// Appends a value with all that is not a letter, a digit or one of `-._~/` as `%` and two digits.
  fileprivate mutating func appendQueryEncoded(_ text: String) {
    for byte in text.utf8 {
      if "!$()*+,;=:@".utf8.contains(byte) {
        append("%" + String(byte, radix: 16, uppercase: true))
      } else {
        appendPercentEncoded(String(decoding: [byte], as: UTF8.self))
      }
    }
  }
}
