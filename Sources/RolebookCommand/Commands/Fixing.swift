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
        let old = checked.files[Int(file)]
        try write(bytes, to: checked.workspace.root + "/" + old.path, over: old.text.bytes)
        files.insert(old.path)
      }
      fixed += patch.count
      checked = try await check()
    }
    if fixed > 0 { terminal.say(summary(fixed, files.sorted())) }
    return checked
  }

  /// Never writes over what the author saved while the check ran.
  private func write(_ bytes: [UInt8], to path: String, over old: [UInt8]) throws {
    guard Disk.read(path, limit: old.count) == .bytes(old) else {
      throw Failure(.disk, "\(path) was changed while it was checked", cure: "run it again")
    }
    do { try Disk.replace(path, bytes) } catch {
      throw Failure(.disk, "cannot write \(error.path): \(error.reason)")
    }
  }
}
