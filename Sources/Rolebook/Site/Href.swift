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
    let depth = address.utf8.reduce(-1) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) }
    self.init(root: String(repeating: "../", count: max(0, depth)), namesIndexFiles: namesIndexFiles)
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
    bytes.append(Self.tail(of: address, namesIndexFiles: namesIndexFiles))
    if bytes.count == start, anchor == nil { bytes.append("./") }
    if let anchor {
      bytes.append("#")
      bytes.appendPercentEncoded(anchor)
    }
  }

  /// What follows the root in a link to this address.
  static func tail(of address: String, namesIndexFiles: Bool) -> String {
    var bytes: [UInt8] = []
    bytes.appendPercentEncoded(address.hasPrefix("/") ? address.dropFirst() : address[...])
    if namesIndexFiles, address.hasSuffix("/") { bytes.append("index.html") }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Array where Element == UInt8 {
  /// Appends a path or anchor with what RFC 3986 forbids there as `%` and two digits.
  mutating func appendPercentEncoded(_ text: some StringProtocol) {
    for byte in text.utf8 {
      if pathBytes[Int(byte)] {
        append(byte)
      } else {
        append(UInt8(ascii: "%"))
        append(hexDigits[Int(byte >> 4)])
        append(hexDigits[Int(byte & 15)])
      }
    }
  }
}

private let hexDigits = Array("0123456789ABCDEF".utf8)

/// By byte: whether a path holds it as it is. `&` and quotes are left out, so that the result needs no
/// escaping in HTML.
private let pathBytes: [Bool] = {
  let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:@!$()*+,;=".utf8)
  return (0...255).map { allowed.contains(UInt8($0)) }
}()
