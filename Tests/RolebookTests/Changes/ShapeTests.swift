import Foundation
import Testing

@testable import Rolebook

@Suite struct ShapeTests {
  private static let schema = """
    {"$id": "a.schema.json", "description": "A", "type": "object", "required": ["name", "list"],
     "properties": {"api_version": {"const": "1.0.0"}, "name": {"type": "string"}, "note": {"$ref": "#/$defs/text"},
       "stage": {"enum": ["ga", "beta"]}, "list": {"type": "array", "items": {"$ref": "#/$defs/item"}}},
     "$defs": {"text": {"type": "string"}, "unused": {"type": "null"},
       "item": {"properties": {"id": {"type": "string"}, "inner": {"$ref": "#/$defs/item"}}}}}
    """

  @Test(arguments: [
    ("\"description\": \"A\"", "\"description\": \"B\"", ["patch  is described in other words"]),
    ("\"const\": \"1.0.0\"", "\"const\": \"1.1.0\"", []),
    ("\"name\": {\"type\": \"string\"}, ", "", ["major name is gone"]),
    (
      "\"name\": {\"type\": \"string\"}", "\"title\": {\"type\": \"string\"}",
      ["major name is gone", "minor title is new"]
    ),
    (
      "\"name\": {\"type\": \"string\"}", "\"name\": {\"type\": \"integer\"}", ["major name has another type"]
    ),
    (
      "\"name\": {\"type\": \"string\"}", "\"name\": {\"type\": \"string\", \"maxLength\": 3}",
      ["major name allows other values: `maxLength`"]
    ),
    ("\"list\": {", "\"more\": {}, \"list\": {", ["minor more is new"]),
    ("[\"name\", \"list\"]", "[\"list\"]", ["major name may be missing now"]),
    ("[\"name\", \"list\"]", "[\"name\", \"list\", \"note\"]", ["minor note is always there now"]),
    ("[\"ga\", \"beta\"]", "[\"ga\", \"beta\", \"alpha\"]", ["minor stage may be `\"alpha\"` now"]),
    ("[\"ga\", \"beta\"]", "[\"ga\"]", ["major stage is no longer `\"beta\"`"]),
    ("\"text\": {\"type\": \"string\"}", "\"text\": {\"type\": \"null\"}", ["major note has another type"]),
    ("\"id\": {\"type\": \"string\"}, ", "", ["major list[].id is gone"]),
    (", \"unused\": {\"type\": \"null\"}", "", []),
    ("{\"$ref\": \"#/$defs/text\"}", "{\"type\": \"string\"}", []),
  ])
  func classifiesAChange(_ old: String, _ new: String, _ expected: [String]) throws {
    let later = Self.schema.replacing(old, with: new)
    #expect(later != Self.schema)
    let changes = try Self.shape(["a.schema.json": Self.schema]).changes(
      to: Self.shape(["a.schema.json": later]))
    #expect(changes.map { "\($0.level.name) \($0.field) \($0.message)" } == expected)
  }

  @Test func classifiesFiles() throws {
    let (one, two) = try (Self.shape(["a.schema.json": "{}"]), Self.shape(["b.schema.json": "{}"]))
    #expect(one.changes(to: two).map(\.level) == [.major, .minor])
    #expect(one.changes(to: one) == [])
  }

  @Test func followsReferencesToOtherFiles() throws {
    let first = #"{"properties": {"role": {"$ref": "https://example.com/b.schema.json"}}}"#
    let old = try Self.shape(["a.schema.json": first, "b.schema.json": #"{"type": "object"}"#])
    let new = try Self.shape(["a.schema.json": first, "b.schema.json": #"{"type": "array"}"#])
    #expect(
      old.changes(to: new).map { $0.file + " " + $0.field } == ["a.schema.json role", "b.schema.json "])
  }

  @Test(arguments: [
    ("", "1.2.3"), ("\"description\": \"B\"", "1.2.4"), ("\"properties\": {\"b\": {}}", "1.3.0"),
    ("\"type\": \"object\"", "2.0.0"),
  ])
  func saysTheLeastVersion(_ member: String, _ version: String) throws {
    let old = try Self.shape(["a.schema.json": "{}"], version: "1.2.3")
    let changes = old.changes(to: try Self.shape(["a.schema.json": "{\(member)}"]))
    #expect(old.version(after: changes) == version)
    #expect(try Self.shape([:], version: version).isAtLeast(version))
    #expect(try Self.shape([:], version: "10.0.0").isAtLeast(version))
    #expect(try !Self.shape([:], version: "1.2.2").isAtLeast(version))
  }

  /// The version is raised together with the schemas: those in `public/` are the ones of the last publication.
  @Test func raisesOurOwnVersionEnough() async throws {
    let published = try publishedShape()
    if published.schemas.isEmpty { return }
    let world = try World(folder: Repository.root)
    let site = await world.build().site(templates: Templates(files: []))
    var files: [String: [UInt8]] = [:]
    for file in site.files where file.path.hasPrefix("api/v1/schemas/") {
      file.render(&files[String(file.path.dropFirst("api/v1/schemas/".count)), default: []])
    }
    let now = try Shape(index: Array("{\"api_version\": \"\(Feed.version)\"}".utf8), schemas: files)
    let needed = published.version(after: published.changes(to: now))
    #expect(now.isAtLeast(needed), "raise Feed.version to \(needed): \(published.changes(to: now))")
  }

  @Test func readsTheFeedThatItWrites() async throws {
    let world = World([:])
    _ = Edition(of: await Build.catalog(of: world.files, settings: world.settings, jobs: 1))
  }

  private func publishedShape() throws -> Shape {
    let folder = Repository.root.appendingPathComponent("public/api/v1")
    let schemas = folder.appendingPathComponent("schemas")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: schemas.path)) ?? []
    let files = try names.filter { $0.hasSuffix(Shape.ending) }.map { name in
      (name, [UInt8](try Data(contentsOf: schemas.appendingPathComponent(name))))
    }
    let index = [UInt8](try Data(contentsOf: folder.appendingPathComponent("index.json")))
    return try Shape(index: index, schemas: Dictionary(uniqueKeysWithValues: files))
  }

  private static func shape(_ files: [String: String], version: String = "1.0.0") throws -> Shape {
    try Shape(
      index: Array("{\"api_version\": \"\(version)\"}".utf8), schemas: files.mapValues { Array($0.utf8) })
  }
}
