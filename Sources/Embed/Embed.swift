import Foundation

/// Writes text files into a Swift file, as `enum NAME { static let all }`: `Embed OUTPUT NAME FILE…`.
@main enum Embed {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
    let name = CommandLine.arguments[2]
    let entries = try arguments.dropFirst(2).map { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return "    (\(literal(file.lastPathComponent)), \(literal(text))),\n"
    }
    let code =
      "enum \(name) {\n  static let all: [(name: String, text: String)] = [\n\(entries.joined())  ]\n}\n"
    try code.write(to: arguments[0], atomically: true, encoding: .utf8)
  }

  /// A raw string literal, with as many number signs as the text needs.
  private static func literal(_ text: String) -> String {
    var signs = "#"
    while text.contains("\"" + signs) || text.contains("\\" + signs) { signs += "#" }
    return text.contains("\n")
      ? "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)" : "\(signs)\"\(text)\"\(signs)"
  }
}
