import Foundation
import Markdown
import Testing

@testable import Rolebook

/// The feed of a site as other programs see it: its files, and the pages that they point into.
struct PublishedFeed {
  /// By path below `api/v1/`; the manifest lists no files.
  let files: [String: [UInt8]]
  let places: [String: JSONValue]
  let sources: [String: SourceText]

  init(_ folder: String) async throws {
    try await self.init(of: World(folder: Repository.root.appendingPathComponent(folder)))
  }

  init(of world: World) async throws {
    let site = await world.build().site(templates: Templates(files: []))
    var files: [String: [UInt8]] = [:]
    for file in site.files + [site.manifest([])] where file.path.hasPrefix(Feed.folder) {
      file.render(&files[String(file.path.dropFirst(Feed.folder.count)), default: []])
    }
    self.files = files
    sources = Dictionary(world.files.map { ($0.path, $0.text) }) { first, _ in first }
    let text = SourceText(try #require(files["places.json"]))
    places = try #require(try JSONValue(reading: text)["places"]?.members)
  }

  func json(_ path: String) throws -> JSONValue {
    try JSONValue(reading: SourceText(try #require(files[path], "\(path)")))
  }

  func list(_ name: String) throws -> [JSONValue] { try #require(json("\(name).json")[name]?.array) }

  /// What stands at places, read from the pages by line and column.
  func texts(at ids: JSONValue?) throws -> [String] {
    try (ids?.array ?? []).map { id in
      let place = try #require(places[id.text ?? ""], "\(id.text ?? "")")
      let lines = String(decoding: try #require(sources[place["file"]?.text ?? ""]).bytes, as: UTF8.self)
        .split(separator: /\r\n|\n|\r/, omittingEmptySubsequences: false)
      return try Self.text(in: lines, place)
    }
  }

  private static func text(in lines: [Substring], _ place: JSONValue) throws -> String {
    let (first, start) = (try number("line", place), try number("column", place))
    let (last, end) = (try number("end_line", place), try number("end_column", place))
    return (first...last).map { line in
      let scalars = Array(lines[line - 1].unicodeScalars)
      let range = (line == first ? start - 1 : 0)..<(line == last ? end - 1 : scalars.count)
      return String(String.UnicodeScalarView(scalars[range]))
    }.joined(separator: "\n")
  }

  private static func number(_ key: String, _ place: JSONValue) throws -> Int {
    guard case .number(let digits) = place[key]?.content else { throw Missing(key: key) }
    return try #require(Int(digits))
  }

  private struct Missing: Error { let key: String }
}
