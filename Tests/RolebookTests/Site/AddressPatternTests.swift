import Testing

@testable import Rolebook

@Suite struct AddressPatternTests {
  @Test(arguments: [
    ("https://x/edit/{path}", "https://x/edit/a/b%20c.md"),
    (
      "https://x/new?title={title}&body={path}", "https://x/new?title=50%25%20%26%20%2B%3D%23&body=a/b%20c.md"
    ),
    ("https://x/{other}/{", "https://x/{other}/{"), ("https://x/", "https://x/"),
  ])
  func putsValuesIntoAnAddress(_ pattern: String, _ address: String) {
    #expect(AddressPattern(pattern).filled(["path": "a/b c.md", "title": "50% & +=#"]) == address)
  }
}
