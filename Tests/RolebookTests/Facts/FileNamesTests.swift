import Testing

@testable import Rolebook

@Suite struct FileNamesTests {
  private func names(_ ids: [String]) -> [String] {
    var names = FileNames()
    return ids.map { names.name(for: $0, in: "p") }
  }

  @Test(arguments: [
    ("a.b.get", "a.b.get"), ("iam.googleapis.com/pools.get", "iam.googleapis.com~pools.get"), ("..", "~.."), (".", "~."), ("../../x", "~..~..~x"),
    (".hidden", "~.hidden"), ("", "~"), ("a\\b", "a~b"), ("a:b*?\"<>|", "a~b~~~~~~"), ("a\nb\u{0}", "a~b~"), ("größe", "größe"),
  ])
  func makesANameThatEveryDiskCanHold(_ id: String, _ name: String) { #expect(names([id]) == [name]) }

  @Test func tellsNamesApartThatDifferInCase() {
    #expect(names(["a.B.get", "a.b.get", "a.b.Get"]) == ["a.B.get", "a.b.get~\(digest("a.b.get"))", "a.b.Get~\(digest("a.b.Get"))"])
  }

  @Test func tellsNamesApartThatDifferInASlash() {
    #expect(names(["a/b", "a~b"]) == ["a~b", "a~b~\(digest("a~b"))"])
  }

  @Test func givesEveryPlatformItsOwnNames() {
    var names = FileNames()
    #expect(names.name(for: "A", in: "p") == "A" && names.name(for: "a", in: "q") == "a")
  }

  @Test func shortensLongNames() {
    let long = String(repeating: "x", count: 300)
    let made = names([long, long + "y"])
    #expect(made.allSatisfy { $0.utf8.count < 150 } && Set(made).count == 2)
    let wide = names([String(repeating: "日", count: 200)])
    #expect(wide[0].utf8.count <= 255)
  }

  /// The first four bytes of these ids' SHA-256, as sha256sum prints them.
  private func digest(_ id: String) -> String {
    ["a.b.get": "554de5f9", "a.b.Get": "992c4efe", "a~b": "941528e5"][id] ?? ""
  }
}
