import Markdown

extension ReportFormat {
  /// For people, in the manner of rustc: the message, the source line, carets under the exact span.
  public static let text = ReportFormat(name: "text") { report, style in
    var bytes: [UInt8] = []
    var explained: Set<String> = []
    for finding in report.findings {
      let isNew = explained.insert(finding.rule).inserted
      let writer = TextWriter(finding, in: report.catalog.files, style: style, explains: isNew)
      bytes.append(writer.text())
      bytes.append("\n")
    }
    return bytes
  }
}

extension Finding {
  /// The finding as `rolebook check` shows it, without colour and without hints to other commands.
  public func text(in files: [SourceFile]) -> String {
    TextWriter(self, in: files, style: ReportStyle(), explains: false).text()
  }
}

/// Writes one finding for people.
private struct TextWriter {
  let finding: Finding
  let files: [SourceFile]
  let style: ReportStyle
  /// Whether it names the command that explains the rule.
  let explains: Bool
  /// The width of the largest line number.
  let gutter: Int

  /// Where hints begin.
  private static let hintColumn = 66

  init(_ finding: Finding, in files: [SourceFile], style: ReportStyle, explains: Bool) {
    self.finding = finding
    self.files = files
    self.style = style
    self.explains = explains
    let places = [finding.place] + finding.related.map(\.place)
    gutter = places.map { String(Spot($0, in: files).start.line).count }.max() ?? 1
  }

  func text() -> String {
    var lines = [
      paint("\(finding.severity.rawValue)[\(finding.rule)]", severityColor)
        + paint(": \(finding.message.shownOnOneLine)", .bold)
    ]
    lines += frame(finding.place, mark: "^", color: severityColor, label: finding.label)
    for related in finding.related {
      lines.append(emptyGutter)
      lines.append(paint("note", .green) + ": \(related.message.shownOnOneLine)")
      lines += frame(related.place, mark: "-", color: .blue, label: related.label)
    }
    lines += endings()
    return lines.map { $0 + "\n" }.joined()
  }

  /// The cure and what the command line offers.
  private func endings() -> [String] {
    let explain = "rolebook explain \(finding.rule)"
    var lines: [String] = []
    if let help = finding.help {
      let text = "help: \(help.shownOnOneLine)"
      let hint = explains ? "  " + paint(explain, .dim) : ""
      lines.append(
        paint("help", .cyan) + text.padded(to: explains ? Self.hintColumn - 2 : 0).dropFirst(4) + hint)
    }
    if let fix = finding.fix {
      lines.append(paint("fixable", .cyan) + ": \(command(for: fix))")
    }
    return lines.isEmpty || isWithoutText ? lines : [emptyGutter] + lines
  }

  private func command(for fix: Fix) -> String {
    if Rule.all.contains(where: { $0.id == finding.rule && $0.isOfDrift }) {
      return "rolebook drift --update"
    }
    return "rolebook check --fix" + (fix.isSafe ? "" : " --unsafe")
  }

  /// Whether there is no source line to show, as in a file that could not be read.
  private var isWithoutText: Bool {
    files[Int((finding.related.last?.place ?? finding.place).file)].text.bytes.isEmpty
  }

  private func frame(_ place: Place, mark: String, color: Paint, label: String?) -> [String] {
    let spot = Spot(place, in: files)
    let arrow =
      blanks(gutter) + paint("-->", .blue)
      + " \(spot.path.shownOnOneLine):\(spot.start.line):\(spot.start.column)"
    let source = files[Int(place.file)].text
    if source.bytes.isEmpty { return [arrow] }
    let excerpt = SourceExcerpt(place.span, in: source, columns: style.columns)
    let marks = String(repeating: mark, count: excerpt.width) + (label.map { " " + $0.shownOnOneLine } ?? "")
    let number = paint("\(String(spot.start.line).padded(to: gutter)) |", .blue)
    return [
      arrow, emptyGutter, excerpt.text.isEmpty ? number : "\(number) \(excerpt.text)",
      "\(emptyGutter) \(blanks(excerpt.indent))\(paint(marks, color))",
    ]
  }

  private var emptyGutter: String { paint(blanks(gutter + 1) + "|", .blue) }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private var severityColor: Paint {
    switch finding.severity {
    case .error: .red
    case .warning: .yellow
    case .info: .blue
    }
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    style.isColored ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// Codes of the terminal's colours, ECMA-48 SGR.
private enum Paint: String {
  case bold = "1"
  case dim = "2"
  case red = "1;31"
  case yellow = "1;33"
  case blue = "1;34"
  case green = "1;32"
  case cyan = "1;36"
}
