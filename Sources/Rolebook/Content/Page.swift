import Markdown

/// A page of the site: its front matter, its parsed text and where it will be found.
public struct Page: Sendable {
  struct Parts: Sendable {
    let file: FileID
    let path: String
    let address: String
    let frontMatter: FrontMatter
    let blob: BlobID
    let document: Document
    let headings: [Heading]
    let kind: FrontMatter.Kind
  }

  private let parts: Shared<Parts>

  init(_ parts: Parts) { self.parts = Shared(parts) }

  public var file: FileID { parts.value.file }
  /// The path below the content folder: `bigquery/roles.md`.
  public var path: String { parts.value.path }
  /// The address below the site's base, from `/`: `/bigquery/roles/`.
  public var address: String { parts.value.address }
  public var frontMatter: FrontMatter { parts.value.frontMatter }
  /// The id that git gives to the file's bytes.
  public var blob: BlobID { parts.value.blob }
  public var document: Document { parts.value.document }
  public var headings: [Heading] { parts.value.headings }
  /// The kind the page has: its own, else the site's default, else a concept.
  public var kind: FrontMatter.Kind { parts.value.kind }

  /// The front matter's title, else the first heading of level 1, else the path.
  public var title: String { frontMatter.title?.value ?? headings.first { $0.level == 1 }?.text ?? path }
  public var status: FrontMatter.Status { frontMatter.status?.value ?? .current }
  public var isSuperseded: Bool { frontMatter.status?.value == .superseded }
  public var platform: String? { frontMatter.platform?.value }
  /// The folder the page lies in, empty at the top: `bigquery`.
  public var folder: String { path.outerFolder ?? "" }

  public func place(_ span: Span) -> Place { Place(file, span) }

  /// Whether both are one reading of one file.
  func isSame(as other: Page) -> Bool { parts === other.parts }
}

extension String {
  /// The path of the folder that this path lies in; nil where it has none: `bigquery` for `bigquery/roles.md`.
  var outerFolder: String? { utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) } }
}

/// A value with many parts that is copied by one reference: every rule walks over all pages, several at once, and
/// they would wait for each other's counts.
private final class Shared<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

/// A heading and the anchor that links find it by.
public struct Heading: Sendable {
  /// The index of the heading in the document's nodes.
  public let node: Int
  public let level: Int
  public let text: String
  /// Unique on its page.
  public let anchor: String
  public let span: Span
}
