/// Where readers of a page may answer: change it, ask for a change, say whether it helped, read its source.
struct ReplyLinks {
  var edit: String?
  var issue: String?
  var yes: String?
  var no: String?
  var markdown: String?
}

extension SitePlan {
  /// The links of a page that somebody wrote.
  func replies(toPage index: Int, _ href: Href) -> ReplyLinks {
    let page = catalog.pages[index]
    let path = catalog.files[Int(page.file)].path
    let values = ["path": path, "title": page.title, "url": url(page.address)]
    func feedback(_ answer: String) -> String? {
      settings.feedbackURL.map {
        AddressPattern($0).filled(values.merging(["answer": answer]) { $1 })
      }
    }
    return ReplyLinks(
      edit: editLink(ofFile: path), issue: settings.issueURL.map { AddressPattern($0).filled(values) },
      yes: feedback(say("helpful-yes")), no: feedback(say("helpful-no")),
      markdown: href.to(markdownAddress(ofPage: index)))
  }

  /// Where a file may be edited; nil where the site does not say.
  func editLink(ofFile path: String) -> String? {
    settings.editURL.map { AddressPattern($0).filled(["path": path]) }
  }
}
