/// The bounds on a document; libcmark 0.30.2 has inputs of 30 KB that take 17 s, and these keep them out.
public struct Limits: Sendable, Equatable {
  /// How deep quotes and lists may nest.
  public var nesting = 64
  /// How many `[` and `![` one block may hold.
  public var brackets = 2_000
  /// Bytes in a line.
  public var lineBytes = 262_144
  /// Bytes in a file.
  public var fileBytes = 2_097_152
  /// Cells that the rows of a page's tables may lack: each is added, so that a wide header and many short rows of a
  /// kilobyte each would become a table of megabytes.
  public var missingCells = 50_000

  public init() {}

  subscript(_ limit: LimitExcess.Limit) -> Int {
    switch limit {
    case .nesting: nesting
    case .brackets: brackets
    case .lineBytes: lineBytes
    case .fileBytes: fileBytes
    case .missingCells: missingCells
    }
  }
}

/// The first place where a document is past a limit.
public struct LimitExcess: Sendable, Equatable {
  public enum Limit: String, Sendable {
    case nesting, brackets
    case lineBytes = "line_bytes"
    case fileBytes = "file_bytes"
    case missingCells = "missing_cells"
  }

  public let limit: Limit
  public let allowed: Int
  public let span: Span
}
