import Markdown
import Testing

@testable import Rolebook

@Suite struct TemplatesTests {
  private func file(_ name: String, _ text: String) -> SourceFile {
    SourceFile(path: "templates/\(name)", role: .template, bytes: Array(text.utf8))
  }

  @Test func offersEveryNameThatTheCheckKnows() {
    let view = PageView(siteTitle: "site", texts: .builtIn)
    for field in PageField.allCases where view[field] == nil { view[field] = "x" }
    for name in PageField.names { #expect(view.child(named: name) != nil, "\(name)") }
    #expect(PageField.names.contains("feedback_yes_link"))
    #expect(PageField.names == PageField.names.sorted())
    #expect(view.child(named: "titel") == nil)
    #expect(TemplateSource.builtInNames == BuiltInTemplates.all.map(\.name))
  }

  @Test func replacesTemplatesOneByOne() {
    let site = SampleCatalog().site(templates: [file("footer.mustache", "<footer>{{kind}}</footer>")])
    let page = site.text("notes/index.html")
    #expect(page.contains("<footer>concept</footer>"))
    #expect(page.contains("<header class=\"top\">"))
  }

  @Test func keepsTheBuiltInTemplateForABrokenOne() {
    let site = SampleCatalog().site(templates: [
      file("footer.mustache", "{{>footer}}"), file("page.mustache", "{{#x}}"),
    ])
    #expect(site.text("notes/index.html").contains("<footer class=\"bottom\">"))
  }

  @Test func addsToTheStyle() {
    let style = SampleCatalog().site(templates: [file("extra.css", ":root { --mark: red }\n")]).text(
      "style.css")
    #expect(style == SampleCatalog().site().text("style.css") + ":root { --mark: red }\n")
  }

  @Test func takesTheSitesOwnStyleAndScript() {
    let site = SampleCatalog().site(templates: [file("style.css", "p {}"), file("scripts/core.js", "core()")])
    #expect(site.text("style.css").hasPrefix("p {}"))
    #expect(site.text("site.js").contains("core()"))
    #expect(!site.text("site.js").contains("currentScript"))
    #expect(
      SampleCatalog().site().text("style.css").hasPrefix(BuiltInTemplates.assets["style.css"] ?? "-"))
  }

  @Test func readsEveryTemplateThatTheCheckAccepts() {
    let pieces = [
      "{{title}}", "{{{body}}}", "{{&home}}", "{{>head}}", "{{!x}}", "\n", " ", "{{#title}}{{.}}{{/title}}",
    ]
    for first in pieces {
      for second in pieces {
        let text = "<header>" + first + second
        let page = SampleCatalog().site(templates: [file("header.mustache", text)]).text("notes/index.html")
        #expect(page.contains("<header>"), "\(text)")
        #expect(!page.contains("<header class"), "\(text)")
      }
    }
  }
}
