import Markdown

/// The roles of the real system and what they hold, as dumps of it say.
public struct Truth: Sendable {
  /// Ordered by id.
  let roles: [TruthRole]
  /// Every permission that a role holds by its name, ordered.
  let permissions: [String]
  /// Whether it describes one role by itself, and so knows of no other.
  let isOneRole: Bool
  /// The platform that it is about, where somebody says so.
  public let givenPlatform: String?
  private let roleIndex: [String: Int]
  private let permissionIndex: [String: Int]
  /// The living roles of each family, as indices into `roles`.
  let families: [String: [Int]]
  /// The permissions of each service, as indices into `permissions`.
  let services: [String: [Int]]
  /// How many names and patterns of each service are held.
  let serviceSizes: [String: Int]
  /// What roles hold in patterns.
  private let patterns: [Wildcard]

  /// What keeps files from being a truth, and where.
  public struct Fault: Error, Sendable {
    /// In words, lower case.
    public let message: String
    public let file: FileID
    public let offset: Int

    init(_ message: String, _ file: FileID, _ offset: Int) {
      self.message = message
      self.file = file
      self.offset = offset
    }
  }

  /// Reads and joins files whose indices in the catalog start at `first`. Of a role that several describe, the first
  /// counts, and the others add what it leaves out.
  public init(reading files: [SourceFile], from first: FileID, platform: String? = nil) throws(Fault) {
    var records: [TruthReader.Record] = []
    var hasList = false
    for (offset, file) in files.enumerated() {
      let reader = try TruthReader(file.text, file: first + FileID(offset))
      records += reader.records
      hasList = hasList || reader.hasList
    }
    if records.isEmpty { throw Fault("expected roles, and found an empty list", first, 0) }
    self.init(joining: records, isOneRole: records.count == 1 && !hasList, platform: platform)
  }

  private init(joining records: [TruthReader.Record], isOneRole: Bool, platform: String?) {
    let living = records.lazy.filter { $0.role.deletion == nil }
    let names = Set(living.flatMap { $0.permissions ?? [] })
    permissions = names.filter { !$0.isPattern }.sorted()
    let index = Dictionary(uniqueKeysWithValues: permissions.enumerated().map { ($1, $0) })
    var joined: [String: TruthRole] = [:]
    for record in records {
      var role = record.role
      role.held = record.permissions.map { Self.held($0, index) }
      joined[role.id.value]?.takeMissing(from: role)
      if joined[role.id.value] == nil { joined[role.id.value] = role }
    }
    roles = joined.values.sorted { $0.id.value < $1.id.value }
    roleIndex = Dictionary(uniqueKeysWithValues: roles.enumerated().map { ($1.id.value, $0) })
    permissionIndex = index
    patterns = names.filter(\.isPattern).sorted().map(Wildcard.init)
    let sorted = roles
    families = Dictionary(grouping: sorted.indices.filter { sorted[$0].deletion == nil }) {
      family(ofRole: sorted[$0].id.value)
    }
    let held = permissions
    services = Dictionary(grouping: held.indices) { service(ofPermission: held[$0]) }
    serviceSizes = names.reduce(into: [:]) { $0[service(ofPermission: $1), default: 0] += 1 }
    self.isOneRole = isOneRole
    givenPlatform = platform
  }

  private static func held(_ names: [String], _ index: [String: Int]) -> TruthRole.Held {
    var permissions = PermissionSet(capacity: index.count)
    for name in names { if let found = index[name] { permissions.insert(found) } }
    return TruthRole.Held(
      permissions: permissions, patterns: names.filter(\.isPattern), count: Set(names).count)
  }

  /// The role with this id, deleted ones too.
  func role(_ id: String) -> TruthRole? { roleIndex[id].map { roles[$0] } }

  /// Whether a role holds the permission.
  func holds(_ permission: String) -> Bool {
    permissionIndex[permission] != nil || patterns.contains { $0.matches(permission) }
  }

  /// Whether this role holds the permission.
  func holds(_ permission: String, in held: TruthRole.Held) -> Bool {
    if let index = permissionIndex[permission], held.permissions.contains(index) { return true }
    return held.patterns.contains { Wildcard($0).matches(permission) }
  }

  /// The names that a role holds, patterns left out, ordered.
  func names(in held: TruthRole.Held) -> [String] { held.permissions.indices.map { permissions[$0] } }
}

extension String {
  /// Whether it stands for several permissions.
  fileprivate var isPattern: Bool { utf8.contains(UInt8(ascii: "*")) }
}
