import Markdown

/// A place as people and other programs name it: a file and two positions.
public struct Spot: Sendable {
  public let path: String
  public let start: Position
  /// The position after the last character.
  public let end: Position

  public init(_ place: Place, in files: [SourceFile]) {
    let file = files[Int(place.file)]
    path = file.path
    start = file.text.position(at: Int(place.span.start))
    end = file.text.position(at: Int(place.span.end))
  }

  /// `content/bigquery/roles.md:12:5`.
  public var text: String { "\(path):\(start.line):\(start.column)" }
}
