/// What a page's script creates and uses, in order.
struct SymbolTable {
  /// A name at its place in the script.
  struct Entry {
    let mention: SQLMention
    /// The index of its statement; of the one that follows, where a fence names a database.
    let order: Int
    /// The database that it is run in, and where that is said; nil where nothing says it.
    let database: Located<String>?

    var place: Place { mention.name.place }
    var name: String { mention.name.value }
  }

  let dialect: Dialect
  let statements: [SQLStatement]
  let entries: [Entry]
  let existing: [ScriptObject]
  /// What the page brings in, of each family: what the script creates, then what the front matter lists.
  let definitions: [ScriptObject.Kind.Family: [Definition]]
  /// Indices of all entries and of those that create, by family and the last part of the name.
  private let index: [Key: [Int]]
  private let creations: [Key: [Int]]
  private let existingIndex: [Key: [Int]]

  /// Of all blocks where no options are chosen.
  init(_ script: Script, options: [String]?) {
    dialect = script.dialect
    existing = script.existing.compactMap { ScriptObject(existing: $0, script.dialect) }
    let blocks = script.blocks.filter { block in options.map { block.options.holds(for: $0) } ?? true }
    statements = blocks.flatMap(\.statements)
    var reader = EntryReader(dialect: script.dialect)
    for block in blocks { reader.read(block) }
    entries = reader.entries
    var index: [Key: [Int]] = [:]
    var creations: [Key: [Int]] = [:]
    for (position, entry) in entries.enumerated() {
      let key = Key(entry.mention.family, entry.name)
      index[key, default: []].append(position)
      if entry.mention.act == .create { creations[key, default: []].append(position) }
    }
    self.index = index
    self.creations = creations
    existingIndex = Dictionary(grouping: existing.indices) { [existing] in
      Key(existing[$0].kind.family, existing[$0].name)
    }
    definitions = Dictionary(
      grouping: entries.compactMap(Definition.init) + existing.map(Definition.init), by: \.kind.family)
  }

  /// Where a thing comes from: the statement that creates it, or the front matter.
  struct Definition {
    let kind: ScriptObject.Kind
    let name: String
    let place: Place
    let isExisting: Bool

    /// Nil where the entry creates nothing of a kind.
    fileprivate init?(_ entry: Entry) {
      guard entry.mention.act == .create, let kind = entry.mention.kind else { return nil }
      (self.kind, name, place, isExisting) = (kind, entry.name, entry.place, false)
    }

    fileprivate init(_ object: ScriptObject) {
      (kind, name, place, isExisting) = (object.kind, object.name, object.place, true)
    }
  }

  /// What names may share: their family, and their last part without regard to case.
  private struct Key: Hashable {
    let family: ScriptObject.Kind.Family
    let lastPart: String

    init(_ family: ScriptObject.Kind.Family, _ name: String) {
      self.family = family
      let start = name.lastIndex(of: ".").map { name.index(after: $0) } ?? name.startIndex
      lastPart = name[start...].lowercased()
    }
  }

  func statement(of entry: Entry) -> SQLStatement { statements[entry.order] }

  /// The entries that name the same thing, in order.
  func entries(like mention: SQLMention) -> [Entry] { entries(named: mention.name.value, mention.family) }

  func entries(named name: String, _ family: ScriptObject.Kind.Family) -> [Entry] {
    (index[Key(family, name)] ?? []).map { entries[$0] }.filter { names(name, $0.name, family) }
  }

  /// Where the script creates what is named.
  func creations(of mention: SQLMention) -> [Entry] {
    (creations[Key(mention.family, mention.name.value)] ?? []).map { entries[$0] }
      .filter { names(mention.name.value, $0.name, mention.family) }
  }

  /// The front matter's word that what is named exists.
  func existing(like mention: SQLMention) -> ScriptObject? {
    (existingIndex[Key(mention.family, mention.name.value)] ?? []).map { existing[$0] }.first {
      names($0.name.lowercased(), mention.name.value.lowercased(), mention.family)
    }
  }

  /// Whether two names of one family are the same thing's; where one leaves out the database, it may be.
  private func names(_ left: String, _ right: String, _ family: ScriptObject.Kind.Family) -> Bool {
    let isExact = dialect == .postgres || dialect == .bigquery
    let (left, right) = isExact ? (left, right) : (left.lowercased(), right.lowercased())
    if left == right { return true }
    return family == .schema && (left.hasSuffix("." + right) || right.hasSuffix("." + left))
  }
}

/// Goes through blocks in order and keeps track of the database that they run in.
private struct EntryReader {
  let dialect: Dialect
  private(set) var entries: [SymbolTable.Entry] = []
  private var order = 0
  private var database: Located<String>?

  init(dialect: Dialect) { self.dialect = dialect }

  mutating func read(_ block: ScriptBlock) {
    let before = database
    if let fence = block.database { enter(fence, block) }
    for statement in block.statements {
      for mention in statement.mentions { add(mention) }
      order += 1
    }
    // A fence speaks for its own block; after it nothing says where the next one runs.
    if block.database != nil { database = nil } else if block.statements.isEmpty { database = before }
  }

  private mutating func enter(_ fence: Located<String>, _ block: ScriptBlock) {
    guard !block.statements.isEmpty else { return }
    let holdsPlaceholder = isPlaceholder(fence.value)
    let text = holdsPlaceholder ? fence.value : fold(fence.value, isQuoted: false, dialect)
    let name = SQLName(value: text, place: fence.place, isPlaceholder: holdsPlaceholder)
    add(SQLMention(kind: .database, name: name, act: .enter))
  }

  private mutating func add(_ mention: SQLMention) {
    entries.append(SymbolTable.Entry(mention: mention, order: order, database: database))
    let isEntered = mention.act == .enter || (mention.act == .create && dialect == .snowflake)
    if mention.kind == .database, isEntered { database = Located(mention.name.value, mention.name.place) }
  }
}

extension Dialect {
  /// Whether a name is one that the platform itself brings along.
  func brings(_ mention: SQLMention) -> Bool {
    let name = mention.name.value.lowercased()
    let last = name.split(separator: ".").last.map(String.init) ?? name
    switch mention.family {
    case .account: return bringsAccount(name)
    case .schema: return ["public", "information_schema", "pg_catalog", "default"].contains(last)
    case .database: return Self.databases.contains(name)
    case .table, .warehouse, .variable: return false
    }
  }

  private func bringsAccount(_ name: String) -> Bool {
    if Self.accounts.contains(name) || name.contains(":") || name.contains("@") { return true }
    return ["pg_", "rds", "sys.", "snowflake.", "azure", "cloudsql"].contains { name.hasPrefix($0) }
  }

  private static let accounts: Set<String> = [
    "public", "current_user", "session_user", "current_role", "user", "postgres", "root", "awsuser",
    "accountadmin", "securityadmin", "sysadmin", "useradmin", "orgadmin", "globalorgadmin", "none", "all",
    "default", "account users", "users", "admins",
  ]

  private static let databases: Set<String> = [
    "postgres", "template0", "template1", "dev", "snowflake", "snowflake_sample_data", "main", "samples",
    "system", "hive_metastore", "defaultdb",
  ]
}
