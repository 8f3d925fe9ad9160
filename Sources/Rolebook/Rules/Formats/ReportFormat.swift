/// A way to write a report down; each format is one file and one line in `all`.
public struct ReportFormat: Sendable {
  /// As the command line names it: `json`.
  public let name: String
  public let render: @Sendable (Report, ReportStyle) -> [UInt8]

  public static let all: [ReportFormat] = [.text, .json]
}

/// How a report for people looks; other programs' formats ignore it.
public struct ReportStyle: Sendable {
  public var isColored: Bool
  /// How many columns of a source line are shown at most.
  public var columns = 160

  public init(isColored: Bool = false) { self.isColored = isColored }
}
