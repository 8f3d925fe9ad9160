import Markdown

extension Edition {
  /// What keeps files from being a feed that this program reads.
  public struct Fault: Error, Sendable, Equatable {
    /// The file and, where it is known, the place in it: `roles.json:3:5`.
    public let place: String
    /// In words, lower case.
    public let message: String
    public let cure: String?
  }
}

/// A file of a feed, opened: its version is one that this program reads.
struct FeedFile {
  /// The first number of the versions that are read: later minor versions only add members.
  private static let major = "1"

  let name: String
  let json: JSONValue
  private let source: SourceText

  /// Without the members of objects that bear certain keys.
  init(_ name: String, in files: [String: [UInt8]], skipping keys: Set<String> = []) throws(Edition.Fault) {
    guard let bytes = files[name] else {
      throw Edition.Fault(
        place: name, message: "is missing, so this is no feed",
        cure: "name a folder `api/v1` that rolebook build wrote, or one that holds it")
    }
    self.name = name
    source = SourceText(bytes)
    do { json = try JSONValue(reading: source, skipping: keys) } catch {
      throw Edition.Fault(
        place: Self.place(name, source, error.offset), message: error.message, cure: Self.rebuild)
    }
    try refuseOtherVersions()
  }

  /// The list under the file's own name.
  func list(_ name: String) throws(Edition.Fault) -> [JSONValue] {
    guard let list = json[name]?.array else { throw fault("a list of `\(name)` is missing", json) }
    return list
  }

  /// A member that each item has.
  func text(_ key: String, of item: JSONValue) throws(Edition.Fault) -> String {
    guard let text = item[key]?.text else { throw fault("`\(key)` is missing, or no text", item) }
    return text
  }

  private static let rebuild = "build the feed anew from the pages of that time"

  private func refuseOtherVersions() throws(Edition.Fault) {
    guard let version = json["api_version"]?.text else {
      throw fault("`api_version` is missing, so this is no feed", json)
    }
    if version.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) == Self.major {
      return
    }
    throw Edition.Fault(
      place: Self.place(name, source, json["api_version"]?.span.start ?? 0),
      message:
        "version `\(version)` of the feed is not one that this program reads: it reads \(Self.major).x",
      cure: "build that feed anew with this program, or compare with the program that wrote it")
  }

  private func fault(_ message: String, _ value: JSONValue) -> Edition.Fault {
    Edition.Fault(place: Self.place(name, source, value.span.start), message: message, cure: Self.rebuild)
  }

  private static func place(_ name: String, _ source: SourceText, _ offset: some BinaryInteger) -> String {
    let position = source.position(at: Int(offset))
    return "\(name):\(position.line):\(position.column)"
  }
}
