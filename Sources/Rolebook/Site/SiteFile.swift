/// One file of the output: its path and how its bytes are made.
///
/// The bytes are made when the file is written, in parallel with others, and are not kept.
public struct SiteFile: Sendable {
  /// Relative to the output folder, with `/`: `roles/bigquery/bigquery.user/index.html`.
  public let path: String
  /// Appends the file's bytes to an empty buffer.
  public let render: @Sendable (inout [UInt8]) -> Void
  /// What the bytes are made from; nil where to find that out takes as long as to make them.
  public let inputs: @Sendable () -> InputDigest?

  public init(
    _ path: String, inputs: @escaping @Sendable () -> InputDigest? = { nil },
    render: @escaping @Sendable (inout [UInt8]) -> Void
  ) {
    self.path = path
    self.inputs = inputs
    self.render = render
  }
}
