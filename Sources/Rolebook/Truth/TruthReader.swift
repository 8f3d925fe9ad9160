import Markdown

/// Reads roles from a dump: one role, a list, `{"roles": […]}`, or any of them one after another, as in NDJSON.
struct TruthReader {
  /// A role with its permissions by name.
  struct Record {
    var role: TruthRole
    var permissions: [String]?
  }

  private(set) var records: [Record] = []
  /// Whether a list of roles was read, and not only roles by themselves.
  private(set) var hasList = false
  private let file: FileID

  init(_ source: SourceText, file: FileID) throws(Truth.Fault) {
    self.file = file
    if source.bytes.allSatisfy({ $0 <= 0x20 }) { throw Truth.Fault("the file is empty", file, 0) }
    let values: [JSONValue]
    do { values = try JSONValue.readAll(source) } catch {
      throw Truth.Fault("not JSON: \(error.message)", file, error.offset)
    }
    for value in values { try read(value) }
    hasList = hasList || values.count > 1
  }

  private mutating func read(_ value: JSONValue) throws(Truth.Fault) {
    if let roles = value.array ?? value["roles"]?.array {
      hasList = true
      for role in roles { records.append(try record(role)) }
    } else {
      records.append(try record(value))
    }
  }

  private func record(_ value: JSONValue) throws(Truth.Fault) -> Record {
    guard case .object = value.content else {
      throw fault("expected a role, an object with a `name`, and found \(value.kind)", value)
    }
    guard let name = value["name"] else {
      throw fault("expected a role, and this object has no `name`", value)
    }
    guard let id = name.text, !id.isEmpty else {
      throw fault(
        "expected the `name` of a role as a text, and found \(name.text.map { _ in "an empty one" } ?? name.kind)",
        name)
    }
    var role = TruthRole(id: Located(id, Place(file, name.span)))
    role.title = try text("title", of: value)
    role.stage = try text("stage", of: value)
    if let deleted = value["deleted"], case .flag(true) = deleted.content {
      role.deletion = Place(file, deleted.span)
    }
    return Record(role: role, permissions: try permissions(of: value))
  }

  /// A text that may be absent, null or empty.
  private func text(_ key: String, of role: JSONValue) throws(Truth.Fault) -> Located<String>? {
    guard let value = role[key] else { return nil }
    if case .null = value.content { return nil }
    guard let text = value.text else {
      throw fault("expected `\(key)` as a text, and found \(value.kind)", value)
    }
    return text.isEmpty ? nil : Located(text, Place(file, value.span))
  }

  private func permissions(of role: JSONValue) throws(Truth.Fault) -> [String]? {
    guard let value = role["includedPermissions"] else { return nil }
    if case .null = value.content { return nil }
    guard let items = value.array else {
      throw fault("expected `includedPermissions` as a list of names, and found \(value.kind)", value)
    }
    var names: [String] = []
    names.reserveCapacity(items.count)
    for item in items {
      guard let name = item.text else {
        throw fault("expected the name of a permission, and found \(item.kind)", item)
      }
      names.append(name)
    }
    return names
  }

  private func fault(_ message: String, _ value: JSONValue) -> Truth.Fault {
    Truth.Fault(message, file, value.span.start)
  }
}
