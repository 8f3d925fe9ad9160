import Rolebook

/// Applies the fixes of findings to the author's files.
struct Fixing {
  let includesUnsafe: Bool
  /// What is said when something was fixed: of how many findings, in which files.
  var summary: (_ count: Int, _ files: [String]) -> String = { count, _ in
    "fixed \(count) finding\(count == 1 ? "" : "s")"
  }

  /// One fix may bring another to light; no chain of them is longer.
  private static let rounds = 10

  /// Checks and fixes until nothing is left that can be fixed, and returns the last check.
  func run(_ terminal: Terminal, _ check: () async throws -> Checked) async throws -> Checked {
    var checked = try await check()
    var fixed = 0
    var files: Set<String> = []
    for _ in 0..<Self.rounds {
      let patch = Patch(checked.report.findings, includesUnsafe: includesUnsafe)
      if patch.count == 0 { break }
      for (file, bytes) in patch.files(in: checked.files) {
        try write(bytes, to: checked.workspace.root + "/" + checked.files[Int(file)].path)
        files.insert(checked.files[Int(file)].path)
      }
      fixed += patch.count
      checked = try await check()
    }
    if fixed > 0 { terminal.say(summary(fixed, files.sorted())) }
    return checked
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    do { try Disk.replace(path, bytes) } catch {
      throw Failure(.disk, "cannot write \(error.path): \(error.reason)")
    }
  }
}
