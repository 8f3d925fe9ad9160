extension Shape {
  /// What changed in the shape, as programs see it that read the feed; ordered by file and field.
  public func changes(to later: Shape) -> [ShapeChange] {
    var comparison = ShapeComparison(earlier: self, later: later)
    for file in Set(schemas.keys).union(later.schemas.keys).sorted() { comparison.compare(file: file) }
    return comparison.changes.sorted { ($0.file, $0.field, $0.message) < ($1.file, $1.field, $1.message) }
  }
}

/// Walks two shapes side by side.
private struct ShapeComparison {
  let earlier: Shape
  let later: Shape
  var changes: [ShapeChange] = []
  private var file = ""
  /// The pairs of references that were followed already, so that schemas may refer to themselves.
  private var followed: Set<[String]> = []

  /// Keywords that describe and do not judge.
  private static let words: Set = [
    "$comment", "$id", "$schema", "$anchor", "title", "description", "examples", "default", "deprecated",
  ]
  /// Keywords that are compared by their own rules; a definition counts where something refers to it.
  private static let known: Set = [
    "$defs", "$ref", "properties", "required", "items", "prefixItems", "additionalProperties",
    "patternProperties",
    "anyOf", "oneOf", "allOf", "enum",
  ]

  init(earlier: Shape, later: Shape) {
    self.earlier = earlier
    self.later = later
  }

  mutating func compare(file: String) {
    self.file = file
    followed = []
    switch (earlier.schemas[file], later.schemas[file]) {
    case (.some(let old), .some(let new)): compare((file, old), (file, new), "")
    case (.some, nil): add(.major, "", "the file is gone")
    case (nil, .some): add(.minor, "", "the file is new")
    case (nil, nil): break
    }
  }

  private typealias Located = (file: String, schema: JSONValue)

  private mutating func compare(_ old: Located, _ new: Located, _ field: String) {
    guard let (before, after) = follow(old, new, field) else { return }
    guard let one = before.schema.members, let other = after.schema.members else {
      if before.schema != after.schema { add(.major, field, "allows other values") }
      return
    }
    compareWords(one, other, field)
    compareProperties(one, other, before.file, after.file, field)
    compareEnums(one, other, field)
    for (key, suffix) in [("items", "[]"), ("additionalProperties", ".*")] {
      compareOptional((before.file, one[key]), (after.file, other[key]), field + suffix)
    }
    for key in ["anyOf", "oneOf", "allOf", "prefixItems"] {
      compareLists((before.file, one[key]), (after.file, other[key]), key, field)
    }
    for key in ["patternProperties"] {
      compareMaps((before.file, one[key]), (after.file, other[key]), field)
    }
    compareRest(one, other, field)
  }

  /// Both schemas behind their references; nil where the pair was compared before, or one leads nowhere.
  private mutating func follow(_ old: Located, _ new: Located, _ field: String) -> (Located, Located)? {
    let references = (old.schema["$ref"]?.text, new.schema["$ref"]?.text)
    if references == (nil, nil) { return (old, new) }
    let pair = [
      old.file, references.0 ?? "", new.file, references.1 ?? "",
      references.0 == nil || references.1 == nil ? field : "",
    ]
    guard followed.insert(pair).inserted else { return nil }
    let targets = (
      references.0.map { earlier.resolve($0, from: old.file) } ?? old,
      references.1.map { later.resolve($0, from: new.file) } ?? new
    )
    guard let one = targets.0, let other = targets.1 else {
      if references.0 != references.1 { add(.major, field, "has another schema") }
      return nil
    }
    return (one, other)
  }

  private mutating func compareWords(_ old: Edition.Fields, _ new: Edition.Fields, _ field: String) {
    if Self.words.contains(where: { old[$0] != new[$0] }) {
      add(.patch, field, "is described in other words")
    }
  }

  private mutating func compareProperties(
    _ old: Edition.Fields, _ new: Edition.Fields, _ oldFile: String, _ newFile: String, _ field: String
  ) {
    let (before, after) = (old["properties"]?.members ?? [:], new["properties"]?.members ?? [:])
    let (always, alwaysNow) = (Set(old["required"]?.texts ?? []), Set(new["required"]?.texts ?? []))
    for name in Set(before.keys).union(after.keys) {
      let inner = field.isEmpty ? name : field + "." + name
      switch (before[name], after[name]) {
      case (.some, nil): add(.major, inner, "is gone")
      case (nil, .some): add(.minor, inner, "is new")
      case (.some(let one), .some(let other)):
        if always.contains(name), !alwaysNow.contains(name) { add(.major, inner, "may be missing now") }
        if !always.contains(name), alwaysNow.contains(name) { add(.minor, inner, "is always there now") }
        // The version's own value changes with each version.
        if inner != "api_version" { compare((oldFile, one), (newFile, other), inner) }
      case (nil, nil): break
      }
    }
  }

  private mutating func compareEnums(_ old: Edition.Fields, _ new: Edition.Fields, _ field: String) {
    guard let before = old["enum"]?.array, let after = new["enum"]?.array else {
      if old["enum"] != new["enum"] { add(.major, field, "allows other values") }
      return
    }
    for value in before where !after.contains(value) {
      add(.major, field, "is no longer \(Self.shown(value))")
    }
    for value in after where !before.contains(value) { add(.minor, field, "may be \(Self.shown(value)) now") }
  }

  private static func shown(_ value: JSONValue) -> String {
    var json = JSON()
    json.value(value)
    return "`\(String(decoding: json.bytes, as: UTF8.self))`"
  }

  private mutating func compareOptional(
    _ old: (file: String, schema: JSONValue?), _ new: (file: String, schema: JSONValue?), _ field: String
  ) {
    switch (old.schema, new.schema) {
    case (.some(let one), .some(let other)): compare((old.file, one), (new.file, other), field)
    // More may come where nothing more could.
    case (.some(let one), nil) where one.content == .flag(false): add(.minor, field, "may be there now")
    case (nil, .some(let other)) where other.content == .flag(false): add(.patch, field, "is never there")
    case (.some, nil), (nil, .some): add(.major, field, "allows other values")
    case (nil, nil): break
    }
  }

  private mutating func compareLists(
    _ old: (file: String, list: JSONValue?), _ new: (file: String, list: JSONValue?), _ key: String,
    _ field: String
  ) {
    let (before, after) = (old.list?.array ?? [], new.list?.array ?? [])
    for (one, other) in zip(before, after) { compare((old.file, one), (new.file, other), field) }
    if before.count > after.count || before.isEmpty != after.isEmpty {
      add(.major, field, "allows other values")
    }
    if !before.isEmpty, before.count < after.count {
      add(
        key == "allOf" ? .major : .minor, field,
        key == "allOf" ? "allows other values" : "may have another form now")
    }
  }

  private mutating func compareMaps(
    _ old: (file: String, map: JSONValue?), _ new: (file: String, map: JSONValue?), _ field: String
  ) {
    let (before, after) = (old.map?.members ?? [:], new.map?.members ?? [:])
    for name in Set(before.keys).union(after.keys) {
      compareOptional((old.file, before[name]), (new.file, after[name]), field + ".*")
    }
  }

  /// Any other keyword judges values: who relied on what it said may fail on what it says now.
  private mutating func compareRest(_ old: Edition.Fields, _ new: Edition.Fields, _ field: String) {
    let keys = Set(old.keys).union(new.keys).subtracting(Self.known).subtracting(Self.words)
    for key in keys.sorted() where old[key] != new[key] {
      add(.major, field, key == "type" ? "has another type" : "allows other values: `\(key)`")
    }
  }

  private mutating func add(_ level: ShapeChange.Level, _ field: String, _ message: String) {
    let change = ShapeChange(level: level, file: file, field: field, message: message)
    if !changes.contains(change) { changes.append(change) }
  }
}
