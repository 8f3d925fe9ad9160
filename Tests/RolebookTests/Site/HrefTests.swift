import Testing

@testable import Rolebook

@Suite struct HrefTests {
  @Test(arguments: [
    ("/", "/", "./"), ("/", "/a/", "a/"), ("/a/", "/", "../"), ("/a/b/", "/c/", "../../c/"),
    ("/a/b/", "/style.css", "../../style.css"), ("/a/", "/x y/ü/?/", "../x%20y/%C3%BC/%3F/"),
  ])
  func leadsFromAnyDepth(from: String, to: String, expected: String) {
    #expect(Href(from: from, namesIndexFiles: false).to(to) == expected)
  }

  @Test(arguments: [
    ("/", "/", "index.html"), ("/a/", "/b/", "../b/index.html"), ("/a/", "/b.css", "../b.css"),
  ])
  func namesTheFileWhereThereMayBeNoServer(from: String, to: String, expected: String) {
    #expect(Href(from: from, namesIndexFiles: true).to(to) == expected)
  }

  @Test func addsTheAnchor() {
    #expect(Href(from: "/a/", namesIndexFiles: false).to("/b/", anchor: "c d") == "../b/#c%20d")
  }
}
