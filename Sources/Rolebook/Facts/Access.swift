extension Access {
  /// Reads an access cell: `read, future tables too`, `read and write`, `SELECT, INSERT`; nil where a word
  /// of it is not understood.
  public init?(reading text: String) {
    var rights: [Right] = []
    var includesFutureTables = false
    for phrase in Self.phrases(of: text) {
      if Self.futurePhrases.contains(phrase) {
        includesFutureTables = true
      } else if let right = Right(reading: phrase) {
        if !rights.contains(right) { rights.append(right) }
      } else {
        return nil
      }
    }
    guard !rights.isEmpty else { return nil }
    self.init(rights: rights, includesFutureTables: includesFutureTables, text: text)
  }

  private static let futurePhrases: Set<String> = [
    "future tables too", "future tables", "including future tables", "future too", "future ones too",
  ]

  /// The parts between commas, slashes, `and` and `&`, in lower case with single spaces.
  private static func phrases(of text: String) -> [String] {
    var phrases: [[Substring]] = [[]]
    let lower = text.lowercased()
    for part in lower.split(whereSeparator: { ",/&+".contains($0) }) {
      for word in part.split(whereSeparator: \.isWhitespace) {
        if word == "and" { phrases.append([]) } else { phrases[phrases.count - 1].append(word) }
      }
      phrases.append([])
    }
    return phrases.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }
}

extension Access.Right {
  /// Reads one right in lower case; privileges by name become upper case.
  fileprivate init?(reading phrase: String) {
    switch phrase {
    case "use": self = .use
    case "read": self = .read
    case "write": self = .write
    case "create": self = .create
    case "member", "member of": self = .member
    case "all", "all privileges": self = .privilege("ALL")
    default:
      let privilege = phrase.uppercased()
      guard Self.privileges.contains(privilege) else { return nil }
      self = .privilege(privilege)
    }
  }

  /// The privileges that an access cell may name.
  private static let privileges: Set<String> = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "USAGE", "CONNECT",
    "TEMPORARY", "TEMP", "EXECUTE", "ALTER", "DROP", "MODIFY", "MONITOR", "OPERATE", "OWNERSHIP",
    "USE CATALOG", "USE SCHEMA", "CREATE SCHEMA", "CREATE TABLE", "CREATE VIEW",
  ]
}
