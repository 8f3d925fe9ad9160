extension Rule {
  /// The rule's page as Markdown, without its front matter: `content/rules/<id>.md`, inside the program.
  public var page: String? {
    guard let text = RulePages.all.first(where: { $0.name == id + ".md" })?.text else { return nil }
    let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[2].drop { $0.isNewline }) : text
  }
}
