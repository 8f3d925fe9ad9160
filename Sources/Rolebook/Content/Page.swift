import Markdown

/// A page of the site: its front matter, its parsed text and where it will be found.
public struct Page: Sendable {
  public let file: FileID
  /// The path below the content folder: `bigquery/roles.md`.
  public let path: String
  /// The address below the site's base, from `/`: `/bigquery/roles/`.
  public let address: String
  /// The digest of the file's bytes.
  public let digest: ContentDigest
  public let document: Document
  public let headings: [Heading]
  /// The kind the page has: its own, else the site's default, else a concept.
  public let kind: FrontMatter.Kind
  private let shared: Shared<FrontMatter>

  public var frontMatter: FrontMatter { shared.value }

  init(
    file: FileID, path: String, address: String, frontMatter: FrontMatter, digest: ContentDigest,
    document: Document, headings: [Heading], kind: FrontMatter.Kind
  ) {
    self.file = file
    self.path = path
    self.address = address
    self.digest = digest
    self.document = document
    self.headings = headings
    self.kind = kind
    shared = Shared(frontMatter)
  }

  /// The front matter's title, else the first heading of level 1, else the path.
  public var title: String { frontMatter.title?.value ?? headings.first { $0.level == 1 }?.text ?? path }
  public var isSuperseded: Bool { frontMatter.status?.value == .superseded }
  public var platform: String? { frontMatter.platform?.value }
  /// The folder the page lies in, empty at the top: `bigquery`.
  public var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

  public func place(_ span: Span) -> Place { Place(file, span) }
}

/// A value with many parts that is copied by one reference; every rule walks over all pages.
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
