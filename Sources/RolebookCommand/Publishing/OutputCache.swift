/// Where a site's cache keeps what it knows of one output folder. A part may be missing at any time.
struct OutputCache {
  enum Part: String {
    /// How the last build ended, and what it read and wrote.
    case builds
    /// What the published files were made from.
    case outputs
    /// A copy of the ledger.
    case published
    /// The site before the last one.
    case spare
  }

  /// Absolute, both of them.
  let root: String
  let output: String

  /// The folder that holds this part of all outputs.
  func folder(of part: Part) -> String { "\(root)/.rolebook/\(part)" }

  func path(_ part: Part) -> String { "\(folder(of: part))/\(sha256(Array(output.utf8)).prefix(16))" }
}
