import Markdown
import Testing

@testable import Rolebook

/// What is read from dumps, and what is refused.
@Suite struct TruthTests {
  private func read(_ texts: String...) throws -> Truth {
    try Truth(
      reading: texts.map { SourceFile(path: "truth.json", role: .truth, bytes: Array($0.utf8)) }, from: 0)
  }

  @Test(arguments: [
    #"[{"name": "roles/a.x"}, {"name": "roles/a.y"}]"#,
    #"{"roles": [{"name": "roles/a.x"}, {"name": "roles/a.y"}], "nextPageToken": ""}"#,
    "{\"name\": \"roles/a.x\"}\n{\"name\": \"roles/a.y\"}\n",
    "{\n  \"name\": \"roles/a.y\"\n}\n{\n  \"name\": \"roles/a.x\"\n}",
    "[{\"name\": \"roles/a.x\"}]\r\n\r\n[{\"name\": \"roles/a.y\"}]",
  ])
  func readsRolesHoweverTheyAreListed(_ text: String) throws {
    let truth = try read(text)
    #expect(truth.roles.map(\.id.value) == ["roles/a.x", "roles/a.y"])
    #expect(!truth.isOneRole)
  }

  @Test func knowsThatOneRoleSaysNothingOfOthers() throws {
    #expect(try read(#"{"name": "roles/a.x"}"#).isOneRole)
    #expect(try !read(#"[{"name": "roles/a.x"}]"#).isOneRole)
  }

  @Test func joinsFiles() throws {
    let truth = try read(
      #"[{"name": "roles/a.x", "title": "X", "stage": "BETA"}, {"name": "roles/a.y"}]"#,
      #"{"name": "roles/a.x", "title": "Old", "includedPermissions": ["a.b.get", "a.b.*", "a.b.get"]}"#)
    let role = try #require(truth.role("roles/a.x"))
    #expect(role.title?.value == "X")
    #expect(role.held?.count == 2)
    #expect(truth.permissions == ["a.b.get"])
    #expect(truth.role("roles/a.y")?.held == nil)
    #expect(truth.size(ofFamily: "a") == 2)
  }

  @Test func leavesOutWhatIsDeleted() throws {
    let truth = try read(
      #"[{"name": "roles/a.x", "deleted": true, "includedPermissions": ["a.b.get"]}, {"name": "roles/a.y", "deleted": false}]"#
    )
    #expect(truth.role("roles/a.x")?.deletion != nil)
    #expect(truth.role("roles/a.y")?.deletion == nil)
    #expect(!truth.holds("a.b.get"))
    #expect(truth.size(ofFamily: "a") == 1)
  }

  @Test(arguments: [
    ("", "the file is empty", 0), ("[]", "expected roles, and found an empty list", 0),
    ("[{]", "not JSON: a key in quotes is missing", 2),
    ("[1]", "expected a role, an object with a `name`, and found a number", 1),
    (#"{"title": "X"}"#, "expected a role, and this object has no `name`", 0),
    (#"[{"name": 1}]"#, "expected the `name` of a role as a text, and found a number", 10),
    (#"{"name": ""}"#, "expected the `name` of a role as a text, and found an empty one", 9),
    (
      #"{"name": "a", "includedPermissions": "b"}"#,
      "expected `includedPermissions` as a list of names, and found a text", 37
    ),
    (
      #"{"name": "a", "includedPermissions": [[]]}"#,
      "expected the name of a permission, and found a list", 38
    ),
    (#"{"name": "a", "stage": {}}"#, "expected `stage` as a text, and found an object", 23),
  ])
  func saysWhatItExpected(_ text: String, _ message: String, _ offset: Int) throws {
    let fault = try #require(throws: Truth.Fault.self) { try read(text) }
    #expect(fault.message == message)
    #expect(fault.offset == offset)
  }

  @Test(arguments: [
    ("roles/bigquery.user", "bigquery"), ("roles/viewer", ""), ("projects/p/roles/r", "projects/p"),
    ("roles/compute.instanceAdmin.v1", "compute"), ("fixed:dashboards:reader", "fixed"),
    ("ReadOnlyAccess", ""),
  ])
  func knowsWhatARoleBelongsTo(_ id: String, _ expected: String) { #expect(family(ofRole: id) == expected) }
}
