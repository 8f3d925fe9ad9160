import Markdown

/// A nested list of links that knows where each of them stands.
struct SidebarList {
  let href: Href
  private(set) var html: [UInt8] = []
  /// Address → where its link's attributes start.
  private(set) var marks: [String: Int] = [:]

  init(href: Href) { self.href = href }

  mutating func nest(_ items: (inout SidebarList) -> Void) {
    html.append("<ul>\n")
    items(&self)
    html.append("</ul>\n")
  }

  mutating func item(_ title: String, _ address: String) { link(title, address, start: "<li><a") }

  /// A link to a list that is not shown here.
  mutating func folder(_ title: String, _ address: String) {
    link(title, address, start: "<li class=\"folder\"><a")
  }

  /// A list that readers may open and close.
  mutating func group(_ title: String, isOpen: Bool, _ items: (inout SidebarList) -> Void) {
    html.append(isOpen ? "<li><details open><summary>" : "<li><details><summary>" as StaticString)
    html.append(escaping: title)
    html.append("</summary>\n")
    nest(items)
    html.append("</details></li>\n")
  }

  private mutating func link(_ title: String, _ address: String, start: StaticString) {
    html.append(start)
    marks[address] = html.count
    html.append(" href=\"")
    href.append(address, to: &html)
    html.append("\">")
    html.append(escaping: title)
    html.append("</a></li>\n")
  }
}
