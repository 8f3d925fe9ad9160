/// Finds permissions and roles by what an author writes.
public struct NameIndex: Sendable, Equatable {
  /// Platform → name → index into `Catalog.permissions`.
  var permissionIDs: [String: [String: Int]] = [:]
  /// Platform → id → index into `Catalog.roles`.
  var roleIDs: [String: [String: Int]] = [:]
  /// Platform → title → the roles that bear it.
  var roleTitles: [String: [String: [Int]]] = [:]

  /// The permission with this exact name; without a platform, the one that a single platform has.
  public func permission(_ name: String, platform: String?) -> Int? {
    Self.find(name, platform, permissionIDs)
  }

  /// The role with this exact id.
  public func role(id: String, platform: String?) -> Int? { Self.find(id, platform, roleIDs) }

  /// The one role with this title; none where several bear it.
  public func role(title: String, platform: String?) -> Int? {
    let found = roles(title: title, platform: platform)
    return found.count == 1 ? found[0] : nil
  }

  public func roles(title: String, platform: String?) -> [Int] {
    if let platform { return roleTitles[platform]?[title] ?? [] }
    return roleTitles.values.flatMap { $0[title] ?? [] }
  }

  private static func find(_ name: String, _ platform: String?, _ index: [String: [String: Int]]) -> Int? {
    if let platform { return index[platform]?[name] }
    let found = index.values.compactMap { $0[name] }
    return found.count == 1 ? found[0] : nil
  }
}
