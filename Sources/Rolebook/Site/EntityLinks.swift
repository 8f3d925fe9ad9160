import Markdown

/// Links to the pages of permissions and roles, written once for all pages but for the way to the top.
///
/// A page may hold thousands of them and a site millions, so the bytes behind the root are kept.
struct EntityLinks: Sendable {
  /// Beside `Catalog.permissions`: `permissions/bigquery/x/"><code>x</code></a>`.
  private let permissions: [[UInt8]]
  /// Beside `Catalog.roles`, with the id as text.
  private let roles: [[UInt8]]

  init(_ catalog: Catalog, namesIndexFiles: Bool) {
    permissions = catalog.permissions.map { Self.tail($0.address, $0.name, namesIndexFiles) }
    roles = catalog.roles.map { Self.tail($0.address, $0.id, namesIndexFiles) }
  }

  func append(permission index: Int, _ href: Href, to html: inout [UInt8]) {
    html.append("<a href=\"")
    html.append(href.root)
    html.append(contentsOf: permissions[index])
  }

  func append(role index: Int, _ href: Href, to html: inout [UInt8]) {
    html.append("<a href=\"")
    html.append(href.root)
    html.append(contentsOf: roles[index])
  }

  private static func tail(_ address: String, _ name: String, _ namesIndexFiles: Bool) -> [UInt8] {
    var bytes = Array(Href.tail(of: address, namesIndexFiles: namesIndexFiles).utf8)
    bytes.append("\"><code>")
    bytes.appendBreaking(name)
    bytes.append("</code></a>")
    return bytes
  }
}
