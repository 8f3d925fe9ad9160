import Testing

@testable import Rolebook

@Suite struct BuiltInTemplatesTests {
  @Test func areTheFilesOfTheTemplatesFolder() throws {
    #expect(!BuiltInTemplates.all.isEmpty)
    for (name, text) in BuiltInTemplates.all {
      #expect(try Repository.text("templates/\(name).mustache") == text)
    }
    #expect(try Repository.text("templates/style.css") == BuiltInTemplates.stylesheet)
  }
}
