import Markdown

/// Writes what is new upstream into the pages.
struct GrowthUpdate {
  private let drift: Drift
  /// The edits that declare what is new, by service; a service is left out where there is no table to write to.
  private let rows: [String: [Edit]]
  /// Names of complete services that no table declares and none will: an entry that names one would be unknown.
  private let undeclarable: Set<String>
  private let pages: [FileID: Page]

  init(_ drift: Drift) {
    self.drift = drift
    let services = drift.newServices
    var rows: [String: [Edit]] = [:]
    if !services.isEmpty {
      let tables = PermissionTables(of: drift.platform, in: drift.catalog)
      for new in services {
        let edits = tables.adding(new.names, of: new.service)
        if !edits.isEmpty { rows[new.service] = edits }
      }
    }
    self.rows = rows
    undeclarable = Set(services.filter { rows[$0.service] == nil }.flatMap(\.names))
    pages = Dictionary(drift.catalog.pages.map { ($0.file, $0) }) { first, _ in first }
  }

  func fix(_ new: NewOfService) -> Fix? { rows[new.service].map { Fix(isSafe: false, edits: $0) } }

  func fix(_ role: DriftedRole, adding names: [String]) -> Fix? {
    let writable = names.filter { !undeclarable.contains($0) }
    guard !writable.isEmpty, let page = pages[role.documented.declaration.id.place.file],
      let list = RoleList(of: role.documented, on: page)
    else { return nil }
    return Fix(isSafe: false, edits: list.adding(writable))
  }
}
