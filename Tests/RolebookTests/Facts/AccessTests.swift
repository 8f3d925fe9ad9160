import Testing

@testable import Rolebook

@Suite struct AccessTests {
  @Test func readsRightsInWords() {
    #expect(Access(reading: "Read and write")?.rights == [.read, .write])
    #expect(Access(reading: "use, create")?.rights == [.use, .create])
    #expect(Access(reading: "member of")?.rights == [.member])
  }

  @Test func readsPrivilegesByName() {
    #expect(Access(reading: "SELECT, insert")?.rights == [.privilege("SELECT"), .privilege("INSERT")])
    #expect(Access(reading: "ALL PRIVILEGES")?.rights == [.privilege("ALL")])
  }

  @Test func readsFutureTables() {
    #expect(Access(reading: "read, future tables too")?.includesFutureTables == true)
    #expect(Access(reading: "read")?.includesFutureTables == false)
  }

  @Test(arguments: ["", "future tables too", "look at", "read, perhaps", "readwrite"])
  func refusesWhatItDoesNotUnderstand(text: String) {
    #expect(Access(reading: text) == nil)
  }

  @Test(arguments: [
    ("project", Securable.project), ("Dataset sales", Securable(.dataset, "sales")),
    ("table devices.user_devices", Securable(.table, "devices.user_devices")),
    ("all tables in schema s", Securable(.allTables, "s")),
    ("schema <your schema>", Securable(.schema, "<your schema>")),
    ("organization", Securable(.organization)), ("role r", Securable(.role, "r")),
  ])
  func readsSecurablesInWords(text: String, securable: Securable) {
    #expect(Securable(reading: text) == securable)
  }

  @Test(arguments: ["", "sales", "devices.user_devices", "schema", "schema a and b", "projector"])
  func refusesSecurablesOfNoKind(text: String) {
    #expect(Securable(reading: text) == nil)
  }
}
