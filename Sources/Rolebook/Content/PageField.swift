/// What every page offers to every template, in the order of names.
enum PageField: Int, CaseIterable {
  case banner, body, breadcrumbs, canonical, changesLink, contents, description, editLink, feedbackNoLink
  case feedbackYesLink, headTitle, heading, home, icon, issueLink, kind, lang, lastModified, lead
  case markdownLink, pager, permissionsLink, redirectTarget, rolesLink, root, script, sidebar, siteTitle
  case stylesheet, text, title

  /// The names that templates use, beside `allCases`: `head_title`.
  static let names = allCases.map { field in
    "\(field)".map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()
  }

  private static let byName = Dictionary(
    zip(names, allCases), uniquingKeysWith: { first, _ in first })

  init?(name: String) {
    guard let field = Self.byName[name] else { return nil }
    self = field
  }
}
