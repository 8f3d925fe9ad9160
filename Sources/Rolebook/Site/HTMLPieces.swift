import Markdown

/// The pieces of HTML that generated pages are made of. Texts are escaped, `href`s are taken as they are.
extension Array where Element == UInt8 {
  mutating func appendLink(_ title: String, to href: String) {
    append("<a href=\"")
    append(escaping: href)
    append("\">")
    append(escaping: title)
    append("</a>")
  }

  mutating func appendHeading(_ title: String, id: String, count: Int? = nil) {
    append("<h2 id=\"\(id)\"><a class=\"anchor\" href=\"#\(id)\">")
    append(escaping: title)
    if let count { append(" <span class=\"count\">\(count)</span>") }
    append("</a></h2>\n")
  }

  mutating func appendParagraph(_ text: String) {
    append("<p>")
    append(escaping: text)
    append("</p>\n")
  }

  mutating func appendCode(_ text: String) {
    append("<code>")
    appendBreaking(text)
    append("</code>")
  }

  /// A list of what `item` writes for each element.
  mutating func appendList<Elements: Sequence>(
    _ elements: Elements, named name: String = "", _ item: (inout [UInt8], Elements.Element) -> Void
  ) {
    append(name.isEmpty ? "<ul>\n" : "<ul class=\"\(name)\">\n")
    for element in elements {
      append("<li>")
      item(&self, element)
      append("</li>\n")
    }
    append("</ul>\n")
  }

  /// A table in a box of its own, that scrolls where it is too wide; `rows` writes the `tr` elements.
  mutating func appendTable(
    _ headers: [String], numbers: ClosedRange<Int>? = nil, caption: String? = nil,
    rows: (inout [UInt8]) -> Void
  ) {
    append("<div class=\"table-box\">\n<table>\n")
    if let caption {
      append("<caption>")
      append(escaping: caption)
      append("</caption>\n")
    }
    append("<thead>\n<tr>")
    for (index, header) in headers.enumerated() {
      append(numbers?.contains(index) == true ? "<th class=\"number\" scope=\"col\">" : "<th scope=\"col\">")
      append(escaping: header)
      append("</th>")
    }
    append("</tr>\n</thead>\n<tbody>\n")
    rows(&self)
    append("</tbody>\n</table>\n</div>\n")
  }

  mutating func appendCell(_ cell: (inout [UInt8]) -> Void) {
    append("<td>")
    cell(&self)
    append("</td>")
  }

  mutating func appendCell(_ number: Int) {
    append("<td class=\"number\">")
    append(String(number))
    append("</td>")
  }

  /// A term and its value in a list of facts.
  mutating func appendFact(_ term: String, _ value: (inout [UInt8]) -> Void) {
    append("<div><dt>")
    append(escaping: term)
    append("</dt><dd>")
    value(&self)
    append("</dd></div>\n")
  }

  mutating func appendFact(_ term: String, _ value: String) {
    appendFact(term) { $0.append(escaping: value) }
  }
}
