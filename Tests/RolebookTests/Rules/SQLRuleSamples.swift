import Markdown

@testable import Rolebook

/// A guide's SQL and claims, small enough to stand in a test.
struct SQLSample {
  let script: Script
  let access: [ScriptAccess]
  let proofs: [ClaimProof]
  let choices: [[String]]

  /// Claims are `grantee | access | object`, or with `| option` after it.
  init(
    _ script: Script, claims: [String], choices: [[String]] = [[]]
  ) throws {
    self.script = script
    self.choices = choices
    access = script.access(for: choices)
    let rows = try claims.map { row in
      let cells = row.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      return try claim(cells[0], cells[1], cells[2], options: cells.count > 3 ? [cells[3]] : [])
    }
    proofs = script.proveAll(rows, access)
  }
}

extension Script {
  /// The words at a place of its SQL.
  func text(at place: Place) -> String? {
    blocks.flatMap(\.statements).first { $0.place == place }?.text
  }
}
