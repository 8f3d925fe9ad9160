import Mustache

/// What a page offers to the templates, by `TemplateSource.offeredNames`; fragments come finished.
///
/// A switch over names, because a dictionary for each page costs more than rendering it does.
final class PageView: MustacheParent {
  let siteTitle: String
  private let texts: InterfaceTexts
  var title = ""
  var headTitle = ""
  /// The heading of level 1, where the body has none.
  var heading: String?
  var summary: String?
  var kind: String?
  var canonical: String?
  var editLink: String?
  var issueLink: String?
  var feedbackYesLink: String?
  var feedbackNoLink: String?
  /// The page as Markdown.
  var markdownLink: String?
  var lastModified: String?
  var redirectTarget: String?
  var root = ""
  var home = ""
  var stylesheet = ""
  var icon = ""
  var script = ""
  var permissionsLink: String?
  var rolesLink: String?
  /// The page of changes, where one is published.
  var changesLink: String?
  var sidebar: [UInt8]?
  var breadcrumbs: [UInt8]?
  var contents: [UInt8]?
  var banner: [UInt8]?
  var body = ""
  var pager: [UInt8]?

  init(siteTitle: String, texts: InterfaceTexts) {
    self.siteTitle = siteTitle
    self.texts = texts
  }

  func child(named name: String) -> Any? { text(name) ?? texts.text(ofTemplateName: name) }

  /// What a field holds; nil where the page has none.
  func text(_ name: String) -> String? {
    html(name).map { String(decoding: $0, as: UTF8.self) } ?? plainText(name)
  }

  /// The finished HTML of a field that holds some.
  func html(_ name: String) -> [UInt8]? {
    switch name {
    case "banner": banner
    case "breadcrumbs": breadcrumbs
    case "contents": contents
    case "pager": pager
    case "sidebar": sidebar
    default: nil
    }
  }

  /// What a field holds that is no HTML, and the body.
  func plainText(_ name: String) -> String? {
    switch name {
    case "body": body
    case "canonical": canonical
    case "changes_link": changesLink
    case "description": summary
    case "edit_link": editLink
    case "feedback_no_link": feedbackNoLink
    case "feedback_yes_link": feedbackYesLink
    case "head_title": headTitle
    case "heading": heading
    case "home": home
    case "icon": icon
    case "issue_link": issueLink
    case "kind": kind
    case "lang": texts.say("lang")
    case "last_modified": lastModified
    case "markdown_link": markdownLink
    case "permissions_link": permissionsLink
    case "redirect_target": redirectTarget
    case "roles_link": rolesLink
    case "root": root
    case "script": script
    case "site_title": siteTitle
    case "stylesheet": stylesheet
    case "title": title
    default: nil
    }
  }
}
