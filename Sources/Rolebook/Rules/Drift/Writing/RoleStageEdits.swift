import Markdown

extension Drift {
  /// The edits that give a role another stage, where it is stated or belongs; nothing where that would change the
  /// heading that links lead to.
  func edits(staging role: Role, as stage: Stage) -> [Edit] {
    let stated = role.declaration.stages.filter { $0.value != stage }
    if !stated.isEmpty {
      let edits = stated.compactMap { edit($0, to: stage) }
      return edits.count == stated.count ? edits : []
    }
    return insertion(of: stage, for: role).map { [$0] } ?? []
  }

  private func edit(_ written: Located<Stage>, to stage: Stage) -> Edit? {
    let text = catalog.files[Int(written.place.file)].text.text(written.place.span)
    if Stage(reading: text) == written.value { return Edit(written.place, stage.rawValue) }
    guard !text.hasPrefix("#"), let open = text.lastIndex(of: "("), text.hasSuffix(")") else { return nil }
    let before = text[..<open]
    return Edit(written.place, stage == .ga ? trimmed(before) : "\(before)(\(stage.rawValue))")
  }

  /// A line below the title, or below the heading; a word behind the id in a row.
  private func insertion(of stage: Stage, for role: Role) -> Edit? {
    let declaration = role.declaration
    let place = declaration.id.place
    let source = catalog.files[Int(place.file)].text
    let line = source.line(holding: place.span.start)
    switch declaration.origin {
    case .section:
      if let title = declaration.title, title.place.file == place.file, title.place.span.start > line.end {
        let below = source.line(holding: title.place.span.start)
        guard source.text(below).lowercased().hasPrefix("title:"),
          !source.text(Span(line.end, below.start)).contains("#")
        else { return nil }
        return .insertion("\(source.lineEnd)Stage: \(stage.rawValue)", place.file, at: below.end)
      }
      guard source.text(line).hasPrefix("#") else { return nil }
      let end = source.lineEnd
      return .insertion("\(end)\(end)Stage: \(stage.rawValue)", place.file, at: line.end)
    case .row:
      let before = source.text(Span(line.start, place.span.start)).last { $0 != " " }
      let after = source.text(Span(place.span.end, line.end)).first { $0 != " " }
      guard before == "|" || before == nil, after == "|" else { return nil }
      return .insertion(" (\(stage.rawValue))", place.file, at: place.span.end)
    case .column: return nil
    }
  }
}
