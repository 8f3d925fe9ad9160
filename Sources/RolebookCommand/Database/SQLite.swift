import CSQLite
import Rolebook

/// A new SQLite file. The same statements and rows give the same bytes.
struct SQLite: ~Copyable {
  /// Tells our databases from others, in the header: https://www.sqlite.org/pragma.html#pragma_application_id
  static let mark = "Role"

  private let path: String
  private let handle: OpaquePointer

  private init(_ path: String, _ handle: OpaquePointer) {
    self.path = path
    self.handle = handle
  }

  /// Writes into an empty file; failures name the path that it is for.
  static func create(_ file: String, for path: String) throws -> SQLite {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(file, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard code == SQLITE_OK, let handle else {
      let words = String(cString: sqlite3_errstr(code))
      sqlite3_close(handle)
      throw Failure(.disk, "cannot write \(path): \(words)")
    }
    let database = SQLite(path, handle)
    let mark = Self.mark.utf8.reduce(0) { $0 << 8 | Int($1) }
    // Nothing but a whole file is ever put in place, so that no journal is needed.
    try database.run([
      "PRAGMA page_size = 4096", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF",
      "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA application_id = \(mark)", "BEGIN",
    ])
    return database
  }

  deinit { sqlite3_close(handle) }

  func run(_ statements: [String]) throws {
    for statement in statements { try require(sqlite3_exec(handle, statement, nil, nil, nil)) }
  }

  /// Runs the last statements.
  func finish(_ statements: [String]) throws { try run(statements + ["COMMIT"]) }

  /// Returns the number of rows.
  func insert(_ table: Database.Table) throws -> Int {
    var insertion: OpaquePointer?
    try require(sqlite3_prepare_v2(handle, table.insertion, -1, &insertion, nil))
    defer { sqlite3_finalize(insertion) }
    var count = 0
    var code = SQLITE_OK
    table.rows { row in
      guard code == SQLITE_OK else { return }
      for (index, cell) in row.enumerated() { bind(cell, to: Int32(index + 1), of: insertion) }
      let result = sqlite3_step(insertion)
      sqlite3_reset(insertion)
      if result == SQLITE_DONE { count += 1 } else { code = result }
    }
    try require(code)
    return count
  }

  private func bind(_ cell: Database.Cell, to index: Int32, of statement: OpaquePointer?) {
    switch cell {
    case .text(let text):
      // SQLite copies the bytes before the call returns.
      let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), copies)
    case .number(let number): sqlite3_bind_int64(statement, index, Int64(number))
    case .none: sqlite3_bind_null(statement, index)
    }
  }

  private func require(_ code: Int32) throws {
    if code == SQLITE_OK || code == SQLITE_DONE { return }
    throw Failure(.disk, "cannot write \(path): \(String(cString: sqlite3_errmsg(handle)))")
  }
}
