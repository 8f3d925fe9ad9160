import Markdown

extension SiteOutput {
  /// Who holds what, for the tools that answer in the browser: a shard for each platform, and one of what guides need.
  static let accessShards = SiteOutput("access shards") { plan in
    if plan.catalog.roles.isEmpty { return [] }
    return plan.platforms.map { platform in
      SiteFile(shard: "access/\(platform.name).js") { json in
        AccessShard(of: platform, in: plan).append(to: &json)
      }
    } + [SiteFile(shard: "access/guides.js") { plan.appendGuideNeeds(to: &$0) }]
  }
}

/// The roles and permissions of one platform as the browser reads them: `templates/scripts/access.js`.
struct AccessShard {
  private let index: AccessIndex
  private let platform: PlatformShelf
  private let title: String
  private let rolePrefix: String
  /// Of each permission and each role of the platform, the name and its file.
  private let permissionFiles: [(name: String, file: String)]
  private let roleFiles: [(name: String, file: String)]

  init(of platform: PlatformShelf, in plan: SitePlan) {
    index = plan.accessIndex
    self.platform = platform
    title = plan.title(ofPlatform: platform.name)
    let prefix = plan.settings.platforms[platform.name]?.rolePrefix ?? ""
    rolePrefix = prefix
    permissionFiles = plan.catalog.permissions[platform.permissions].map { ($0.name, $0.fileName) }
    roleFiles = plan.catalog.roles[platform.roles].map { ($0.id.without(prefix), $0.fileName) }
  }

  private var permissions: Range<Int> { platform.permissions }
  private var roles: Range<Int> { platform.roles }

  /// Lists beside one another, each as one text: a digit or a line for each role. A role's permissions are the steps
  /// from one to the next in base 36, `+` before how many follow it directly.
  func append(to json: inout JSON) {
    let roles = index.roles[roles]
    json.object { json in
      json.member("barred", roles.map { $0.mayCover ? "0" : "1" }.joined())
      json.member("conditions") { json in appendConditions(to: &json) }
      json.member("name", platform.name)
      json.member("permissionFiles") { $0.oddFiles(permissionFiles) }
      json.member("permissions", frontCoded(index.permissions[permissions].map(\.name)))
      json.member("prefix", rolePrefix)
      json.member("reach", roles.map { String($0.reach) }.joined())
      json.member("roleFiles") { $0.oddFiles(roleFiles) }
      json.member("roles", frontCoded(roles.map(\.id)))
      json.member("sets", roles.map { runs(of: $0.permissions) }.joined(separator: "\n"))
      json.member("title", title)
      json.member("titles", roles.map { $0.title == $0.id ? "" : $0.title }.joined(separator: "\n"))
    }
  }

  /// Rows of a role, a permission and the condition, both as places in the lists.
  private func appendConditions(to json: inout JSON) {
    let rows = roles.flatMap { role in
      index.roles[role].conditions.map {
        (role - roles.lowerBound, $0.permission - permissions.lowerBound, $0.text)
      }
    }
    json.array(rows) { json, row in json.array([String(row.0), String(row.1), row.2]) }
  }

  private func runs(of set: PermissionSet) -> String {
    var bytes: [UInt8] = []
    var last = permissions.lowerBound
    var following = 0
    for index in set.indices {
      if index == last, !bytes.isEmpty {
        following += 1
      } else {
        bytes.append(following: following)
        if !bytes.isEmpty { bytes.append(",") }
        bytes.appendBase36(UInt32(index - last))
        following = 0
      }
      last = index + 1
    }
    bytes.append(following: following)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(following count: Int) {
    if count == 0 { return }
    append("+")
    appendBase36(UInt32(count))
  }
}

extension AccessIndex.Role {
  /// The furthest level in at which it can be granted: see `Securable.Kind.level`; 9 where nothing says so.
  fileprivate var reach: Int {
    let kinds = lowestResource.flatMap { Securable.Kind.reading(lowestResource: $0) } ?? []
    return kinds.compactMap(\.level).max() ?? 9
  }
}

extension SitePlan {
  /// What each way through each guide needs, all its levels together, and what its statements grant.
  fileprivate func appendGuideNeeds(to json: inout JSON) {
    json.array(guideNeeds) { json, row in
      json.object { json in
        json.member("address", row.address)
        json.member("grants", row.grants)
        json.member("permissions", row.permissions)
        json.member("platform", row.platform)
        json.member("title", row.title)
      }
    }
  }

  /// Every way through every guide that says what it needs, in the order of guides.
  var guideNeeds: [GuideNeed] { catalog.guides.indices.flatMap(needs) }

  struct GuideNeed {
    let title: String
    let address: String
    let platform: String
    let permissions: [String]
    let grants: [String]
  }

  private func needs(ofGuide index: Int) -> [GuideNeed] {
    let guide = catalog.guides[index]
    let page = catalog.pages[guide.page]
    if page.isSuperseded { return [] }
    let platform = platforms.first { $0.name == page.platform }
    return guide.combinations.compactMap { combination in
      var required = PermissionSet(capacity: catalog.permissions.count)
      for coverage in combination.coverage { required.formUnion(coverage.required) }
      let statements = grants[index].grants.filter { grant in
        grant.statement != nil && grant.role == nil && combination.options.contains(allOf: grant.options)
      }
      let rights = statements.map {
        "\($0.privileges.sorted().joined(separator: ", ")) ON \($0.securable.text)"
      }
      if required.isEmpty, rights.isEmpty { return nil }
      let options = titles(of: combination, in: guide)
      let title = options.isEmpty ? page.title : "\(page.title): \(options)"
      return GuideNeed(
        title: title, address: page.address, platform: platform?.name ?? "",
        permissions: required.indices.map { catalog.permissions[$0].name }, grants: Set(rights).sorted())
    }
  }
}

extension Array where Element == String {
  fileprivate func contains(allOf others: [String]) -> Bool { others.allSatisfy(contains) }
}
