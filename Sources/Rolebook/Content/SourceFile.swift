import Markdown

/// A file that the author wrote, as it was read.
public struct SourceFile: Sendable {
  /// What a file is to the site.
  public enum Part: Sendable, Equatable { case settings, page, template, redirects, asset, baseline, truth }

  /// What kept a file from being read as text.
  public enum Fault: Sendable, Equatable {
    /// The bytes from this offset on are not UTF-8.
    case notUTF8(offset: Int)
    /// A NUL stands at this offset, which no text has.
    case notText(offset: Int)
    /// The system's own words: `is a directory`, `permission denied`.
    case unreadable(String)
    /// The file has this many bytes, more than `limits: file_bytes` allows.
    case tooLarge(bytes: Int)
  }

  /// The path relative to the site's root, with `/`: `content/bigquery/roles.md`.
  public let path: String
  public let role: Part
  public let text: SourceText
  public let fault: Fault?

  public init(path: String, role: Part, bytes: [UInt8], fault: Fault? = nil) {
    self.path = path
    self.role = role
    // An asset need not be text.
    self.fault = fault ?? (role == .asset ? nil : Self.fault(of: bytes))
    self.text = SourceText(bytes)
  }

  private static func fault(of bytes: [UInt8]) -> Fault? {
    bytes.withUnsafeBufferPointer { bytes in
      firstInvalidUTF8(bytes).map { .notUTF8(offset: $0) }
        ?? bytes.firstOffset(of: 0).map { .notText(offset: $0) }
    }
  }
}

/// The offset of the first byte that is not UTF-8 by RFC 3629: no overlong forms, no surrogates.
func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var index = 0
  let count = bytes.count
  while index < count {
    while index + 8 <= count, bytes.word(at: index).isASCII { index += 8 }
    guard index < count else { return nil }
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    let length: Int
    let second: ClosedRange<UInt8>
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return index
    }
    guard index + length <= count, second.contains(bytes[index + 1]) else { return index }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return index }
    index += length
  }
  return nil
}
