/// Words of a statement that its dialect does not have and another has, both by their manuals.
public struct ForeignSyntax: Sendable {
  /// As written in manuals: `ON FUTURE TABLES`.
  public let words: String
  /// Where these words stand.
  public let place: Place
  public let dialects: [Dialect]
  /// What the statement's own dialect has for it, in words; nil where it has nothing of the kind.
  public let cure: String?
}

extension ForeignSyntax {
  /// The first such words of a statement.
  init?(
    in tokens: ArraySlice<SQLToken>, of code: [UInt8], _ dialect: Dialect?, _ place: (Range<Int>) -> Place
  ) {
    guard let dialect, let verb = tokens.first else { return nil }
    let statement = ForeignStatement(tokens: Array(tokens), code: code, dialect: dialect)
    let found =
      verb.kind == .command ? statement.command : statement.foreignName ?? statement.find(verb.keyword)
    guard let found, !found.dialects.contains(dialect) else { return nil }
    words = found.words
    dialects = found.dialects
    cure = found.cure[dialect]
    self.place = place(found.range)
  }
}

/// The tokens of a statement, searched for what only other dialects have.
private struct ForeignStatement {
  struct Words {
    let words: String
    let range: Range<Int>
    let dialects: [Dialect]
    var cure: [Dialect: String] = [:]
  }

  let tokens: [SQLToken]
  let code: [UInt8]
  let dialect: Dialect

  func find(_ verb: String) -> Words? {
    switch verb {
    case "GRANT", "REVOKE": grant
    case "ALTER": alter
    case "CREATE": create
    case "USE": use
    default: nil
    }
  }

  /// psql is the client of PostgreSQL, and of Redshift.
  var command: Words? {
    let text = tokens[0].text
    guard text.hasPrefix("\\c ") || text.hasPrefix("\\connect ") else { return nil }
    return Words(
      words: "\\c", range: tokens[0].range, dialects: [.postgres, .redshift],
      cure: [.snowflake: "`USE DATABASE`", .databricks: "`USE CATALOG`"])
  }

  /// `` `name` ``, which PostgreSQL, Redshift and Snowflake cannot read.
  var foreignName: Words? {
    let quoted = tokens.first { $0.kind == .quotedName && code[$0.range.lowerBound] == UInt8(ascii: "`") }
    let cure = "double quotes"
    return quoted.map {
      Words(
        words: "a name in backticks", range: $0.range, dialects: [.bigquery, .databricks],
        cure: [.postgres: cure, .redshift: cure, .snowflake: cure])
    }
  }

  private var grant: Words? {
    role ?? future ?? scoped ?? grantee
  }

  /// `GRANT ROLE a TO b`: in PostgreSQL a role is granted by its name alone.
  private var role: Words? {
    guard tokens.count > 3, tokens[1].keyword == "ROLE", tokens[2].keyword != "TO", !holds("ON") else {
      return nil
    }
    return Words(
      words: "\(tokens[0].keyword) ROLE", range: tokens[0].range.lowerBound..<tokens[1].range.upperBound,
      dialects: [.redshift, .snowflake, .databricks, .bigquery],
      cure: [.postgres: "`\(tokens[0].keyword)` with the role's name alone"])
  }

  /// `ON FUTURE TABLES IN SCHEMA s`.
  private var future: Words? {
    guard let range = range(of: "ON", "FUTURE") else { return nil }
    let cure = "`ALTER DEFAULT PRIVILEGES`"
    let inherited = "a grant on the schema, which later tables inherit"
    return Words(
      words: "ON FUTURE", range: range, dialects: [.snowflake],
      cure: [.postgres: cure, .redshift: cure, .databricks: inherited, .bigquery: inherited])
  }

  /// Redshift's `FOR TABLES IN SCHEMA s`.
  private var scoped: Words? {
    guard !holds("ON"), let range = range(of: "FOR", "TABLES", "IN", "SCHEMA") else { return nil }
    return Words(
      words: "FOR TABLES IN SCHEMA", range: range, dialects: [.redshift],
      cure: [
        .postgres: "`ON ALL TABLES IN SCHEMA` and `ALTER DEFAULT PRIVILEGES`",
        .snowflake: "`ON ALL TABLES IN SCHEMA` and `ON FUTURE TABLES IN SCHEMA`",
      ])
  }

  /// `TO ROLE`, `TO USER`, `TO GROUP` where grantees bear other words, or none.
  private var grantee: Words? {
    let preposition = tokens[0].keyword == "GRANT" ? "TO" : "FROM"
    guard let index = tokens.lastIndex(where: { $0.keyword == preposition }), index + 2 < tokens.count else {
      return nil
    }
    let kind = tokens[index + 1].keyword
    // `TO ROLE, b` grants to somebody of that name.
    guard tokens[index + 2].kind == .word || tokens[index + 2].kind == .quotedName else { return nil }
    let range = tokens[index].range.lowerBound..<tokens[index + 1].range.upperBound
    let words = "\(preposition) \(kind)"
    let bare = "`\(preposition)` with the name alone"
    switch kind {
    case "ROLE":
      return Words(
        words: words, range: range, dialects: [.redshift, .snowflake, .databricks],
        cure: [.postgres: bare, .bigquery: "`\(preposition) \"group:name@example.com\"`"])
    case "USER":
      return Words(
        words: words, range: range, dialects: [.snowflake, .databricks],
        cure: [.postgres: bare, .redshift: bare, .bigquery: "`\(preposition) \"user:name@example.com\"`"])
    case "GROUP":
      return Words(
        words: words, range: range, dialects: [.redshift, .postgres, .databricks],
        cure: [.snowflake: "`\(preposition) ROLE`", .bigquery: "`\(preposition) \"group:name@example.com\"`"])
    default: return nil
    }
  }

  /// `ALTER DEFAULT PRIVILEGES`.
  private var alter: Words? {
    guard let range = range(of: "ALTER", "DEFAULT", "PRIVILEGES") else { return nil }
    let inherited = "a grant on the schema, which later tables inherit"
    return Words(
      words: "ALTER DEFAULT PRIVILEGES", range: range, dialects: [.postgres, .redshift],
      cure: [
        .snowflake: "`GRANT … ON FUTURE TABLES IN SCHEMA`", .databricks: inherited, .bigquery: inherited,
      ])
  }

  private var create: Words? {
    guard tokens.count > 2 else { return nil }
    let range = tokens[0].range.lowerBound..<tokens[1].range.upperBound
    switch tokens[1].keyword {
    case "SCHEMA": return authorization
    case "GROUP":
      return Words(
        words: "CREATE GROUP", range: range, dialects: [.redshift, .postgres, .databricks],
        cure: [.snowflake: "`CREATE ROLE`"])
    case "USER", "ROLE":
      if dialect == .bigquery {
        let words = "CREATE \(tokens[1].keyword)"
        return Words(words: words, range: range, dialects: [.redshift, .postgres, .snowflake])
      }
      return tokens[1].keyword == "USER" ? password : login
    case "WAREHOUSE":
      return Words(words: "CREATE WAREHOUSE", range: range, dialects: [.snowflake])
    default: return nil
    }
  }

  /// `CREATE SCHEMA s AUTHORIZATION u`.
  private var authorization: Words? {
    guard let token = tokens.first(where: { $0.keyword == "AUTHORIZATION" }) else { return nil }
    let cure = "`GRANT OWNERSHIP ON SCHEMA`"
    return Words(
      words: "AUTHORIZATION", range: token.range, dialects: [.postgres, .redshift], cure: [.snowflake: cure])
  }

  /// `PASSWORD 'secret'` and Snowflake's `PASSWORD = 'secret'`.
  private var password: Words? {
    guard let index = tokens.firstIndex(where: { $0.keyword == "PASSWORD" }), index + 1 < tokens.count else {
      return nil
    }
    if tokens[index + 1].isSymbol("=") {
      return Words(
        words: "PASSWORD =", range: tokens[index].range.lowerBound..<tokens[index + 1].range.upperBound,
        dialects: [.snowflake],
        cure: [.postgres: "`PASSWORD` without the sign", .redshift: "`PASSWORD` without the sign"])
    }
    guard tokens[index + 1].kind == .string else { return nil }
    return Words(
      words: "PASSWORD without `=`", range: tokens[index].range, dialects: [.postgres, .redshift],
      cure: [.snowflake: "`PASSWORD =`"])
  }

  /// PostgreSQL's roles that may log in.
  private var login: Words? {
    guard let token = tokens.dropFirst(3).first(where: { ["LOGIN", "PASSWORD"].contains($0.keyword) }) else {
      return nil
    }
    return Words(
      words: "CREATE ROLE … \(token.keyword)", range: token.range, dialects: [.postgres],
      cure: [.redshift: "`CREATE USER`", .snowflake: "`CREATE USER`"])
  }

  /// Snowflake's `USE ROLE` and `USE WAREHOUSE`.
  private var use: Words? {
    guard tokens.count > 2, ["ROLE", "WAREHOUSE"].contains(tokens[1].keyword) else { return nil }
    return Words(
      words: "USE \(tokens[1].keyword)", range: tokens[0].range.lowerBound..<tokens[1].range.upperBound,
      dialects: [.snowflake])
  }

  private func holds(_ keyword: String) -> Bool { tokens.contains { $0.keyword == keyword } }

  /// The bytes of these keywords where they follow each other.
  private func range(of keywords: String...) -> Range<Int>? {
    guard tokens.count >= keywords.count else { return nil }
    for start in 0...(tokens.count - keywords.count)
    where keywords.indices.allSatisfy({ tokens[start + $0].keyword == keywords[$0] }) {
      return tokens[start].range.lowerBound..<tokens[start + keywords.count - 1].range.upperBound
    }
    return nil
  }
}
