import Markdown

/// Boxes in columns with lines from left to right, as SVG: who is above whom, or who gets what through whom.
///
/// All coordinates are whole numbers, so that the same graph gives the same bytes everywhere.
struct LayeredPicture {
  struct Node {
    let label: String
    /// Where it leads; nil for a box that leads nowhere.
    let href: String?
    /// The box that the picture is about.
    var isMarked = false
    /// Holds a place for a line that passes the column; no box is drawn.
    var isPassage = false
  }

  private static let rowHeight = 40
  private static let boxHeight = 28
  private static let columnGap = 36
  private static let characterWidth = 8

  private var nodes: [Node]
  /// Between neighbouring columns.
  private var edges: [(from: Int, to: Int)] = []
  /// Each line as the nodes that it passes, from its start to its end.
  private var routes: [[Int]] = []
  /// Node → its column, from the left.
  private var columns: [Int]
  /// By column: its nodes from the top.
  private var order: [[Int]]

  /// Lines lead from a column to one further right.
  init(_ nodes: [Node], columns: [Int], edges: [(from: Int, to: Int)]) {
    self.nodes = nodes
    self.columns = columns
    order = Array(repeating: [], count: (columns.max() ?? -1) + 1)
    for edge in edges { addRoute(from: edge.from, to: edge.to) }
    for node in self.nodes.indices { order[self.columns[node]].append(node) }
    for _ in 0..<4 {
      for column in order.indices.dropFirst() { sort(column, beside: \.from, of: \.to) }
      for column in order.indices.dropLast().reversed() { sort(column, beside: \.to, of: \.from) }
    }
  }

  /// Appends the picture in a box that scrolls by itself, with words for who does not see it.
  func append(_ words: String, to html: inout [UInt8]) {
    if nodes.isEmpty { return }
    html.append("<div class=\"graph-box\" tabindex=\"0\" role=\"group\" aria-label=\"")
    html.append(escaping: words)
    html.append(
      "\">\n<svg class=\"graph\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\">\n"
    )
    for route in routes { append(route, to: &html) }
    for column in order { for node in column where !nodes[node].isPassage { append(node, to: &html) } }
    html.append("</svg>\n</div>\n")
  }

  /// A line with a place of its own in each column that it crosses, so that it runs behind no box.
  private mutating func addRoute(from: Int, to: Int) {
    var route = [from]
    for column in stride(from: columns[from] + 1, to: columns[to], by: 1) {
      route.append(nodes.count)
      nodes.append(Node(label: "", href: nil, isPassage: true))
      columns.append(column)
    }
    route.append(to)
    edges += zip(route, route.dropFirst()).map { (from: $0, to: $1) }
    routes.append(route)
  }

  /// Puts each node of a column at the mean place of those it is joined with.
  private mutating func sort(
    _ column: Int, beside other: KeyPath<(from: Int, to: Int), Int>,
    of own: KeyPath<(from: Int, to: Int), Int>
  ) {
    var rows = [Int](repeating: 0, count: nodes.count)
    for list in order { for (row, node) in list.enumerated() { rows[node] = row } }
    let keys = Dictionary(
      uniqueKeysWithValues: order[column].map { node in
        let joined = edges.filter { $0[keyPath: own] == node }.map { rows[$0[keyPath: other]] * 1000 }
        return (node, joined.isEmpty ? rows[node] * 1000 : joined.reduce(0, +) / joined.count)
      })
    order[column].sort { (keys[$0] ?? 0, $0) < (keys[$1] ?? 0, $1) }
  }

  // MARK: Places

  private func boxWidth(ofColumn column: Int) -> Int {
    (order[column].map { nodes[$0].label.count }.max() ?? 0) * Self.characterWidth + 20
  }

  private func left(ofColumn column: Int) -> Int {
    (0..<column).reduce(2) { $0 + boxWidth(ofColumn: $1) + Self.columnGap }
  }

  private var tallest: Int { order.map(\.count).max() ?? 0 }
  private var height: Int { tallest * Self.rowHeight + 4 }
  private var width: Int { left(ofColumn: order.count) - Self.columnGap + 2 }

  /// The top of a node's box; short columns stand in the middle.
  private func top(of node: Int) -> Int {
    let list = order[columns[node]]
    let row = list.firstIndex(of: node) ?? 0
    return 2 + (Self.rowHeight - Self.boxHeight) / 2 + (tallest - list.count) * Self.rowHeight / 2 + row
      * Self.rowHeight
  }

  // MARK: SVG

  private func append(_ route: [Int], to html: inout [UInt8]) {
    let start = route[0]
    html.append("<path d=\"M\(right(of: start)) \(middle(of: start))")
    for (from, to) in zip(route, route.dropFirst()) {
      let (fromX, toX) = (right(of: from), left(ofColumn: columns[to]))
      let bend = Self.columnGap / 2
      html.append(
        "C\(fromX + bend) \(middle(of: from)) \(toX - bend) \(middle(of: to)) \(toX) \(middle(of: to))")
      if nodes[to].isPassage { html.append("H\(right(of: to))") }
    }
    html.append("\"/>\n")
  }

  private func right(of node: Int) -> Int {
    left(ofColumn: columns[node]) + boxWidth(ofColumn: columns[node])
  }
  private func middle(of node: Int) -> Int { top(of: node) + Self.boxHeight / 2 }

  private func append(_ index: Int, to html: inout [UInt8]) {
    let node = nodes[index]
    let (x, y) = (left(ofColumn: columns[index]), top(of: index))
    if let href = node.href {
      html.append("<a href=\"")
      html.append(escaping: href)
      html.append("\">")
    }
    html.append(node.isMarked ? "<rect class=\"marked\"" : "<rect")
    html.append(
      " x=\"\(x)\" y=\"\(y)\" width=\"\(boxWidth(ofColumn: columns[index]))\" height=\"\(Self.boxHeight)\" rx=\"6\"/>"
    )
    html.append("<text x=\"\(x + 10)\" y=\"\(y + 18)\">")
    html.append(escaping: node.label)
    html.append(node.href == nil ? "</text>\n" : "</text></a>\n")
  }
}
