import Foundation
import Markdown
import Testing

@testable import Rolebook

/// Re-reads every place that facts and the feed name, and finds the value there.
@Suite struct ProvenanceTests {
  static let sites = ["", "Tests/Mutations/Sites/google-cloud", "Tests/Worlds/seeds"]

  @Test(arguments: sites) func findsEachFactWhereItIsWritten(_ folder: String) async throws {
    let catalog = try await World(folder: Repository.root.appendingPathComponent(folder)).build().catalog
    var count = 0
    for value in catalog.facts.flatMap({ $0.flatMap(\.values) }) {
      count += 1
      let text = catalog.files[Int(value.place.file)].text.text(value.place.span)
      #expect(plain(text) == plain(value.value) || value.isTold(by: plain(text)))
    }
    #expect(count > 300)
  }

  @Test(arguments: sites) func namesPlacesOfTheFeedThatHoldTheirValue(_ folder: String) async throws {
    let feed = try await PublishedFeed(folder)
    for permission in try feed.list("permissions") {
      let name = try #require(permission["name"]?.text)
      #expect(permission["sources"]?.array?.isEmpty == false, "\(name)")
      for text in try feed.texts(at: permission["sources"]) { #expect(plain(text) == name) }
    }
    for role in try feed.list("roles") {
      let id = try #require(role["id"]?.text)
      let entries = (role["entries"]?.array ?? []).compactMap(\.text)
      for text in try feed.texts(at: role["sources"]) {
        #expect(([id, role["title"]?.text] + entries).contains(plain(text)), "\(id): \(text)")
      }
    }
  }

  @Test(arguments: sites) func namesPlacesOfGrantsThatHoldThem(_ folder: String) async throws {
    let feed = try await PublishedFeed(folder)
    let titles = try feed.list("roles").reduce(into: [String: String]()) { titles, role in
      titles[role["id"]?.text ?? ""] = role["title"]?.text
    }
    for grant in try feed.list("grants") {
      let id = grant["role"]?.text ?? ""
      let expected = grant["statement"]?.text.map { [$0] } ?? [id, titles[id] ?? id]
      for text in try feed.texts(at: grant["sources"]) {
        #expect(expected.map(plain).contains(plain(text)), "\(grant["id"]?.text ?? "")")
      }
    }
  }

  @Test(arguments: sites) func pinsEachFileByTheBlobOfItsBytes(_ folder: String) async throws {
    let feed = try await PublishedFeed(folder)
    let pins = try #require(feed.json("index.json")["sources"])
    for place in feed.places.values {
      let path = try #require(place["file"]?.text)
      #expect(pins[path]?.text == BlobID(of: try #require(feed.sources[path]).bytes).description)
    }
  }
}

/// Text without code marks, escapes and emphasis, white space folded, comments of SQL dropped.
private func plain(_ text: String) -> String {
  let words = text.replacing(/--[^\n]*/, with: " ").replacing("`", with: "").replacing("\\", with: "")
    .replacing("**", with: "").replacing("&nbsp;", with: " ")
  return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A value with the place where the pages say it.
private struct Said {
  let value: String
  let place: Place
  /// Whether the words there are chosen by the author: `(beta)` for `beta`, `Predefined` for `predefined`.
  var isWord = false

  func isTold(by text: String) -> Bool { isWord && text.lowercased().contains(value) }

  init(_ located: Located<String>) { (value, place) = (located.value, located.place) }

  init<Word: RawRepresentable<String>>(_ located: Located<Word>) {
    (value, place, isWord) = (located.value.rawValue, located.place, true)
  }

  init(_ statement: SQLStatement) { (value, place) = (statement.text, statement.place) }
}

extension Fact {
  fileprivate var values: [Said] {
    switch self {
    case .permission(let permission):
      [Said(permission.name)] + permission.stages.map { Said($0) } + permission.seeAlso.map { Said($0) }
    case .role(let role): role.values
    case .requirement(let requirement): [Said(requirement.permission)]
    case .assignment(let assignment):
      ([assignment.role] + [assignment.title].compactMap(\.self)).map { Said($0) }
    case .claim(let claim): [Said(claim.grantee), Said(Located(claim.access.value.text, claim.access.place))]
    case .script(let block): block.statements.map { Said($0) }
    case .step, .stepReference, .table, .chain, .unknownOption, .unplacedOption: []
    }
  }
}

extension RoleDeclaration {
  fileprivate var values: [Said] {
    let texts = [id, title, lowestResource].compactMap(\.self) + allEntries.map(\.name)
    return texts.map { Said($0) } + [kind].compactMap(\.self).map { Said($0) } + stages.map { Said($0) }
  }
}
