import Foundation
import Testing

/// Holds a text against a published schema, with the Python tools that `make tools` installs.
struct Schema {
  /// The arguments of the Python that judges a file, whose path comes last.
  let arguments: [String]

  /// A JSON Schema in `Tests/Fixtures/schemas`.
  static func json(_ name: String) -> Schema {
    let path = Repository.root.appendingPathComponent("Tests/Fixtures/schemas/\(name).json").path
    return Schema(arguments: ["-m", "check_jsonschema", "--schemafile", path])
  }

  /// A schema that check-jsonschema brings: `vendor.github-actions`.
  static func builtIn(_ name: String) -> Schema {
    Schema(arguments: ["-m", "check_jsonschema", "--builtin-schema", name])
  }

  static func xml(_ name: String) -> Schema {
    let path = Repository.root.appendingPathComponent("Tests/Fixtures/schemas/\(name).xsd").path
    let code = "import sys, xmlschema; xmlschema.validate(sys.argv[2], sys.argv[1])"
    return Schema(arguments: ["-c", code, path])
  }

  static let isInstalled = FileManager.default.isExecutableFile(atPath: python.path)

  private static let python = Repository.root.appendingPathComponent(".tools/python/bin/python")

  /// What the schema has against the text; empty where it is valid.
  func problems(_ bytes: [UInt8], ending: String = "json") throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + "." + ending)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = Self.python
    process.arguments = arguments + [file.path]
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : String(decoding: output, as: UTF8.self)
  }
}
