import Markdown

/// The numbers under which readers of a page find steps.
struct ShownSteps {
  private struct Item {
    let list: Int
    let node: Int
    /// As readers see it.
    let shown: Int
  }

  private let page: Page
  /// By number: the first list that shows it.
  private var firstList: [Int: Int] = [:]
  /// The numbers of lists that go on from another one, and of headings, labels and cells.
  private var anywhere: Set<Int> = []
  /// By number: the items that are written with it and shown with another.
  private var renumbered: [Int: [Item]] = [:]
  /// By paragraph or cell: the steps that it stands in, the outermost first.
  private var steps: [Int: [Item]] = [:]
  /// Beside the page's headings: the node after the section's last.
  private let sectionEnds: [Int]
  /// Whether the page has a list of two steps or more.
  private(set) var hasList = false

  init(_ page: Page) {
    self.page = page
    sectionEnds = Self.sectionEnds(of: page)
    let nodes = page.document.nodes
    var items: [Int: Item] = [:]
    var open: [Item] = []
    for index in nodes.indices {
      while let last = open.last, nodes[last.node].end <= index { open.removeLast() }
      switch nodes[index].kind {
      case .list where nodes[index].isOrdered: add(list: index, to: &items)
      case .item: if let item = items[index] { open.append(item) }
      case .heading, .paragraph, .cell:
        if let number = label(of: index) { anywhere.insert(number) }
        if !open.isEmpty { steps[index] = open }
      default: break
      }
    }
  }

  private mutating func add(list: Int, to items: inout [Int: Item]) {
    let numbering = StepNumbering(list: list, of: page.document)
    if numbering.numbers.count > 1 { hasList = true }
    // A list that begins with a wrong number is judged itself; its steps are those that it means.
    if let start = numbering.likelyStart { anywhere.insert(start) }
    for (position, number) in numbering.numbers.enumerated() {
      let shown = numbering.meantStart.map { $0 + position } ?? number.shown
      let item = Item(list: list, node: number.item, shown: shown)
      items[number.item] = item
      if firstList[shown] == nil { firstList[shown] = list }
      if numbering.numbers[0].shown > 1 { anywhere.insert(shown) }
    }
    guard numbering.meantStart == nil else { return }
    let right = Set(numbering.numbers.filter { $0.shift == 0 }.map(\.written))
    for number in numbering.slips.joined() where !right.contains(number.written) {
      let item = Item(list: list, node: number.item, shown: number.shown)
      renumbered[number.written, default: []].append(item)
    }
  }

  /// The number that a block begins with: `Step 3: …`, `3) …`, or a cell of numbers.
  private func label(of block: Int) -> Int? {
    guard let first = page.document.firstText(in: block) else { return nil }
    var text = Substring(first).drop { !$0.isLetter && !$0.isNumber }
    if text.prefix(4).lowercased() == "step" { text = text.dropFirst(4).drop { !$0.isNumber } }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return digits.count < 4 ? Int(digits) : nil
  }

  /// Whether steps may stand where they are not seen: in raw HTML, or in what another tool puts in.
  var mayBeElsewhere: Bool {
    let document = page.document
    return document.nodes.contains { node in
      switch node.kind {
      case .htmlBlock, .htmlInline:
        HTMLTag.all(in: document.source, node.span).contains {
          ["ol", "li", "steps", "step"].contains($0.name)
        }
      case .text:
        document.withBytes(of: node.literal) { text in
          text.indices.dropLast().contains { index in
            text[index] == UInt8(ascii: "{") && "{%".utf8.contains(text[index + 1])
          }
        }
      default: false
      }
    }
  }

  /// What readers find who follow a phrase in a block to one of its numbers.
  func target(of number: Int, _ phrase: StepPhrase, in block: Int) -> StepReference.Target {
    let own = steps[block] ?? []
    let moved = renumbered[number] ?? []
    let ownMoved = moved.filter { item in own.contains { $0.list == item.list } }
    if ownMoved.count == 1 { return target(ownMoved[0]) }
    guard isShown(number, in: block, anywhere: own.isEmpty || phrase.pointsElsewhere) else {
      return moved.count == 1 ? target(moved[0]) : .nothing
    }
    guard phrase.isOfThePast, own.count == 1, number >= own[0].shown, firstList[number] == own[0].list,
      !anywhere.contains(number)
    else { return .step }
    return .notBefore(place(of: own[0]))
  }

  private func target(_ item: Item) -> StepReference.Target {
    .renumbered(shown: item.shown, written: place(of: item))
  }

  /// Whether a step that the block may mean has the number: one before it or in its section, else any.
  private func isShown(_ number: Int, in block: Int, anywhere isAnywhere: Bool) -> Bool {
    if anywhere.contains(number) { return true }
    guard let list = firstList[number] else { return false }
    return isAnywhere || list < block || list < sectionEnd(of: block)
  }

  private func place(of item: Item) -> Place {
    let span = page.document.nodes[item.node].span
    let mark = page.document.source.bytes[span.range].prefix { $0 > 0x20 }
    return page.place(Span(span.start, span.start + mark.count))
  }

  private func sectionEnd(of block: Int) -> Int {
    var low = 0
    var high = page.headings.count
    while low < high {
      let middle = (low + high) / 2
      if page.headings[middle].node < block { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? page.headings.first?.node ?? page.document.nodes.count : sectionEnds[low - 1]
  }

  private static func sectionEnds(of page: Page) -> [Int] {
    var ends = page.headings.map { _ in page.document.nodes.count }
    var open: [Int] = []
    for (index, heading) in page.headings.enumerated() {
      while let last = open.last, page.headings[last].level >= heading.level {
        ends[last] = heading.node
        open.removeLast()
      }
      open.append(index)
    }
    return ends
  }
}

extension Document {
  /// The first text below a node, if it starts with text.
  fileprivate func firstText(in node: Int) -> String? {
    var index = node + 1
    while index < nodes[node].end {
      switch nodes[index].kind {
      case .text: return string(nodes[index].literal)
      case .strong, .emphasis, .link: index += 1
      default: return nil
      }
    }
    return nil
  }
}
