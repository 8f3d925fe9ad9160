import Markdown

extension Settings {
  /// Reads `rolebook.yml`; what does not fit is kept in `problems`, and the default holds.
  public init(reading source: SourceFile, file: FileID = 0) {
    self.init()
    do {
      let bytes = source.text.bytes
      let yaml = try YAML.read(source.text, in: Span(0, bytes.count))
      var reader = SettingReader(yaml, of: "rolebook.yml", file: file)
      readSite(&reader)
      readPlatforms(&reader, file)
      readRules(&reader, file)
      readLimits(&reader, file)
      reader.refuseOtherKeys()
      problems = reader.problems
    } catch {
      problems = [SettingProblem(.syntax(error.message), Place(file, error.span))]
    }
  }

  private mutating func readSite(_ reader: inout SettingReader) {
    title = reader.text("title")?.value ?? title
    baseURL = Self.address(&reader)
    editURL = reader.text("edit_url")?.value
    sourceURL = reader.text("source_url")?.value
    issueURL = reader.text("issue_url")?.value
    feedbackURL = reader.text("feedback_url")?.value
    content = Self.folder(reader.text("content")) ?? content
    templates = Self.folder(reader.text("templates")) ?? templates
    output = Self.folder(reader.text("output")) ?? output
    extensions =
      reader.list("extensions", of: "file name endings")?.map { Self.withoutDot($0.value) } ?? extensions
    defaultKind = reader.choice("default_kind", FrontMatter.Kind.self)?.value
    frontMatterKeys = reader.list("front_matter_keys", of: "keys")?.map(\.value) ?? []
  }

  private static func address(_ reader: inout SettingReader) -> String? {
    guard let text = reader.text("base_url") else { return nil }
    guard text.value.hasPrefix("https://") || text.value.hasPrefix("http://") else {
      let expected = "an address such as `https://docs.example.com/`"
      reader.add([
        SettingProblem(
          .wrongType(key: "base_url", expected: expected, found: "`\(text.value)`"), text.place)
      ])
      return nil
    }
    return text.value.hasSuffix("/") ? text.value : text.value + "/"
  }

  private static func withoutDot(_ ending: String) -> String {
    ending.hasPrefix(".") ? String(ending.dropFirst()) : ending
  }

  private static func folder(_ text: Located<String>?) -> String? {
    text.map { path in
      var path = path.value
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      while path.hasPrefix("./") { path.removeFirst(2) }
      return path
    }
  }

  private mutating func readPlatforms(_ reader: inout SettingReader, _ file: FileID) {
    for (name, value) in reader.named("platforms") {
      var fields = SettingReader(value, of: name.value, file: file)
      var platform = Platform()
      platform.title = fields.text("title")?.value
      platform.rolePrefix = fields.text("role_prefix")?.value ?? ""
      platform.permission = Self.pattern(&fields, "permission")
      platform.role = Self.pattern(&fields, "role")
      fields.refuseOtherKeys()
      reader.add(fields.problems)
      platforms[name.value] = platform
    }
    let otherKeys = frontMatterKeys
    pages = reader.mappings("pages", expected: "a list of `{match, kind, platform, …}`") { page, yaml in
      guard let match = page.text("match") else {
        page.refuse("pages", yaml, expected: "a `match` in each entry")
        return nil
      }
      let values = FrontMatter(yaml, file: file, otherKeys: otherKeys + ["match"])
      page.add(values.problems)
      return PageDefaults(match: Glob(match.value), frontMatter: values)
    }
    tables = reader.mappings("tables", expected: "a list of `{shape, match, headers}`") { table, yaml in
      Self.profile(&table, yaml, file)
    }
  }

  private static func pattern(_ fields: inout SettingReader, _ key: String) -> IDPattern? {
    guard let text = fields.text(key) else { return nil }
    if let pattern = try? IDPattern(text.value) { return pattern }
    fields.add([
      SettingProblem(
        .wrongType(key: key, expected: "a regular expression", found: "`\(text.value)`"), text.place)
    ])
    return nil
  }

  private static func profile(_ table: inout SettingReader, _ yaml: YAML, _ file: FileID) -> TableProfile? {
    let shape = table.text("shape")
    let match = table.text("match")
    var headers: [String: [String]] = [:]
    var columns = SettingReader(table.value("headers"), of: "headers", file: file)
    for (column, _) in table.named("headers") {
      headers[column.value] = columns.list(column.value, of: "headers")?.map { $0.value.lowercased() } ?? []
    }
    var marks = SettingReader(table.value("marks"), of: "marks", file: file)
    let yes = marks.list("yes")?.map(\.value) ?? []
    let no = marks.list("no")?.map(\.value) ?? []
    let conditional = marks.list("conditional")?.map(\.value) ?? []
    marks.refuseOtherKeys()
    let separators = table.list("separators")?.map(\.value) ?? []
    let permission = pattern(&table, "permission")
    let role = pattern(&table, "role")
    table.add(columns.problems + marks.problems)
    table.refuseOtherKeys()
    if let shape, !TableProfile.shapes.contains(shape.value) {
      let fault = SettingProblem.Fault.unknownValue(
        key: "shape", value: shape.value, allowed: TableProfile.shapes)
      table.add([SettingProblem(fault, shape.place)])
    }
    guard let shape else {
      table.refuse("tables", yaml, expected: "a `shape` in each entry")
      return nil
    }
    return TableProfile(
      shape: shape.value, match: Glob(match?.value ?? "**"), headers: headers, yes: yes, no: no,
      conditional: conditional, separators: separators, permission: permission, role: role)
  }

  private mutating func readRules(_ reader: inout SettingReader, _ file: FileID) {
    var named: [Located<String>] = []
    rules = Self.levels(&reader, &named)
    overrides = reader.mappings("overrides", expected: "a list of `{match, rules}`") { entry, yaml in
      let match = entry.text("match")
      let rules = Self.levels(&entry, &named)
      entry.refuseOtherKeys()
      guard let match else {
        entry.refuse("overrides", yaml, expected: "a `match` in each entry")
        return nil
      }
      return RuleOverride(match: Glob(match.value), rules: rules)
    }
    namedRules = named
  }

  private static func levels(
    _ reader: inout SettingReader, _ named: inout [Located<String>]
  ) -> [String: RuleLevel] {
    var result: [String: RuleLevel] = [:]
    for (rule, value) in reader.named("rules") {
      named.append(rule)
      let allowed = RuleLevel.allCases.map(\.rawValue)
      if let level = value.text.flatMap(RuleLevel.init(rawValue:)) {
        result[rule.value] = level
      } else {
        let fault = SettingProblem.Fault.unknownValue(
          key: rule.value, value: value.text ?? value.kindName, allowed: allowed)
        reader.add([SettingProblem(fault, reader.place(value))])
      }
    }
    return result
  }

  private mutating func readLimits(_ reader: inout SettingReader, _ file: FileID) {
    var fields = SettingReader(reader.value("limits"), of: "limits", file: file)
    limits.nesting = fields.number("nesting", from: 1) ?? limits.nesting
    limits.brackets = fields.number("brackets", from: 1) ?? limits.brackets
    limits.lineBytes = fields.number("line_bytes", from: 1) ?? limits.lineBytes
    limits.missingCells = fields.number("missing_cells", from: 1) ?? limits.missingCells
    limits.fileBytes = fields.number("file_bytes", from: 1) ?? limits.fileBytes
    fields.refuseOtherKeys()
    reader.add(fields.problems)
  }
}
