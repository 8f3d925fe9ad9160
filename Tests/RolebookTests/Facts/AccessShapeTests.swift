import Testing

@testable import Rolebook

@Suite struct AccessShapeTests {
  @Test func claimsAccessOnAGuide() async throws {
    let text = "| Role | Access | Object |\n| - | - | - |\n| `r` | read, future tables too | schema `s` |\n| `u` | member | role `r` |\n"
    let stated = await Stated("guide", text)
    #expect(stated.claims.map(\.grantee.value) == ["r", "u"])
    #expect(stated.claims.map(\.access.value.rights) == [[.read], [.member]])
    #expect(stated.claims.map(\.access.value.includesFutureTables) == [true, false])
    #expect(stated.claims.map(\.object.value) == [Securable(.schema, "s"), Securable(.role, "r")])
    #expect(stated.written(stated.claims[0].object.place) == "schema `s`")
    #expect(stated.written(stated.claims[1].row) == "| `u` | member | role `r` |")
  }

  @Test(arguments: ["Grantee", "User", "role:", "**Role**"])
  func knowsItsHeadersByOtherWords(_ header: String) async {
    let stated = await Stated("guide", "| \(header) | Access | Object |\n| - | - | - |\n| `r` | read | table `s.t` |\n")
    #expect(stated.claims.count == 1)
  }

  @Test(arguments: ["reference", "concept"])
  func claimsNothingElsewhere(_ kind: String) async {
    let stated = await Stated(kind, "| Role | Access | Object |\n| - | - | - |\n| `r` | read | schema `s` |\n")
    #expect(stated.count == 0 && stated.tables == [.plain])
  }

  @Test func saysThatItReadNothing() async {
    let stated = await Stated("guide", "| Role | Access | Object |\n| - | - | - |\n| `r` | full | everything |\n")
    guard case .unread("access", _) = stated.tables.first else { return #expect(Bool(false), "\(stated.tables)") }
  }

  @Test func isAmbiguousWhereTwoShapesFit() async {
    let settings = "tables: [{shape: permissions, headers: {description: [Access]}}, {shape: access, headers: {role: [Permission]}}]"
    let text = "| Permission | Access | Object |\n| - | - | - |\n| `a.b.get` | read | schema `s` |\n"
    let stated = await Stated("guide", text, settings: settings)
    #expect(stated.tables == [.ambiguous(["permissions", "access"])])
    #expect(stated.count == 0)
  }
}
