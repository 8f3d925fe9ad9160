/// The schemes that a link may have.
public enum LinkScheme {
  /// Whether an address is relative or has a scheme that cannot run code.
  public static func isAllowed(_ address: some Collection<UInt8>) -> Bool {
    guard let scheme = scheme(of: address) else { return true }
    return ["http", "https", "mailto", "tel", "ftp"].contains(scheme)
  }

  /// The lower-case scheme of an address, by RFC 3986; nil where it has none.
  public static func scheme(of address: some Collection<UInt8>) -> String? {
    // Browsers pass over control characters and blanks in a scheme.
    var letters: [UInt8] = []
    for byte in address where byte > 0x20 {
      if byte == .colon { return letters.isEmpty ? nil : String(decoding: letters, as: UTF8.self) }
      let isFirst = letters.isEmpty
      let isOther = byte.isDigit || byte == .hyphen || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      guard byte.isLetter || (!isFirst && isOther) else { return nil }
      letters.append(byte.isLetter ? byte | 0x20 : byte)
    }
    return nil
  }
}

extension Array where Element == UInt8 {
  /// Appends an address for an attribute: what may not stand in one is percent-encoded, as libcmark does.
  public mutating func append(escapingAddress address: some Sequence<UInt8>) {
    let done: Void? = address.withContiguousStorageIfAvailable { appendEscapedAddress($0) }
    if done == nil { Array(address).withUnsafeBufferPointer { appendEscapedAddress($0) } }
  }

  private mutating func appendEscapedAddress(_ address: UnsafeBufferPointer<UInt8>) {
    append(address, keeping: addressBytes) { byte, bytes in
      switch byte {
      case UInt8(ascii: "&"): bytes.append("&amp;")
      case UInt8(ascii: "'"): bytes.append("&#x27;")
      default: bytes.appendPercentEncoded(byte)
      }
    }
  }

  public mutating func append(escapingAddress address: String) { append(escapingAddress: address.utf8) }

  /// Appends text in runs of what may stand as it is; `escape` writes each other byte.
  public mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, keeping plain: ByteSet, escape: (UInt8, inout [UInt8]) -> Void
  ) {
    var done = 0
    for (index, byte) in text.enumerated() where !plain.contains(byte) {
      append(contentsOf: UnsafeBufferPointer(rebasing: text[done..<index]))
      escape(byte, &self)
      done = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[done...]))
  }

  /// Appends a byte as `%` and two digits.
  public mutating func appendPercentEncoded(_ byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(hexDigit(byte >> 4))
    append(hexDigit(byte & 15))
  }
}

/// What an address holds as it is.
private let addressBytes = ByteSet(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~")

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

/// A set of ASCII bytes in two words.
public struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  public init(_ bytes: StaticString) {
    for byte in UnsafeBufferPointer(start: bytes.utf8Start, count: bytes.utf8CodeUnitCount) {
      if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
    }
  }

  public func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low & (1 << UInt64(byte)) != 0 : byte < 128 && high & (1 << UInt64(byte - 64)) != 0
  }
}
