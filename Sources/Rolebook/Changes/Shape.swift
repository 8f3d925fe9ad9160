import Markdown

/// The form of a feed: its version and the JSON Schemas (2020-12) of its files.
public struct Shape: Sendable {
  public static let ending = ".schema.json"

  /// The feed's `api_version`.
  public let version: String
  /// By file name: `permission.schema.json`.
  let schemas: [String: JSONValue]

  /// Reads `index.json` and the schemas, by file name. Throws where one of them is no JSON.
  public init(index: [UInt8], schemas files: [String: [UInt8]]) throws(Edition.Fault) {
    guard let version = try Self.read("index.json", index)["api_version"]?.text else {
      throw Edition.Fault(
        place: "index.json", message: "`api_version` is missing, so this is no feed", cure: nil)
    }
    self.version = version
    var schemas: [String: JSONValue] = [:]
    for (name, bytes) in files { schemas[name] = try Self.read("schemas/" + name, bytes) }
    self.schemas = schemas
  }

  private static func read(_ name: String, _ bytes: [UInt8]) throws(Edition.Fault) -> JSONValue {
    let source = SourceText(bytes)
    do { return try JSONValue(reading: source) } catch {
      let position = source.position(at: error.offset)
      throw Edition.Fault(
        place: "\(name):\(position.line):\(position.column)", message: error.message, cure: nil)
    }
  }

  /// The schema that a reference in a file leads to, and the file it lies in; nil where it leads nowhere.
  func resolve(_ reference: String, from file: String) -> (file: String, schema: JSONValue)? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].split(separator: "/").last.map(String.init) ?? file
    var schema = schemas[name]
    for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
      // By RFC 6901, a pointer writes `/` as `~1` and `~` as `~0`.
      schema = schema?[String(step).replacing("~1", with: "/").replacing("~0", with: "~")]
    }
    return schema.map { (name, $0) }
  }
}

/// A difference of two shapes, and what it asks of the version.
public struct ShapeChange: Sendable, Equatable {
  /// By SemVer: a major change breaks programs that read the feed, a minor one adds, a patch only says it better.
  public enum Level: Int, Sendable, Comparable {
    case patch, minor, major

    public var name: String {
      switch self {
      case .patch: "patch"
      case .minor: "minor"
      case .major: "major"
      }
    }

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  public let level: Level
  public let file: String
  /// The field, from the top of the file: `permissions[].granted_by[].role`; empty for the file itself.
  public let field: String
  /// Lower case: `is gone`.
  public let message: String
}

extension Shape {
  /// The least version that a feed may have after these changes.
  public func version(after changes: [ShapeChange]) -> String {
    var numbers = version.split(separator: ".").map { Int($0) ?? 0 }
    while numbers.count < 3 { numbers.append(0) }
    switch changes.map(\.level).max() {
    case nil: return version
    case .major: return "\(numbers[0] + 1).0.0"
    case .minor: return "\(numbers[0]).\(numbers[1] + 1).0"
    case .patch: return "\(numbers[0]).\(numbers[1]).\(numbers[2] + 1)"
    }
  }

  /// Whether this version is not below another.
  public func isAtLeast(_ other: String) -> Bool {
    func numbers(_ version: String) -> [Int] { version.split(separator: ".").map { Int($0) ?? 0 } }
    return !numbers(version).lexicographicallyPrecedes(numbers(other))
  }
}
