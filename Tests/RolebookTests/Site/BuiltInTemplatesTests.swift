import Testing

@testable import Rolebook

@Suite struct BuiltInTemplatesTests {
  @Test func areTheFilesOfTheTemplatesFolder() throws {
    #expect(!BuiltInTemplates.all.isEmpty)
    for (name, text) in BuiltInTemplates.all {
      #expect(try Repository.text("templates/\(name).mustache") == text)
    }
    for (path, text) in BuiltInTemplates.assets {
      #expect(try Repository.text("templates/\(path)") == text)
    }
  }
}
