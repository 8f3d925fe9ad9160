import Testing

@testable import Rolebook

@Suite struct IDGrammarTests {
  private let plain = IDGrammar(nil)

  @Test(arguments: [
    "a.b.c", "bigquery.tables.getData", "iam.googleapis.com/workforcePools.get", "a-b.c_d.e1", "a.b.c.d.e",
    "A.B.c", "a.1.2", "a.b.lock", "a.b.zip", "a.b.log", "com.b.c".replacing("com", with: "comms"),
  ])
  func knowsAPermission(_ text: String) { #expect(plain.isPermission(text)) }

  @Test(arguments: [
    "", "a", "a.b", "a..b", ".a.b", "a.b.", "a.b.*", "a b.c.d", "1.2.3", "a/b.c", "a.b/c/d.e", "a.b.c/",
    "dashboards:uid:*", "a.b.c()", "é.b.c",
    "a.b.c,", "v1.2.3 ", "-a.b.c", "roles/a.b", "www.example.com/", "https://a.b.c",
  ])
  func takesOtherTextForNone(_ text: String) { #expect(!plain.isPermission(text)) }

  @Test(arguments: [
    "app.example.com", "www.example.org.uk", "com.example.app", "org.apache.kafka.common",
    "prometheus.yml.example",
    "a.b.json", "docker.compose.yaml", "user.data.csv", "io.k8s.api",
  ])
  func takesDomainsPackagesAndFilesForNone(_ text: String) {
    #expect(!plain.isPermission(text))
  }

  @Test func leavesOtherDottedNamesToThePlatformsOwnGrammar() throws {
    var platform = Platform()
    platform.permission = try IDPattern("[a-z]+\\.[a-z]+\\.[a-z]+")
    #expect(IDGrammar(platform).isPermission("app.example.com"))
  }

  @Test func tellsScopesFromPatterns() throws {
    var platform = Platform()
    platform.permission = try IDPattern("[a-z.]+:[a-z]+")
    let grammar = IDGrammar(platform)
    for pattern in ["dashboards:*", "dashboards.*:read", "*", "*:read"] {
      #expect(grammar.isPattern(pattern))
    }
    for scope in ["dashboards:uid:*", "folders:uid:*", "a b:*", "{*}"] { #expect(!grammar.isPattern(scope)) }
  }

  @Test(arguments: ["a.b.*", "a.*", "*", "a.b.get*", "a.b.c", "*.get", "a.*.get"])
  func knowsAPattern(_ text: String) { #expect(plain.isPattern(text)) }

  @Test(arguments: ["a", "a.b", "a b*", ".*", "*.", "**bold**:", "/*", "a.b.*)"])
  func takesOtherTextForNoPattern(_ text: String) { #expect(!plain.isPattern(text)) }

  @Test(arguments: ["roles/a", "roles/a.b", "projects/p/roles/r", "organizations/1/roles/x"])
  func knowsARole(_ text: String) { #expect(plain.isRole(text)) }

  @Test(arguments: ["", "roles/", "role/a", "Roles/a", "myroles/a", "roles/a b", "a.b.c", "roles/`a"])
  func takesOtherTextForNoRole(_ text: String) { #expect(!plain.isRole(text)) }

  @Test func followsThePlatformsOwnGrammar() throws {
    var platform = Platform()
    platform.permission = try IDPattern("[a-z.]+:[a-z]+")
    platform.role = try IDPattern("(fixed|basic):[a-z.:]+")
    let grammar = IDGrammar(platform)
    #expect(
      grammar.isPermission("dashboards:read") && !grammar.isPermission("a.b.c")
        && !grammar.isPermission("x dashboards:read"))
    #expect(grammar.isRole("fixed:dashboards") && !grammar.isRole("roles/a"))
    #expect(grammar.isPattern("dashboards:*") && !grammar.isPattern("dashboards: *"))
  }
}
