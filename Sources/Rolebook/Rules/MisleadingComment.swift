extension Rule {
  static let misleadingComment = Rule(
    "misleading-comment", .sql, .info, "a comment says what the statement below it does not do"
  ) { catalog in
    catalog.judgedGuides.flatMap { $0.script.contradictedComments.map(\.finding) }
  }
}

extension ContradictedComment {
  fileprivate var finding: Finding {
    let words = self.words
    return Finding(
      words.message, at: comment.place, related: [Related(words.note, at: statement.place)],
      help: "correct the comment, or the statement", facts: words.facts)
  }

  private var words: (message: String, note: String, facts: [String]) {
    switch contradiction {
    case .noWrite(let grantee):
      (
        "the comment says write access, but `\(grantee)` gets no right to write here",
        "this gives no right to change data, and no other statement does", ["write", grantee]
      )
    case .more(let privilege):
      (
        "the comment says read access, but the statement grants `\(privilege)`",
        "this is more than reading", ["read", privilege]
      )
    case .otherSchema(let said, let granted):
      (
        "the comment says schema `\(said)`, but the statement is about `\(granted)`",
        "this grants on `\(granted)`", ["schema", said, granted]
      )
    case .existingTables:
      (
        "the comment says future tables, but the statement grants on those that exist",
        "`ALL TABLES` leaves out what is created later", ["future tables"]
      )
    }
  }
}
