/// A comment that says what the statement below it does not do.
struct ContradictedComment {
  enum Contradiction {
    /// It says write access, and the grantee gets no such right.
    case noWrite(grantee: String)
    /// It says read access, and more is granted.
    case more(privilege: String)
    case otherSchema(said: String, granted: String)
    /// It says future tables, and the statement grants on those that exist.
    case existingTables
  }

  let comment: SQLComment
  let statement: SQLStatement
  let contradiction: Contradiction
}

extension Script {
  /// Comments are held against their own statement, and a right that they promise against the whole script.
  var contradictedComments: [ContradictedComment] {
    let known = knownSchemas
    let written = writtenSchemas
    return blocks.flatMap { block in
      block.statements.indices.flatMap { index -> [ContradictedComment] in
        let statement = block.statements[index]
        guard !statement.comments.isEmpty, let grant = statement.plainGrant else { return [] }
        let next = index + 1 < block.statements.count ? block.statements[index + 1] : nil
        return statement.comments.compactMap { comment in
          let claim = CommentClaim(comment)
          let found =
            wrongRight(claim, grant, written) ?? wrongSchema(claim, grant, comment, known)
            ?? wrongTime(claim, grant, next)
          return found.map { ContradictedComment(comment: comment, statement: statement, contradiction: $0) }
        }
      }
    }
  }

  private typealias Contradiction = ContradictedComment.Contradiction

  private func wrongRight(
    _ claim: CommentClaim, _ grant: SQLGrant, _ written: Set<[String]>
  ) -> Contradiction? {
    switch claim.right {
    case .read: return grant.privilegesBeyondReading.first.map { .more(privilege: $0) }
    case .write:
      guard grant.isReadingOrSchemaOnly, dialect != .databricks, let grantee = grant.grantees.first,
        let schema = grant.securables.first?.value.schema
      else { return nil }
      return written.contains([grantee.value, schema]) ? nil : .noWrite(grantee: grantee.value)
    case nil: return nil
    }
  }

  private func wrongSchema(
    _ claim: CommentClaim, _ grant: SQLGrant, _ comment: SQLComment, _ known: Set<String>
  ) -> Contradiction? {
    let said = claim.schemas.intersection(known)
    guard said.count == 1, let name = said.first, grant.securables.count == 1,
      let granted = grant.securables[0].value.schema?.lowercased(), !isPlaceholder(granted)
    else { return nil }
    let last = granted.split(separator: ".").last.map(String.init) ?? granted
    guard last != name, !comment.text.lowercased().contains(last) else { return nil }
    return .otherSchema(said: name, granted: granted)
  }

  private func wrongTime(_ claim: CommentClaim, _ grant: SQLGrant, _ next: SQLStatement?) -> Contradiction? {
    guard claim.saysFutureTables, !grant.includesFutureTables,
      grant.securables.allSatisfy({ $0.value.kind == .allTables })
    else { return nil }
    if let next, next.comments.isEmpty, next.isAboutFutureTables { return nil }
    return .existingTables
  }

  /// Schemas that statements name, in lower case, without their database.
  private var knownSchemas: Set<String> {
    let mentions = statements.flatMap(\.mentions).filter { $0.family == .schema && !$0.name.isPlaceholder }
    return Set(mentions.compactMap { $0.name.value.lowercased().split(separator: ".").last.map(String.init) })
  }

  /// Who may write in which schema, by some statement of the script.
  private var writtenSchemas: Set<[String]> {
    var written: Set<[String]> = []
    for statement in statements {
      guard let grant = statement.anyGrant, grant.givesWriting else { continue }
      let schemas = grant.securables.compactMap(\.value.schema)
      for grantee in grant.grantees { for schema in schemas { written.insert([grantee.value, schema]) } }
    }
    return written
  }
}

extension SQLStatement {
  fileprivate var plainGrant: SQLGrant? { if case .grant(let grant) = effect { grant } else { nil } }

  fileprivate var anyGrant: SQLGrant? {
    if case .defaultPrivileges(let defaults) = effect { defaults.grant } else { plainGrant }
  }

  fileprivate var isAboutFutureTables: Bool {
    if case .defaultPrivileges = effect { return true }
    return plainGrant?.securables.contains { $0.value.kind == .futureTables } ?? false
  }
}

extension SQLGrant {
  private static let writing: Set<String> = ["INSERT", "UPDATE", "DELETE", "TRUNCATE", "MODIFY", "OWNERSHIP"]

  /// Whether some right is one to change data; `ALL` on a schema is none.
  fileprivate var givesWriting: Bool {
    privileges.contains { privilege in
      let verb = privilege.value.split(separator: " ").first.map(String.init) ?? privilege.value
      if Self.writing.contains(verb) { return true }
      return verb == "ALL" && securables.contains { $0.value.kind != .schema && $0.value.kind != .database }
    }
  }

  /// `SELECT` on tables, or `ALL` on a schema: what is taken for a right to write and is none.
  fileprivate var isReadingOrSchemaOnly: Bool {
    let names = Set(privileges.map(\.value))
    let kinds = Set(securables.map(\.value.kind))
    if names == ["SELECT"] { return kinds.isSubset(of: [.table, .view, .allTables]) }
    return names == ["ALL"] && kinds == [.schema]
  }

  /// Rights to change, create or own.
  fileprivate var privilegesBeyondReading: [String] {
    let kinds = Set(securables.map(\.value.kind))
    guard kinds.isSubset(of: [.table, .view, .allTables, .schema, .database]) else { return [] }
    return privileges.map(\.value).filter { Self.writing.contains($0) || $0 == "ALL" || $0 == "CREATE" }
  }
}
