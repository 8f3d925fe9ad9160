extension Edition {
  /// The files of a feed that it is read from, below `api/v1/`.
  public static let fileNames = [
    "index.json", "permissions.json", "roles.json", "grants.json", "guides.json",
  ]

  /// Members that say where something is written or shown.
  private static let placesAndAddresses: Set = ["proved_by", "proves", "sources", "url"]

  /// Reads the files of a feed by name. Throws where they are not a feed that this program reads.
  public init(reading files: [String: [UInt8]]) throws(Fault) {
    let index = try FeedFile("index.json", in: files, skipping: ["files", "sources"])
    self.init(dataVersion: try index.text("data_version", of: index.json), things: [:])
    let skipped = Self.placesAndAddresses
    try readPermissions(FeedFile("permissions.json", in: files, skipping: skipped))
    try readRoles(FeedFile("roles.json", in: files, skipping: skipped.union(["permissions"])))
    try readGuides(FeedFile("guides.json", in: files, skipping: skipped))
    try readGrants(FeedFile("grants.json", in: files, skipping: skipped))
  }

  private mutating func readPermissions(_ file: FeedFile) throws(Fault) {
    for item in try file.list("permissions") {
      let name = Subject.Name(
        platform: try file.text("platform", of: item), name: try file.text("name", of: item))
      things[.permission(name)] = Self.fields(
        of: item, without: ["name", "platform", "granted_by", "conditionally_granted_by"])
      for holder in item["granted_by"]?.array ?? [] { try addRight(to: name, of: holder, file) }
      for holder in item["conditionally_granted_by"]?.array ?? [] { try addRight(to: name, of: holder, file) }
    }
  }

  private mutating func addRight(
    to permission: Subject.Name, of holder: JSONValue, _ file: FeedFile
  ) throws(Fault) {
    let role = Subject.Name(platform: permission.platform, name: try file.text("role", of: holder))
    let right = Subject.Right(
      role: role, permission: permission.name, condition: holder["condition"]?.text)
    things[.right(right)] = Self.fields(of: holder, without: ["role", "condition"])
  }

  /// A role's `permissions` are its rights, which the permissions tell with the way that each is held.
  private mutating func readRoles(_ file: FeedFile) throws(Fault) {
    for item in try file.list("roles") {
      let name = Subject.Name(
        platform: try file.text("platform", of: item), name: try file.text("id", of: item))
      things[.role(name)] = Self.fields(of: item, without: ["id", "platform", "permissions"])
    }
  }

  private mutating func readGuides(_ file: FeedFile) throws(Fault) {
    for item in try file.list("guides") {
      let path = try file.text("path", of: item)
      things[.guide(path: path)] = Self.fields(of: item, without: ["path", "requirements", "options"])
      try readNeeds(item["requirements"], ofGuide: path, option: nil, file)
      for option in item["options"]?.array ?? [] {
        let id = try file.text("id", of: option)
        things[.option(guide: path, id: id)] = Self.fields(
          of: option, without: ["id", "permissions", "access"])
        try readNeeds(option["permissions"], ofGuide: path, option: id, file)
        try readClaims(option["access"], ofGuide: path, option: id, file)
      }
    }
  }

  private mutating func readNeeds(
    _ list: JSONValue?, ofGuide guide: String, option: String?, _ file: FeedFile
  ) throws(Fault) {
    for item in list?.array ?? [] {
      let need = Subject.Need(
        guide: guide, option: option, permission: try file.text("permission", of: item),
        securable: try file.text("securable", of: item))
      // A page may name a permission twice, for two purposes.
      let purposes =
        (things[.need(need)]?["purposes"]?.texts ?? []) + [item["purpose"]?.text].compactMap(\.self)
      things[.need(need)] = ["purposes": JSONValue(purposes)]
    }
  }

  private mutating func readClaims(
    _ list: JSONValue?, ofGuide guide: String, option: String, _ file: FeedFile
  ) throws(Fault) {
    for item in list?.array ?? [] {
      let claim = Subject.Claim(
        guide: guide, option: option, role: try file.text("role", of: item),
        access: try file.text("access", of: item), securable: try file.text("securable", of: item))
      things[.claim(claim)] = Self.fields(of: item, without: ["role", "access", "securable"])
    }
  }

  private mutating func readGrants(_ file: FeedFile) throws(Fault) {
    for item in try file.list("grants") {
      let grant = Subject.grant(guide: try file.text("guide", of: item), id: try file.text("id", of: item))
      things[grant] = Self.fields(of: item, without: ["guide", "id"])
    }
  }

  private static func fields(of item: JSONValue, without names: Set<String>) -> Fields {
    (item.members ?? [:]).filter { !names.contains($0.key) }
  }
}
