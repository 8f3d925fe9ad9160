import Markdown

/// A file of a build: its index in `Catalog.files`.
public typealias FileID = Int32

/// Where something is written: a range of bytes in one file.
public struct Place: Hashable, Sendable {
  public let file: FileID
  public let span: Span

  public init(_ file: FileID, _ span: Span) {
    self.file = file
    self.span = span
  }
}

/// A value and the place where the author wrote it.
public struct Located<Value: Sendable>: Sendable {
  public let value: Value
  public let place: Place

  public init(_ value: Value, _ place: Place) {
    self.value = value
    self.place = place
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
