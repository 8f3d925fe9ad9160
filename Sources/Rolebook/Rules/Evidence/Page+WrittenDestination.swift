import Markdown

extension Page {
  /// Where a link's destination is written; all of the link where it stands elsewhere, as in a definition.
  func writtenDestination(of link: PageLink) -> Place {
    let bytes = document.source.bytes
    let destination = Array(destination(of: link).utf8)
    let span = link.place.span
    guard !destination.isEmpty, destination.count <= span.count else { return link.place }
    // The last place, since the link's text may read like its destination.
    var start = span.end - destination.count
    while start >= span.start {
      if bytes[start..<start + destination.count].elementsEqual(destination) {
        return place(Span(start, start + destination.count))
      }
      start -= 1
    }
    return link.place
  }
}
