import Markdown

extension SiteOutput {
  /// What a link to a permission or role says when a reader rests on it: a shard for each service.
  static let cardShards = SiteOutput("card shards") { plan in
    plan.platforms.flatMap { platform in
      CardShard.all(of: platform, in: plan.catalog).map { shard in
        SiteFile(shard: shard.path) { json in shard.append(of: plan, to: &json) }
      }
    }
  }
}

/// The permissions and roles of one service: those whose file names begin alike.
private struct CardShard: Sendable {
  let path: String
  private(set) var permissions: [Int] = []
  private(set) var roles: [Int] = []

  static func all(of platform: PlatformShelf, in catalog: Catalog) -> [CardShard] {
    var shards: [String: CardShard] = [:]
    func change(_ fileName: String, _ body: (inout CardShard) -> Void) {
      let service = fileName.prefix { $0 != "." }.lowercased()
      body(&shards[service, default: CardShard(path: "cards/\(platform.name)/\(service).js")])
    }
    for index in platform.permissions {
      change(catalog.permissions[index].fileName) { $0.permissions.append(index) }
    }
    for index in platform.roles { change(catalog.roles[index].fileName) { $0.roles.append(index) } }
    return shards.sorted { $0.key < $1.key }.map(\.value)
  }

  /// By file name: what it is, its stage, a sentence, and how many there are of what it counts.
  func append(of plan: SitePlan, to json: inout JSON) {
    let catalog = plan.catalog
    json.object { json in
      json.member("permissions") { json in
        json.object { json in
          for index in permissions {
            let permission = catalog.permissions[index]
            let row = [
              permission.name, permission.stage.rawValue, permission.description.shortened(to: 160),
              String(permission.holders.count),
            ]
            json.member(key: permission.fileName) { $0.array(row) }
          }
        }
      }
      json.member("roles") { json in
        json.object { json in
          for index in roles {
            let role = catalog.roles[index]
            let row = [
              role.title, role.declaration.stage.rawValue,
              (role.declaration.description?.text ?? "").shortened(to: 160), String(plan.roleSizes[index]),
            ]
            json.member(key: role.fileName) { $0.array(row) }
          }
        }
      }
    }
  }
}
