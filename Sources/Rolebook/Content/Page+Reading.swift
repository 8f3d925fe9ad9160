import Markdown

extension Page {
  /// Reads the page files among these, in parallel, but those that are kept from before; drafts are left out. Ordered
  /// by path.
  static func readAll(
    _ files: [SourceFile], settings: Settings, cache: DocumentCache?, kept: KeptPages? = nil, jobs: Int
  ) async -> [Page] {
    let pages = files.indices.filter { files[$0].role == .page }.sorted { files[$0].path < files[$1].path }
    let read = await parallelMap(pages.count, jobs: jobs) { index in
      kept?[pages[index]]
        ?? Page(reading: files[pages[index]], file: FileID(pages[index]), settings: settings, cache: cache)
    }
    return read.filter { !$0.frontMatter.isDraft }
  }

  /// Reads one page. A file that could not be read gives a page without text.
  public init(
    reading source: SourceFile, file: FileID, settings: Settings, cache: DocumentCache? = nil
  ) {
    let path = Self.path(of: source.path, below: settings.content)
    let isReadable = source.fault == nil
    let blob = BlobID(of: source.text.bytes)
    let kept = isReadable ? cache?.reading(of: blob, source: source.text) : nil
    let text = isReadable ? source.text : SourceText([])
    let own = FrontMatter(
      reading: text, file: file, otherKeys: settings.frontMatterKeys, kept: kept?.frontMatter)
    let defaults = settings.pages.first { $0.match.matches(source.path) || $0.match.matches(path) }
    var values = defaults.map { own.filled(from: $0.frontMatter) } ?? own
    let kind = values.readKind(settings.defaultKind)
    var options = ParseOptions()
    options.limits = settings.limits
    let document =
      kept?.document
      ?? Document(parsing: text, from: own.span.end, options: options)
    self.init(
      Parts(
        file: file, path: path, address: Self.address(of: path, extensions: settings.extensions),
        frontMatter: values, blob: blob, document: document, headings: Self.headings(of: document),
        kind: kind))
  }

  /// A file's path below the content folder.
  static func path(of path: String, below folder: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
  }

  /// `bigquery/roles.md` is found at `/bigquery/roles/`; `index.md`, `_index.md` and `README.md` at their
  /// folder.
  static func address(of path: String, extensions: [String]) -> String {
    var name = path
    for ending in extensions where name.hasSuffix("." + ending) {
      name.removeLast(ending.count + 1)
      break
    }
    let start = name.utf8.lastIndex(of: UInt8(ascii: "/")).map(name.utf8.index(after:)) ?? name.startIndex
    if ["index", "_index", "README"].contains(name[start...]) { name.removeSubrange(start...) }
    if name.isEmpty { return "/" }
    return "/" + name + (name.hasSuffix("/") ? "" : "/")
  }

  private static func headings(of document: Document) -> [Heading] {
    var slugs = Slugs()
    return document.indices(of: .heading).map { index in
      let node = document.nodes[index]
      let text = document.plainText(index)
      let own = document.string(document.extra(index))
      let anchor = own.isEmpty ? slugs.anchor(for: text) : slugs.unique(own)
      return Heading(node: index, level: node.level, text: text, anchor: anchor, span: node.span)
    }
  }
}

extension FrontMatter {
  /// The kind of the page. Reference pages and guides must name their platform; a reference page that does not
  /// can state nothing, and is a concept.
  fileprivate mutating func readKind(_ defaultKind: Kind?) -> Kind {
    let kind = self.kind?.value ?? defaultKind ?? .concept
    guard kind != .concept, platform == nil else { return kind }
    // A name that was refused has its problem already.
    let isRefused = problems.contains { problem in
      if case .wrongType("platform", _, _) = problem.fault { true } else { false }
    }
    if let written = self.kind, !isRefused {
      let fault = SettingProblem.Fault.wrongType(
        key: "platform", expected: "the name of a platform", found: "missing")
      problems.append(SettingProblem(fault, written.place))
    }
    return kind == .reference ? .concept : kind
  }
}
