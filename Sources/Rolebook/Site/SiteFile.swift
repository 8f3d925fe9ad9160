/// One file of the output: its path and how its bytes are made.
///
/// The bytes are made when the file is written, in parallel with others, and are not kept.
public struct SiteFile: Sendable {
  /// Relative to the output folder, with `/`: `roles/bigquery/bigquery.user/index.html`.
  public let path: String
  /// Appends the file's bytes to an empty buffer.
  public let render: @Sendable (inout [UInt8]) -> Void

  public init(_ path: String, render: @escaping @Sendable (inout [UInt8]) -> Void) {
    self.path = path
    self.render = render
  }
}
