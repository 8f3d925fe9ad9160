extension Rule {
  static let redirectShadowsPage = Rule(
    "redirect-shadows-page", .pages, .warning,
    "A redirect leads from an address where a page is, or where another redirect leads from"
  ) { catalog in
    let chain = RedirectChain(catalog)
    let looping = Set(chain.circles.joined())
    return catalog.redirects.indices.compactMap { index -> Finding? in
      let redirect = catalog.redirects[index]
      guard redirect.isUnconditional, !looping.contains(index), folderAddress(redirect.to) != redirect.source
      else { return nil }
      return beside(page: index, catalog) ?? beside(redirect: index, chain, catalog)
    }
  }

  private static func beside(page index: Int, _ catalog: Catalog) -> Finding? {
    let redirect = catalog.redirects[index]
    let help = "drop the redirect, or move what is there"
    switch catalog.links.redirects[index].source {
    case .page(let target, _):
      let page = catalog.pages[target]
      return Finding(
        "`\(redirect.from.value)` is the address of a page", at: redirect.from.place,
        label: "so this is no old address",
        related: [Related("the page", at: page.firstLine)], help: help,
        facts: [redirect.from.value, page.path])
    case .file:
      return Finding(
        "`\(redirect.from.value)` is the address of a generated page or a file", at: redirect.from.place,
        label: "so this is no old address", help: help, facts: [redirect.from.value])
    default: return nil
    }
  }

  private static func beside(redirect index: Int, _ chain: RedirectChain, _ catalog: Catalog) -> Finding? {
    let redirect = catalog.redirects[index]
    guard let first = chain.first[redirect.source], first != index else { return nil }
    let other = catalog.redirects[first]
    guard folderAddress(other.to) != folderAddress(redirect.to) else { return nil }
    return Finding(
      "`\(redirect.from.value)` leads to `\(redirect.to)` here, and to `\(other.to)` elsewhere",
      at: redirect.from.place, related: [Related("this one is followed", at: other.from.place)],
      help: "keep one of the two", facts: [redirect.from.value, redirect.to, other.to])
  }
}
