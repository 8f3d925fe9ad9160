import Foundation
import Testing

@testable import Rolebook

@Suite struct BuiltInTemplatesTests {
  private func read(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).appending(path: "../../../../templates").standardized
    return try String(contentsOf: root.appending(path: name), encoding: .utf8)
  }

  @Test func areTheFilesOfTheTemplatesFolder() throws {
    for (name, text) in BuiltInTemplates.all {
      #expect(try read(name + ".mustache") == text, "run `make templates`")
    }
    #expect(try read("style.css") == BuiltInTemplates.stylesheet, "run `make templates`")
  }
}
