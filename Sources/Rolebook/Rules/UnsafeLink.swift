import Markdown

extension Rule {
  static let unsafeLink = Rule(
    "unsafe-link", .pages, .error, "A link or image has a scheme that can run code or that is not published"
  ) { catalog in
    let stray = Set(catalog.links.strayPages)
    let judged = catalog.pages.indices.filter {
      catalog.pages[$0].frontMatter.allowsRawHTML || stray.contains($0)
    }
    return judged.flatMap { index -> [Finding] in
      let page = catalog.pages[index]
      let links = catalog.links.links[index].filter { $0.target == .unsafe }.map { link in
        UnsafeAddress(
          page.destination(of: link), at: page.writtenDestination(of: link),
          isImage: page.document.nodes[link.node].kind == .image)
      }
      return findings(links + (page.frontMatter.allowsRawHTML ? UnsafeAddress.inHTML(of: page) : []), page)
    }
  }

  /// One finding for each address, however often the page has it.
  private static func findings(_ addresses: [UnsafeAddress], _ page: Page) -> [Finding] {
    var positions: [String: Int] = [:]
    var groups: [(first: UnsafeAddress, others: [Place])] = []
    for address in addresses {
      if let position = positions[address.text] {
        groups[position].others.append(address.place)
      } else {
        positions[address.text] = groups.count
        groups.append((address, []))
      }
    }
    return groups.map { $0.first.finding(others: $0.others, page) }
  }
}

/// An address with a scheme that links may not have.
private struct UnsafeAddress {
  let text: String
  let place: Place
  private let scheme: String
  private let isImage: Bool

  init(_ text: String, at place: Place, isImage: Bool) {
    self.text = text
    self.place = place
    self.isImage = isImage
    scheme = LinkScheme.scheme(of: text.utf8) ?? ""
  }

  private var isPicture: Bool {
    isImage && scheme == "data" && text.lowercased().firstRange(of: "data:image/") != nil
  }
  private var runsCode: Bool { ["javascript", "vbscript", "data"].contains(scheme) && !isPicture }

  /// The addresses in raw HTML that can run code; what else there is passes and works.
  static func inHTML(of page: Page) -> [UnsafeAddress] {
    page.document.nodes.filter { $0.kind == .htmlBlock || $0.kind == .htmlInline }.flatMap { node in
      HTMLTag.all(in: page.document.source, node.span).flatMap { tag in
        tag.attributes.filter { addressAttributes.contains($0.name) }.map { attribute in
          UnsafeAddress(attribute.value, at: page.place(tag.span), isImage: attribute.name == "src")
        }
      }
    }.filter(\.runsCode)
  }

  private static let addressAttributes: Set<String> = [
    "href", "src", "action", "formaction", "xlink:href", "data",
  ]

  func finding(others: [Place], _ page: Page) -> Finding {
    var finding = Finding(
      message, at: place, label: others.isEmpty ? nil : "and \(others.count) more on this page",
      related: others.prefix(3).map { Related("here too", at: $0) }, help: help, facts: [page.path, text])
    if !runsCode { finding.severity = .warning }
    return finding
  }

  private var message: String {
    if runsCode { return "an address with the scheme `\(scheme):` can run code" }
    if isPicture { return "an image with the scheme `data:` is not shown" }
    return "\(isImage ? "an image" : "a link") with the scheme `\(scheme):` is published without its address"
  }

  private var help: String {
    if runsCode { return "link to a page or to an `https:` address" }
    if isPicture { return "keep the image as a file beside the page" }
    let rest = text.drop { $0 != ":" }.dropFirst()
    if scheme == "localhost" || scheme.contains("."), rest.first?.isNumber == true {
      return "write `http://\(text)`"
    }
    return
      "links may start with `https:`, `http:`, `mailto:`, `tel:` or `ftp:`; other addresses can stand in code"
  }
}
