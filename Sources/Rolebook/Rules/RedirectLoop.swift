extension Rule {
  static let redirectLoop = Rule(
    "redirect-loop", .pages, .error,
    "Redirects lead in a circle, or superseded pages name each other as successors"
  ) { catalog in
    let loops = RedirectChain(catalog).circles.map { finding($0.map { catalog.redirects[$0] }) }
    let next = catalog.pages.indices.map { catalog.links.successor(of: $0) }
    return loops + circles(following: next).map { finding(successors: $0, catalog) }
  }

  private static func finding(_ redirects: [Redirect]) -> Finding {
    let first = redirects[0]
    let sources = redirects.map(\.from.value)
    guard redirects.count > 1 else {
      return Finding(
        "`\(first.from.value)` redirects to itself", at: first.from.place,
        help: first.toPlace == nil
          ? "drop it: the page is at this address already" : "drop it, or write where it should lead",
        facts: sources)
    }
    let through = redirects.count == 2 ? "`\(sources[1])`" : "\(redirects.count - 1) other redirects"
    return Finding(
      "`\(first.from.value)` leads back to itself through \(through)", at: first.from.place,
      label: "to `\(first.to)`",
      related: redirects.dropFirst().prefix(relatedLimit).map {
        Related("on to `\($0.to)`", at: $0.from.place)
      },
      help: "let one of them lead to the page that readers should see", facts: sources.sorted())
  }

  private static func finding(successors: [Int], _ catalog: Catalog) -> Finding {
    let pages = successors.map { catalog.pages[$0] }
    let paths = pages.map { catalog.files[Int($0.file)].path }
    let places = pages.map { $0.frontMatter.supersededBy?.place ?? $0.firstLine }
    let message =
      pages.count == 1
      ? "the page names itself as its successor"
      : "`\(paths[1])` is the successor of this page, and leads back to it"
    return Finding(
      message, at: places[0],
      related: zip(paths, places).dropFirst().prefix(relatedLimit).map {
        Related("the successor of `\($0.0)`", at: $0.1)
      },
      help: "name the page that readers should follow today", facts: paths.sorted())
  }

  /// How many further places a finding shows that could have thousands.
  private static let relatedLimit = 8
}

/// Which redirect follows which; only those that every reader is led by.
struct RedirectChain {
  /// Beside `Catalog.redirects`: the redirect that leads on from where each leads to.
  private var next: [Int?]
  /// The first redirect from each address, which is the one that servers follow.
  private(set) var first: [String: Int] = [:]

  init(_ catalog: Catalog) {
    let redirects = catalog.redirects
    next = redirects.map { _ in nil }
    for (index, redirect) in redirects.enumerated() where redirect.isUnconditional {
      let source = redirect.isPattern ? redirect.from.value : redirect.source
      if first[source] == nil { first[source] = index }
    }
    for index in first.values { next[index] = following(redirects[index], index, catalog) }
  }

  /// The circles, each as indices into `Catalog.redirects`.
  var circles: [[Int]] { Rolebook.circles(following: next) }

  private func following(_ redirect: Redirect, _ index: Int, _ catalog: Catalog) -> Int? {
    if redirect.isPattern {
      let same = redirect.from.value.replacing("*", with: ":splat") == redirect.to
      return same ? index : nil
    }
    let target = path(redirect.to, catalog.settings.baseURL)
    guard let target, let next = first[folderAddress(target)] else { return nil }
    // Servers may add or take away the slash at the end by a redirect.
    let path = target.prefix { $0 != "?" && $0 != "#" }
    return next == index && percentDecoded(String(path)) != percentDecoded(redirect.from.value) ? nil : next
  }

  /// Where a redirect leads on this site, from `/`.
  private func path(_ target: String, _ base: String?) -> String? {
    if target.hasPrefix("/") { return target.hasPrefix("//") ? nil : target }
    guard let base, target.hasPrefix(base) else { return nil }
    return "/" + target.dropFirst(base.count)
  }
}
