import Markdown

/// Resources below one another and verbs beside one another, with a square for each permission that is held.
struct VerbStrip {
  struct Cell: Hashable {
    let resource: String
    let verb: String
  }

  private static let step = 18
  private static let characterWidth = 7

  let resources: [String]
  let verbs: [String]
  let held: Set<Cell>

  func append(to html: inout [UInt8]) {
    let left = (resources.map(\.count).max() ?? 0) * Self.characterWidth + 12
    // Verbs stand on end.
    let top = (verbs.map(\.count).max() ?? 0) * Self.characterWidth + 8
    let (width, height) = (left + verbs.count * Self.step + 4, top + resources.count * Self.step + 4)
    html.append("<div class=\"graph-box\" tabindex=\"0\" role=\"group\" aria-labelledby=\"permissions\">\n")
    html.append(
      "<svg class=\"strip\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" aria-hidden=\"true\">\n"
    )
    for (column, verb) in verbs.enumerated() {
      let (x, y) = (left + column * Self.step + 13, top - 4)
      html.append("<text x=\"\(x)\" y=\"\(y)\" transform=\"rotate(-90 \(x) \(y))\">")
      html.append(escaping: verb)
      html.append("</text>\n")
    }
    for (row, resource) in resources.enumerated() { append(resource, row, left, top, to: &html) }
    html.append("</svg>\n</div>\n")
  }

  private func append(_ resource: String, _ row: Int, _ left: Int, _ top: Int, to html: inout [UInt8]) {
    let y = top + row * Self.step
    html.append("<text class=\"resource\" x=\"\(left - 8)\" y=\"\(y + 13)\">")
    html.append(escaping: resource)
    html.append("</text>")
    for (column, verb) in verbs.enumerated() {
      let kind = held.contains(Cell(resource: resource, verb: verb)) ? "held" : "open"
      html.append(
        "<rect class=\"\(kind)\" x=\"\(left + column * Self.step + 2)\" y=\"\(y + 2)\" width=\"14\" height=\"14\" rx=\"3\"/>"
      )
    }
    html.append("\n")
  }
}
