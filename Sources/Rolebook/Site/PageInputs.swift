import Markdown

extension SitePlan {
  /// What the HTML of a page is made from: its file, where its links lead, and its place among the other pages. Nil where
  /// it shows more than that, as guides do, and pages with findings.
  func inputs(ofPage index: Int) -> InputDigest? {
    let page = catalog.pages[index]
    guard guideOfPage[index] == nil, !page.isSuperseded, findingsOfFile[page.file] == nil else { return nil }
    var inputs = linkInputs(ofPage: index)
    inputs.add(page.kind.rawValue)
    inputs.add(lastModified(ofPage: index))
    inputs.add(isSectionStart(index))
    let parents = parents(ofPage: index)
    inputs.add(parents.count)
    for parent in parents {
      inputs.add(parent.title)
      inputs.add(parent.address)
    }
    for neighbor in [previousPage(of: index), nextPage(of: index)] {
      inputs.add(neighbor.map { catalog.pages[$0].title })
      inputs.add(neighbor.map { catalog.pages[$0].address })
    }
    inputs.add(sidebars.digest(section: sections.sectionOfPage[index], href(from: page.address)))
    inputs.add(icon)
    inputs.add(catalog.permissions.isEmpty)
    inputs.add(catalog.roles.isEmpty)
    return inputs.digest
  }

  /// What the Markdown of a page is made from.
  func markdownInputs(ofPage index: Int) -> InputDigest { linkInputs(ofPage: index).digest }

  /// The page's file, and where its links and names lead.
  private func linkInputs(ofPage index: Int) -> InputList {
    let page = catalog.pages[index]
    var inputs = InputList()
    inputs.add(page.blob)
    inputs.add(catalog.files[Int(page.file)].path)
    inputs.add(page.address)
    let links = catalog.links.links(ofPage: index)
    inputs.add(links.count)
    for link in links {
      inputs.add(link.node)
      add(link.target, to: &inputs)
    }
    for mention in catalog.mentions[pageMentions[index]] {
      inputs.add(mention.node)
      switch mention.target {
      case .permission(let index): inputs.add(catalog.permissions[index].address)
      case .role(let index): inputs.add(catalog.roles[index].address)
      }
    }
    return inputs
  }

  private func add(_ target: PageLink.Target, to inputs: inout InputList) {
    switch target {
    case .page(let page, let anchor):
      inputs.add("page")
      inputs.add(catalog.pages[page].address)
      inputs.add(anchor)
    case .missingAnchor(let page, _):
      inputs.add("page")
      inputs.add(catalog.pages[page].address)
      inputs.add(nil as String?)
    case .file(let address):
      inputs.add("file")
      inputs.add(address)
    case .missingPage, .external, .unsafe: inputs.add("as written")
    }
  }
}
