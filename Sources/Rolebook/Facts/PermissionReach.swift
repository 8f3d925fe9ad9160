/// How far down a permission works: some are about a project, or about making a thing in another.
public struct PermissionReach: Sendable {
  /// The lowest thing on which it works: `project`.
  public let lowest: String
  /// The level of that thing.
  let level: Int

  /// Nil where a grant of the permission may work at any level.
  public init?(_ name: String) {
    let parts = nameParts(name)
    if Self.isOfBigQueryProject(name, parts) {
      (lowest, level) = ("project", 2)
    } else if parts.verb == "create", let parent = Self.parents[Self.singular(parts.resource)] {
      (lowest, level) = parent
    } else {
      return nil
    }
  }

  /// Whether a grant on this securable gives nothing.
  public func excludes(_ securable: Securable) -> Bool {
    securable.kind.level.map { $0 > level } ?? false
  }

  /// What holds a thing of each kind, and that one's level. Folders lie in folders, and are left out.
  private static let parents: [String: (String, Int)] = [
    "project": ("folder or organization", 1), "dataset": ("project", 2), "table": ("dataset or schema", 3),
    "view": ("dataset or schema", 3),
  ]

  /// Jobs, reservations, saved queries and transfers belong to a project, and datasets are made in one:
  /// https://cloud.google.com/bigquery/docs/access-control
  private static let bigQueryResources: Set<String> = [
    "jobs", "readsessions", "reservations", "reservationAssignments", "capacityCommitments", "bireservations",
    "savedqueries", "transfers",
  ]

  private static func isOfBigQueryProject(
    _ name: String, _ parts: NameParts
  ) -> Bool {
    if name.hasPrefix("resourcemanager.projects.") { return true }
    guard parts.service == "bigquery" else { return false }
    return bigQueryResources.contains(parts.resource) || name == "bigquery.connections.create"
  }

  private static func singular(_ resource: String) -> String {
    let word = resource.split(separator: ".").last ?? ""
    return word.lowercased().hasSuffix("s") ? String(word.lowercased().dropLast()) : word.lowercased()
  }
}
