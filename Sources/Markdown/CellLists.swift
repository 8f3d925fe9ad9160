extension Document {
  /// The tags of the lists and paragraphs in a cell, where they are well nested and have no attributes: a cell has
  /// no other way to hold a list.
  public func listTags(inCell cell: Int) -> [Int] {
    guard nodes[(cell + 1)..<Int(nodes[cell].end)].contains(where: { $0.kind == .htmlInline }) else {
      return []
    }
    var open: [String] = []
    var tags: [Int] = []
    for child in children(of: cell) where nodes[child].kind == .htmlInline {
      let tag = string(nodes[child].literal).lowercased()
      switch tag {
      case "<ul>", "<ol>", "<p>":
        guard open.last != "<p>" else { return [] }
        open.append(tag)
      case "<li>":
        if open.last == "<li>" { open.removeLast() }
        guard open.last == "<ul>" || open.last == "<ol>" else { return [] }
        open.append(tag)
      case "</ul>", "</ol>", "</li>", "</p>":
        if open.last == "<li>", tag != "</li>" { open.removeLast() }
        guard let last = open.popLast(), last.dropFirst() == tag.dropFirst(2) else { return [] }
      default: continue
      }
      tags.append(child)
    }
    return open.isEmpty ? tags : []
  }
}
