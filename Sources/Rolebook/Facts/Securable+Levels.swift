extension Securable.Kind {
  /// How far in it lies in a hierarchy of resources, from the outside; nil for what has no place in one.
  public var level: Int? {
    switch self {
    case .organization: 0
    case .folder: 1
    case .project: 2
    case .dataset, .database, .schema: 3
    case .table, .view, .allTables, .futureTables: 4
    default: nil
    }
  }

  /// The kinds that the words of a role's lowest resource name: "table or view"; nil where one of the words is
  /// not known.
  public static func reading(lowestResource text: String) -> [Securable.Kind]? {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    let kinds = words.filter { !fillers.contains($0) }.map { word in
      Self(rawValue: word) ?? Self(rawValue: String(word.dropLast(word.hasSuffix("s") ? 1 : 0)))
    }
    guard !kinds.isEmpty, kinds.allSatisfy({ $0?.level != nil }) else { return nil }
    return kinds.compactMap(\.self)
  }

  private static let fillers: Set<String> = [
    "a", "an", "the", "or", "and", "level", "google", "cloud", "bigquery",
  ]
}

extension Securable.Kind {
  /// Whether a role with this lowest resource cannot be granted on a thing of this kind, as it lies further in.
  public func isBelow(lowestResource text: String) -> Bool {
    guard let level, let kinds = Self.reading(lowestResource: text) else { return false }
    return kinds.allSatisfy { ($0.level ?? level) < level }
  }
}

extension Role {
  /// The lowest resource as declared, where it lies further out than this securable.
  public func lowestResource(above securable: Securable) -> Located<String>? {
    guard let lowest = declaration.lowestResource, securable.kind.isBelow(lowestResource: lowest.value) else {
      return nil
    }
    return lowest
  }
}
