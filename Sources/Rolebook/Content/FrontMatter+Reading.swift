import Markdown

extension FrontMatter {
  /// Reads the block between `---` lines that a page starts with; its YAML may be kept from an earlier run.
  init(reading source: SourceText, file: FileID, otherKeys: [String], kept: YAML? = nil) {
    self.init()
    guard let (block, yaml) = Self.find(in: source) else {
      problems = Self.unclosedStart(of: source).map { [SettingProblem(.unclosed, Place(file, $0))] } ?? []
      return
    }
    span = block
    do {
      let read = try kept == nil ? YAML.read(source, in: yaml) : kept
      self.init(read, file: file, otherKeys: otherKeys)
      if kept == nil { newlyRead = read }
    } catch {
      problems = [SettingProblem(.syntax(error.message), Place(file, error.span))]
    }
    span = block
  }

  /// Takes the keys out of a mapping.
  init(_ yaml: YAML?, file: FileID, otherKeys: [String]) {
    self.init()
    var reader = SettingReader(yaml, of: "front matter", file: file)
    readIdentity(&reader)
    readGuide(&reader)
    readPublishing(&reader)
    reader.refuseOtherKeys(except: otherKeys)
    // What another tool reads under one of our names is not ours to judge.
    problems = reader.problems.filter { problem in !otherKeys.contains { problem.fault.key == $0 } }
  }

  private mutating func readIdentity(_ reader: inout SettingReader) {
    title = reader.text("title")
    kind = reader.choice("kind")
    platform = reader.name("platform")
    complete = reader.list("complete", of: "services")
    status = reader.choice("status")
    supersededBy = reader.text("superseded_by")
    description = reader.text("description")
  }

  private mutating func readGuide(_ reader: inout SettingReader) {
    task = reader.text("task")
    dialect = reader.choice("dialect")
    existing = reader.list("existing", of: "objects such as `schema devices`") ?? []
    options = reader.mappings("options", expected: "a list of `{id, title, group}`") { option, yaml in
      let id = option.text("id")
      let title = option.text("title")
      let group = option.text("group")
      option.refuseOtherKeys()
      guard let id else {
        option.refuse("options", yaml, expected: "an `id` in each option")
        return nil
      }
      return OptionDeclaration(id: id, title: title?.value ?? id.value, group: group?.value ?? "")
    }
  }

  private mutating func readPublishing(_ reader: inout SettingReader) {
    order = reader.number("order")
    tags = reader.list("tags")?.map(\.value) ?? []
    redirectFrom = reader.list("redirect_from", of: "addresses") ?? []
    lastModified = reader.text("last_modified")
    draft = reader.flag("draft")
    rawHTML = reader.flag("raw_html")
  }

  /// The whole block with its `---` lines, and the YAML between them.
  private static func find(in source: SourceText) -> (block: Span, yaml: Span)? {
    let bom = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = source.line(1)
    guard isFence(source, Span(bom, first.end), "---") else { return nil }
    for number in 2..<max(source.lineCount + 1, 2) {
      let line = source.line(number)
      guard isFence(source, line, "---") || isFence(source, line, "...") else { continue }
      let end = number < source.lineCount ? source.line(number + 1).start : source.bytes.count
      return (Span(bom, end), Span(source.line(2).start, line.start))
    }
    return nil
  }

  /// The first line of a page that starts as front matter does, with a key, and never ends it.
  private static func unclosedStart(of source: SourceText) -> Span? {
    let bom = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = Span(bom, source.line(1).end)
    guard isFence(source, first, "---"), source.lineCount > 1 else { return nil }
    let key = source.bytes[source.line(2).range].prefix { $0 != UInt8(ascii: ":") }
    let isKey =
      !key.isEmpty && key.count < source.line(2).range.count
      && key.allSatisfy { $0 == UInt8(ascii: "_") || (0x61...0x7A).contains($0 | 0x20) }
    return isKey ? first : nil
  }

  private static func isFence(_ source: SourceText, _ line: Span, _ fence: StaticString) -> Bool {
    let text = source.bytes[line.range]
    guard text.count >= 3, text.prefix(3).elementsEqual("\(fence)".utf8) else { return false }
    return text.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// These values where the page has none of its own.
  func filled(from defaults: FrontMatter) -> FrontMatter {
    var result = self
    result.title = title ?? defaults.title
    result.kind = kind ?? defaults.kind
    result.platform = platform ?? defaults.platform
    result.complete = complete ?? defaults.complete
    result.task = task ?? defaults.task
    result.dialect = dialect ?? defaults.dialect
    result.status = status ?? defaults.status
    result.supersededBy = supersededBy ?? defaults.supersededBy
    result.description = description ?? defaults.description
    result.order = order ?? defaults.order
    result.lastModified = lastModified ?? defaults.lastModified
    result.draft = draft ?? defaults.draft
    result.rawHTML = rawHTML ?? defaults.rawHTML
    if options.isEmpty { result.options = defaults.options }
    if existing.isEmpty { result.existing = defaults.existing }
    if tags.isEmpty { result.tags = defaults.tags }
    if redirectFrom.isEmpty { result.redirectFrom = defaults.redirectFrom }
    return result
  }
}
