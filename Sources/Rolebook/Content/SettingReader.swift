import Markdown

/// Takes settings out of a YAML mapping, key by key; what does not fit is kept as a problem.
struct SettingReader {
  private let file: FileID
  private let pairs: [(key: YAML, value: YAML)]
  /// The texts of the keys, beside `pairs`.
  private let keys: [String?]
  /// The keys that were asked for.
  private var taken: [String] = []
  private(set) var problems: [SettingProblem] = []

  /// Reads a value as a mapping; a problem where it is something else.
  init(_ yaml: YAML?, of name: String, file: FileID) {
    self.file = file
    switch yaml?.content {
    case .mapping(let pairs):
      self.pairs = pairs
      keys = pairs.map(\.key.text)
    case nil, .scalar("", isPlain: true):
      pairs = []
      keys = []
    default:
      pairs = []
      keys = []
      refuse(name, yaml, expected: "a mapping of keys to values")
    }
  }

  func place(_ yaml: YAML) -> Place { Place(file, yaml.span) }

  mutating func refuse(_ key: String, _ yaml: YAML?, expected: String) {
    guard let yaml else { return }
    let fault = SettingProblem.Fault.wrongType(key: key, expected: expected, found: yaml.kindName)
    problems.append(SettingProblem(fault, place(yaml)))
  }

  mutating func add(_ more: [SettingProblem]) { problems += more }

  /// The value of a key, if it is there; a key without a value counts as absent.
  mutating func value(_ key: String) -> YAML? {
    taken.append(key)
    guard let yaml = keys.firstIndex(of: key).map({ pairs[$0].value }) else { return nil }
    if case .scalar = yaml.content, yaml.text == nil { return nil }
    return yaml
  }

  mutating func text(
    _ key: String, expected: @autoclosure () -> String = "text"
  ) -> Located<String>? {
    guard let yaml = value(key) else { return nil }
    if case .scalar = yaml.content { return yaml.text.map { Located($0, place(yaml)) } }
    refuse(key, yaml, expected: expected())
    return nil
  }

  /// A text that is a folder's name too, and so may hold neither `/` nor `..`.
  mutating func name(_ key: String) -> Located<String>? {
    guard let text = text(key) else { return nil }
    let isName = text.value.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-_".utf8.contains(byte)
    }
    if isName, !text.value.isEmpty { return text }
    refuse(key, value(key), expected: "a name of letters, digits, `-` and `_`")
    return nil
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, _ type: Choice.Type = Choice.self
  ) -> Located<Choice>? where Choice.RawValue == String {
    guard
      let text = text(
        key, expected: "one of \(Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))")
    else { return nil }
    if let choice = Choice(rawValue: text.value) { return Located(choice, text.place) }
    let allowed = Choice.allCases.map(\.rawValue)
    problems.append(SettingProblem(.unknownValue(key: key, value: text.value, allowed: allowed), text.place))
    return nil
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let yaml = value(key) else { return nil }
    switch yaml.text {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      refuse(key, yaml, expected: "`true` or `false`")
      return nil
    }
  }

  mutating func number(_ key: String, from least: Int = .min) -> Int? {
    guard let yaml = value(key) else { return nil }
    if let number = yaml.text.flatMap({ Int($0) }), number >= least { return number }
    refuse(key, yaml, expected: least == .min ? "a whole number" : "a whole number from \(least) on")
    return nil
  }

  /// A list of texts; one text alone counts as a list of one.
  mutating func list(_ key: String, of what: String = "text") -> [Located<String>]? {
    guard let yaml = value(key) else { return nil }
    if case .scalar = yaml.content { return yaml.text.map { [Located($0, place(yaml))] } ?? [] }
    guard case .sequence(let items) = yaml.content else {
      refuse(key, yaml, expected: "a list of \(what)")
      return nil
    }
    return items.compactMap { item in
      if let text = item.text { return Located(text, place(item)) }
      refuse(key, item, expected: "a list of \(what)")
      return nil
    }
  }

  /// A list of mappings, each read by its own reader.
  mutating func mappings<Value>(
    _ key: String, expected: String, _ read: (inout SettingReader, YAML) -> Value?
  ) -> [Value] {
    guard let yaml = value(key) else { return [] }
    guard case .sequence(let items) = yaml.content else {
      refuse(key, yaml, expected: expected)
      return []
    }
    return items.compactMap { item in
      var reader = SettingReader(item, of: key, file: file)
      defer { add(reader.problems) }
      // Of what is no mapping, nothing more is missing.
      return reader.problems.isEmpty ? read(&reader, item) : nil
    }
  }

  /// The pairs of a mapping whose keys are names that the author chose.
  mutating func named(_ key: String) -> [(name: Located<String>, value: YAML)] {
    guard let yaml = value(key) else { return [] }
    guard case .mapping(let pairs) = yaml.content else {
      refuse(key, yaml, expected: "a mapping of names")
      return []
    }
    return pairs.compactMap { pair in pair.key.text.map { (Located($0, place(pair.key)), pair.value) } }
  }

  /// Every key that was not asked for is unknown, unless it is one of these.
  mutating func refuseOtherKeys(except allowed: [String] = []) {
    for (key, pair) in zip(keys, pairs) {
      guard let key, !taken.contains(key), !allowed.contains(key) else { continue }
      let fault = SettingProblem.Fault.unknownKey(
        key, suggestion: closest(to: key, among: Set(taken).sorted()))
      problems.append(SettingProblem(fault, place(pair.key)))
    }
  }
}
