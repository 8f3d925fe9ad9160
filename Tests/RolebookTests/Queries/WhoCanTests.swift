import Testing

@testable import Rolebook

@Suite struct WhoCanTests {
  private func ask(_ names: [String], on level: Securable.Kind = .project) async -> (WhoCan, AccessIndex) {
    let index = await AccessIndexTests.index()
    let wanted = names.flatMap { name in
      index.permissions(named: name).filter { index.permissions[$0].platform == "cloud" }
    }
    return (WhoCan(wanted, on: level, in: index), index)
  }

  @Test func listsTheNarrowestRolesFirst() async {
    let (answer, index) = await ask(["a.b.get"])
    #expect(
      answer.roles.map { index.roles[$0].id } == [
        "roles/a.old", "roles/a.serviceAgent", "roles/a.viewer", "roles/a.admin",
      ])
    #expect(answer.unheld.isEmpty)
  }

  @Test func coversWithoutDeprecatedRolesAndThoseOfAgents() async {
    let (answer, index) = await ask(["a.b.get", "a.c.run"])
    #expect(answer.cover?.roles.map { index.roles[$0].id } == ["roles/a.runner", "roles/a.viewer"])
    #expect(answer.cover?.excess(beyond: answer.set(in: index)) == 1)
  }

  @Test func leavesOutRolesThatCannotBeGrantedThere() async {
    let (answer, index) = await ask(["a.b.get", "a.c.run"], on: .table)
    #expect(answer.cover?.roles.map { index.roles[$0].id } == ["roles/a.admin"])
    #expect(!answer.roles.map { index.roles[$0].id }.contains("roles/a.viewer"))
  }

  @Test func saysWhatNobodyHoldsAndWhatHasACondition() async throws {
    let index = await AccessIndexTests.index()
    let app = index.permissions(named: "a.b.set").filter { index.permissions[$0].platform == "app" }
    let answer = WhoCan(app, on: .project, in: index)
    #expect(answer.roles.isEmpty && answer.cover == nil)
    #expect(answer.unheld == app)
    #expect(answer.conditional.map { index.roles[$0].id } == ["Editor"])
  }

  @Test func comparesRoles() async throws {
    let index = await AccessIndexTests.index()
    func relation(_ left: String, _ right: String) -> RoleComparison.Relation {
      RoleComparison(index.roles(named: left)[0], index.roles(named: right)[0], in: index).relation
    }
    #expect(relation("roles/a.viewer", "roles/a.admin") == .less)
    #expect(relation("roles/a.admin", "roles/a.viewer") == .more)
    #expect(relation("roles/a.viewer", "roles/a.runner") == .other)
    #expect(relation("roles/a.old", "roles/a.serviceAgent") == .equal)
  }
}
