import Testing

/// A page `page.md` that a rule must find nothing on, beside the reference page.
struct NearMiss: CustomTestStringConvertible, Sendable {
  let rule: String
  let why: String
  let page: String
  var others: [String: String] = [:]
  var settings = ""
  /// A dump of the real system as JSON, which `page.md` and the reference page are held against.
  var truth: String?

  var testDescription: String { "\(rule): \(why)" }
}

extension NearMiss {
  /// A file beside this one for each group of rules.
  static let all = [names, patterns, guides, sql, scripts, pages, upkeep, drift].flatMap { $0 }

  static let reference = """
    ---
    title: Reference
    kind: reference
    platform: p
    complete: [a]
    ---
    | Permission | Description |
    | - | - |
    | `a.b.get` | Gets |
    | `a.b.list` | Lists |
    | `a.b.set` | Sets |

    ## `roles/a.viewer`

    Title: Viewer

    - `a.b.get`
    - `a.b.list`

    ## `roles/a.editor`

    Title: Editor

    - `a.b.*`

    ## `roles/a.setter`

    Title: Setter

    - `a.b.set`
    """

  static let grants = """
    CREATE ROLE reporting;
    GRANT USAGE ON SCHEMA sales TO ROLE reporting;
    GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE reporting;
    """

  static func guide(_ text: String, keys: String = "") -> String {
    "---\ntitle: G\nkind: guide\nplatform: p\n\(keys)---\n" + text
  }
  static func concept(_ text: String) -> String {
    "---\ntitle: C\nkind: concept\nplatform: p\n---\n" + text
  }
  static func page(_ kind: String, _ text: String) -> String {
    "---\ntitle: R\nkind: \(kind)\nplatform: p\n---\n" + text
  }

  /// A guide with nothing but SQL.
  static func sql(_ sql: String, _ dialect: String = "redshift", keys: String = "") -> String {
    "---\ntitle: S\nkind: guide\nplatform: \(dialect)\n\(keys)---\n```sql\n\(sql)\n```\n"
  }

  static func script(
    _ rows: [String], _ sql: String, keys: String = "existing: [schema sales, user loader, user dbadmin]\n"
  ) -> String {
    "---\ntitle: S\nkind: guide\nplatform: redshift\ndialect: redshift\n\(keys)---\n| Role | Access | Object |\n| - | - | - |\n"
      + rows.map { "| \($0) |\n" }.joined() + "\n```sql\n\(sql)\n```\n"
  }

  /// A page of SQL in a dialect, without an access table.
  static func setup(_ dialect: String, _ sql: String) -> String {
    "---\ntitle: S\nkind: guide\nplatform: \(dialect)\ndialect: \(dialect)\n---\n```sql\n\(sql)\n```\n"
  }
}
