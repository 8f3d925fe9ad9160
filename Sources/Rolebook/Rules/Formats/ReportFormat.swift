/// A way to write a report down; each format is one file and one line in `all`.
public struct ReportFormat: Sendable {
  /// As the command line names it: `json`.
  public let name: String
  public let render: @Sendable (Report, ReportStyle) -> [UInt8]
  /// Markdown for a page of the service that the format is for; nil where it knows none.
  public let summary: (@Sendable (Report, ReportStyle) -> [UInt8])?

  init(
    name: String, summary: (@Sendable (Report, ReportStyle) -> [UInt8])? = nil,
    render: @escaping @Sendable (Report, ReportStyle) -> [UInt8]
  ) {
    self.name = name
    self.summary = summary
    self.render = render
  }

  public static let all: [ReportFormat] = [.text, .json, .sarif, .github, .gitlab, .junit, .rdjson]
}

/// How a report looks: the terminal for people, the folder for programs that know the repository.
public struct ReportStyle: Sendable {
  public var isColored: Bool
  /// How many columns of a source line are shown at most.
  public var columns = 160
  /// The folder of the site in its repository, with a slash at its end; empty where they are the same.
  public var folder = ""

  public init(isColored: Bool = false) { self.isColored = isColored }
}
