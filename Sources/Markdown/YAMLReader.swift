import CYaml

/// Builds `YAML` values from libyaml's events.
struct YAMLReader {
  private let source: SourceText
  private let span: Span
  private let bytes: [UInt8]
  /// Of text that is not ASCII alone: the offset of each code point, and the end; else empty.
  private let codePoints: [UInt32]
  private var events: [Event] = []
  private var next = 0

  private struct Event {
    enum Kind {
      case scalar(String, isPlain: Bool)
      case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    let kind: Kind
    let span: Span
  }

  init(_ source: SourceText, _ span: Span) {
    self.source = source
    self.span = span
    let bytes = Array(source.bytes[span.range])
    let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
    codePoints = starts.count == bytes.count ? [] : (starts + [bytes.count]).map(UInt32.init)
    self.bytes = bytes
  }

  mutating func readDocument() throws(YAML.Fault) -> YAML? {
    events = try readEvents()
    guard !events.isEmpty else { return nil }
    return try readValue()
  }

  private mutating func readValue() throws(YAML.Fault) -> YAML {
    let event = events[next]
    next += 1
    switch event.kind {
    case .scalar(let text, let isPlain):
      return YAML(content: .scalar(text, isPlain: isPlain), span: event.span)
    case .sequenceStart: return try readSequence(from: event.span)
    default: return try readMapping(from: event.span)
    }
  }

  private mutating func readSequence(from start: Span) throws(YAML.Fault) -> YAML {
    var items: [YAML] = []
    while true {
      if case .sequenceEnd = events[next].kind { break }
      items.append(try readValue())
    }
    return YAML(content: .sequence(items), span: closing(start, items.last?.span))
  }

  private mutating func readMapping(from start: Span) throws(YAML.Fault) -> YAML {
    var pairs: [(key: YAML, value: YAML)] = []
    var known: Set<String> = []
    while true {
      if case .mappingEnd = events[next].kind { break }
      let key = try readValue()
      guard let name = key.text else { throw YAML.Fault(message: "a key must be text", span: key.span) }
      guard known.insert(name).inserted else {
        throw YAML.Fault(message: "the key `\(name)` stands here twice", span: key.span)
      }
      pairs.append((key, try readValue()))
    }
    return YAML(content: .mapping(pairs), span: closing(start, pairs.last?.value.span))
  }

  /// The range of a collection: from its start to its closing bracket or its last value.
  private mutating func closing(_ start: Span, _ last: Span?) -> Span {
    let end = events[next].span
    next += 1
    return Span(start.start, end.isEmpty ? last?.end ?? start.end : end.end)
  }

  // MARK: libyaml

  private func readEvents() throws(YAML.Fault) -> [Event] {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw YAML.Fault(message: "out of memory", span: span) }
    defer { yaml_parser_delete(&parser) }
    return try read(&parser)
  }

  private func read(_ parser: inout yaml_parser_t) throws(YAML.Fault) -> [Event] {
    let result: Result<[Event], YAML.Fault> = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      return Result { () throws(YAML.Fault) in try readAll(&parser) }
    }
    return try result.get()
  }

  private func readAll(_ parser: inout yaml_parser_t) throws(YAML.Fault) -> [Event] {
    var events: [Event] = []
    var depth = 0
    var documents = 0
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { throw fault(of: parser) }
      defer { yaml_event_delete(&event) }
      let span = Span(offset(event.start_mark), offset(event.end_mark))
      switch event.type {
      case YAML_STREAM_END_EVENT: return events
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 { throw YAML.Fault(message: "a second document starts here", span: span) }
      case YAML_ALIAS_EVENT: throw YAML.Fault(message: "aliases are not allowed", span: span)
      case YAML_SCALAR_EVENT:
        try refuse(anchor: event.data.scalar.anchor, tag: event.data.scalar.tag, span)
        let text = scalar(event)
        if text.utf8.contains(where: { $0 < 0x20 && !"\t\n\r".utf8.contains($0) }) {
          throw YAML.Fault(message: "control characters are not allowed", span: span)
        }
        let isPlain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
        events.append(Event(kind: .scalar(text, isPlain: isPlain), span: span))
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
        let start = event.data.sequence_start
        try refuse(anchor: start.anchor, tag: start.tag, span)
        depth += 1
        if depth > YAML.depthLimit {
          throw YAML.Fault(message: "nested deeper than \(YAML.depthLimit) levels", span: span)
        }
        let isSequence = event.type == YAML_SEQUENCE_START_EVENT
        events.append(Event(kind: isSequence ? .sequenceStart : .mappingStart, span: span))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        depth -= 1
        let isSequence = event.type == YAML_SEQUENCE_END_EVENT
        events.append(Event(kind: isSequence ? .sequenceEnd : .mappingEnd, span: span))
      default: break
      }
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, _ span: Span
  ) throws(YAML.Fault) {
    if anchor != nil { throw YAML.Fault(message: "anchors are not allowed", span: span) }
    if tag != nil { throw YAML.Fault(message: "tags are not allowed", span: span) }
  }

  private func scalar(_ event: yaml_event_t) -> String {
    let scalar = event.data.scalar
    return String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }

  private func fault(of parser: yaml_parser_t) -> YAML.Fault {
    let message = parser.problem.map { String(cString: $0) } ?? "not YAML"
    let start = place(of: parser)
    return YAML.Fault(message: message, span: Span(start, start))
  }

  /// Where the text cannot be read; where it ends too early, the place at which what is open began.
  private func place(of parser: yaml_parser_t) -> Int {
    if parser.error == YAML_READER_ERROR { return span.start + min(parser.problem_offset, bytes.count) }
    let problem = offset(parser.problem_mark)
    return problem >= span.end && parser.context != nil ? offset(parser.context_mark) : problem
  }

  /// libyaml counts code points from 0.
  private func offset(_ mark: yaml_mark_t) -> Int {
    if codePoints.isEmpty { return span.start + min(mark.index, bytes.count) }
    return span.start + (mark.index < codePoints.count ? Int(codePoints[mark.index]) : bytes.count)
  }
}
