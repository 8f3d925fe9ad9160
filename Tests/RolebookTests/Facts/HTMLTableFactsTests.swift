import Markdown
import Testing

@testable import Rolebook

/// HTML tables state the same facts as pipe tables, at the places where they are written.
@Suite struct HTMLTableFactsTests {
  @Test func declaresPermissions() async throws {
    let text = """
      <table>
        <tr><th>Permission</th><th>Description</th></tr>
        <tr><td><code>a.b.get</code> (beta)</td><td>Gets &lt;b&gt;,
          see <code>a.b.list</code></td></tr>
        <tr><td colspan="2"><strong>Lists</strong></td></tr>
        <tr><td>a.b.list</td><td></td></tr>
      </table>
      """
    let stated = await Stated("reference", text)
    #expect(stated.permissions.map(\.name.value) == ["a.b.get", "a.b.list"])
    #expect(stated.permissions.map(\.description.text) == ["Gets <b>, see a.b.list", ""])
    #expect(stated.permissions.map(\.stage) == [.beta, .ga])
    #expect(stated.permissions.first?.seeAlso.map(\.value) == ["a.b.list"])
    #expect(stated.permissions.map { stated.written($0.name.place) } == ["a.b.get", "a.b.list"])
    #expect(
      stated.permissions.map { stated.position($0.name.place) } == [
        Position(line: 9, column: 17), Position(line: 12, column: 11),
      ])
    #expect(stated.tables == [.shape("permissions", facts: 2)])
  }

  @Test func declaresRolesWithTheirLists() async throws {
    let text = """
      <table>
        <thead><tr><th>Role</th><th>Permissions</th></tr></thead>
        <tr>
          <td><a href="#x">A Viewer</a><br>(<code>roles/a.viewer</code>)</td>
          <td><ul><li>a.<wbr>b.<wbr>get</li><li><code>a.c.*</code></li></ul></td>
        </tr>
        <tr>
          <td rowspan="2">roles/a.editor</td><td>All permissions of <code>roles/a.viewer</code></td>
        </tr>
        <tr><td>a.b.set</td></tr>
      </table>
      """
    let stated = await Stated("reference", text)
    #expect(stated.roles.map(\.id.value) == ["roles/a.viewer", "roles/a.editor"])
    #expect(stated.roles.first?.title?.value == "A Viewer")
    #expect(
      stated.roles.map { $0.entries.map(\.name.value) } == [
        ["a.b.get", "a.c.*"], ["roles/a.viewer", "a.b.set"],
      ])
    #expect(stated.roles.last?.entries.map(\.kind) == [.role, .pattern])
  }

  @Test func readsAMatrix() async {
    let text = """
      <table><thead>
      <tr><th rowspan=2>Permission</th><th colspan=2>Roles</th></tr><tr><th>Guest</th><th>Owner</th></tr></thead>
      <tr><td><code>a.b.get</code></td><td>✓<sup>1</sup></td><td>✓</td></tr>
      <tr><td><code>a.b.set</code></td><td></td><td><img src="y.png" alt="Yes"></td></tr>
      </table>
      """
    let stated = await Stated("reference", text)
    #expect(stated.roles.map(\.id.value) == ["Guest", "Owner"])
    #expect(stated.roles.map { $0.entries.map(\.name.value) } == [[], ["a.b.get", "a.b.set"]])
    #expect(stated.roles.first?.conditions.map(\.condition) == ["see note 1"])
  }

  @Test func requiresPermissionsInTheOptionItStandsIn() async {
    let text =
      "## One {#one}\n\n<table><tr><th>Permission</th><th>Purpose</th></tr>\n<tr><td>a.b.get</td><td>To get</td></tr></table>\n"
    let page = "---\ntitle: T\nkind: guide\nplatform: p\noptions: [{id: one, title: One}]\n---\n" + text
    let catalog = await World(["page.md": page]).build().catalog
    #expect(catalog.guides.first?.options.first?.permissions.map(\.permission.value) == ["a.b.get"])
    #expect(catalog.guides.first?.options.first?.permissions.map(\.purpose) == ["To get"])
  }

  @Test func staysARawBlockOnThePage() async {
    let stated = await Stated("concept", "<table><tr><th>Permission</th><th>Description</th></tr></table>\n")
    #expect(stated.count == 0 && stated.tables == [.plain])
  }
}
