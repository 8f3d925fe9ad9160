import Testing

@testable import Rolebook

@Suite struct GlobTests {
  @Test(arguments: [
    ("a.md", "a.md"), ("*.md", "a.md"), ("*.md", ".md"), ("**", "a/b/c.md"), ("**", ""), ("**/*.md", "a.md"),
    ("**/*.md", "a/b/c.md"),
    ("a/**", "a/b"), ("a/**", "a/b/c"), ("a/**/b.md", "a/b.md"), ("a/**/b.md", "a/x/y/b.md"),
    ("?.md", "a.md"),
    ("grafana/**/rbac-*.md", "grafana/docs/x/rbac-roles.md"), ("a*c", "abbc"), ("a*b*c", "axbxbxc"),
    ("ü*", "über"), ("[a].md", "[a].md"), ("?ber", "über"), ("***", "a/b"), ("**a", "b/ca"),
    ("a**b", "a/b/ab"),
  ])
  func matches(_ glob: String, _ path: String) { #expect(Glob(glob).matches(path)) }

  @Test(arguments: [
    ("a.md", "b/a.md"), ("*.md", "a/b.md"), ("*.md", "a.txt"), ("a/**", "b/a/c"), ("a/**", "ab/c"),
    ("a/**/b.md", "a/xb.md"),
    ("?.md", "/.md"), ("?.md", "ab.md"), ("a/*", "a/b/c"), ("", "a"), ("a", ""), ("A.md", "a.md"),
    ("[a].md", "a.md"), ("a.md", "a.mdx"),
  ])
  func doesNotMatch(_ glob: String, _ path: String) { #expect(!Glob(glob).matches(path)) }

  @Test func endsSoonWithManyStars() {
    // Looking at every way to spread the stars would take for ever.
    #expect(!Glob(String(repeating: "*a", count: 30) + "b").matches(String(repeating: "a", count: 80)))
    #expect(
      !Glob(String(repeating: "**/a/", count: 20) + "b").matches(String(repeating: "a/", count: 60) + "c"))
    #expect(!Glob(String(repeating: "*", count: 200_001) + "b").matches("a"))
    #expect(!Glob(String(repeating: "a", count: 500_000)).matches("a"))
  }
}
