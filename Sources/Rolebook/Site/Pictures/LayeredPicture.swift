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
  /// Node → its place in its column, from the top.
  private var rows: [Int]
  /// By column: how wide its boxes are, and where they start.
  private var boxWidths: [Int] = []
  private var lefts: [Int] = []
  private var tallest = 0

  /// Lines lead from a column to one further right.
  init(_ nodes: [Node], columns: [Int], edges: [(from: Int, to: Int)]) {
    self.nodes = nodes
    self.columns = columns
    order = Array(repeating: [], count: (columns.max() ?? -1) + 1)
    rows = []
    for edge in edges { addRoute(from: edge.from, to: edge.to) }
    rows = Array(repeating: 0, count: self.nodes.count)
    for node in self.nodes.indices { order[self.columns[node]].append(node) }
    for column in order.indices { noteRows(of: column) }
    let edgesFrom = edgesByColumn { $0.from }
    let edgesTo = edgesByColumn { $0.to }
    for _ in 0..<4 {
      for column in order.indices.dropFirst() { sort(column, by: edgesTo[column].map { ($0.to, $0.from) }) }
      for column in order.indices.dropLast().reversed() {
        sort(column, by: edgesFrom[column].map { ($0.from, $0.to) })
      }
    }
    place()
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

  /// The lines between neighbouring columns, by the column of one of their ends.
  private func edgesByColumn(_ end: ((from: Int, to: Int)) -> Int) -> [[(from: Int, to: Int)]] {
    var lists = [[(from: Int, to: Int)]](repeating: [], count: order.count)
    for edge in edges { lists[columns[end(edge)]].append(edge) }
    return lists
  }

  /// Puts each node of a column at the mean place of those it is joined with.
  private mutating func sort(_ column: Int, by joints: [(node: Int, other: Int)]) {
    let list = order[column]
    var sums = [Int](repeating: 0, count: list.count)
    var counts = sums
    for (node, other) in joints {
      sums[rows[node]] += rows[other] * 1000
      counts[rows[node]] += 1
    }
    let keys = list.indices.map { counts[$0] == 0 ? $0 * 1000 : sums[$0] / counts[$0] }
    order[column] = list.indices.sorted { (keys[$0], list[$0]) < (keys[$1], list[$1]) }.map { list[$0] }
    noteRows(of: column)
  }

  private mutating func noteRows(of column: Int) {
    for (row, node) in order[column].enumerated() { rows[node] = row }
  }

  // MARK: Places

  private mutating func place() {
    boxWidths = order.map { ($0.map { nodes[$0].label.count }.max() ?? 0) * Self.characterWidth + 20 }
    lefts = boxWidths.reduce(into: [2]) { $0.append($0[$0.count - 1] + $1 + Self.columnGap) }
    tallest = order.map(\.count).max() ?? 0
  }

  private var height: Int { tallest * Self.rowHeight + 4 }
  private var width: Int { lefts[order.count] - Self.columnGap + 2 }

  /// The top of a node's box; short columns stand in the middle.
  private func top(of node: Int) -> Int {
    let above = (tallest - order[columns[node]].count) * Self.rowHeight / 2
    return 2 + (Self.rowHeight - Self.boxHeight) / 2 + above + rows[node] * Self.rowHeight
  }

  // MARK: SVG

  private func append(_ route: [Int], to html: inout [UInt8]) {
    let start = route[0]
    html.append("<path d=\"M\(right(of: start)) \(middle(of: start))")
    for (from, to) in zip(route, route.dropFirst()) {
      let (fromX, toX) = (right(of: from), lefts[columns[to]])
      let bend = Self.columnGap / 2
      html.append(
        "C\(fromX + bend) \(middle(of: from)) \(toX - bend) \(middle(of: to)) \(toX) \(middle(of: to))")
      if nodes[to].isPassage { html.append("H\(right(of: to))") }
    }
    html.append("\"/>\n")
  }

  private func right(of node: Int) -> Int {
    lefts[columns[node]] + boxWidths[columns[node]]
  }
  private func middle(of node: Int) -> Int { top(of: node) + Self.boxHeight / 2 }

  private func append(_ index: Int, to html: inout [UInt8]) {
    let node = nodes[index]
    let (x, y) = (lefts[columns[index]], top(of: index))
    if let href = node.href {
      html.append("<a href=\"")
      html.append(escaping: href)
      html.append("\">")
    }
    html.append(node.isMarked ? "<rect class=\"marked\"" : "<rect")
    html.append(
      " x=\"\(x)\" y=\"\(y)\" width=\"\(boxWidths[columns[index]])\" height=\"\(Self.boxHeight)\" rx=\"6\"/>"
    )
    html.append("<text x=\"\(x + 10)\" y=\"\(y + 18)\">")
    html.append(escaping: node.label)
    html.append(node.href == nil ? "</text>\n" : "</text></a>\n")
  }
}
