import Markdown

/// Writes links to addresses of the site from one page of it.
///
/// Links are relative, so that the site works under any path. A site without a `base_url` may be opened
/// from a disk, where a link to a folder shows a listing: there, links name the `index.html` they lead to.
struct Href: Sendable {
  /// From the page to the top of the site: `../../`, empty on the home page.
  let root: String
  let namesIndexFiles: Bool

  /// Links for a page at this address: `/bigquery/roles/` lies two folders below the top.
  init(from address: String, namesIndexFiles: Bool) {
    self.init(
      root: String(repeating: "../", count: Self.depth(of: address)), namesIndexFiles: namesIndexFiles)
  }

  /// How many folders below the top a page lies.
  private static func depth(of address: String) -> Int {
    max(0, address.utf8.reduce(-1) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) })
  }

  /// Links for a page that is shown at any address, as the page for errors is: `root` ends in a slash.
  init(root: String, namesIndexFiles: Bool) {
    self.root = root
    self.namesIndexFiles = namesIndexFiles
  }

  func to(_ address: String, anchor: String? = nil) -> String {
    var bytes: [UInt8] = []
    append(address, anchor: anchor, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func append(_ address: String, anchor: String? = nil, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(root)
    Self.appendTail(of: address, namesIndexFiles: namesIndexFiles, to: &bytes)
    if bytes.count == start, anchor == nil { bytes.append("./") }
    if let anchor {
      bytes.append("#")
      bytes.appendPercentEncoded(anchor)
    }
  }

  /// What follows the root in a link to this address.
  static func tail(of address: String, namesIndexFiles: Bool) -> String {
    var bytes: [UInt8] = []
    appendTail(of: address, namesIndexFiles: namesIndexFiles, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func appendTail(of address: String, namesIndexFiles: Bool, to bytes: inout [UInt8]) {
    let slash = UInt8(ascii: "/")
    bytes.appendPercentEncoded(address.utf8.first == slash ? address.utf8.dropFirst() : address.utf8[...])
    if namesIndexFiles, address.utf8.last == slash { bytes.append("index.html") }
  }
}

extension Array where Element == UInt8 {
  /// Appends a path or anchor with what RFC 3986 forbids there as `%` and two digits.
  mutating func appendPercentEncoded(_ text: String) { appendPercentEncoded(text.utf8) }

  mutating func appendPercentEncoded(_ text: some Sequence<UInt8>) {
    let done: Void? = text.withContiguousStorageIfAvailable { appendEncodedPath($0) }
    if done == nil { Array(text).withUnsafeBufferPointer { appendEncodedPath($0) } }
  }

  private mutating func appendEncodedPath(_ path: UnsafeBufferPointer<UInt8>) {
    append(path, keeping: pathBytes) { byte, bytes in bytes.appendPercentEncoded(byte) }
  }
}

/// What a path holds as it is. `&` and quotes are left out, so that the result needs no escaping in HTML.
private let pathBytes = ByteSet(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:@!$()*+,;=")
