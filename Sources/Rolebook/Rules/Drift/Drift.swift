import Markdown

/// What the current pages state of a platform, beside the truth about it: what drift rules judge.
struct Drift: Sendable {
  let catalog: Catalog
  let truth: Truth
  let platform: String
  /// The roles that a page declares and the truth describes.
  let roles: [DriftedRole]
  /// Names that pages write in full and that exist no more, each with its places.
  let gonePermissions: [GonePermission]
  /// Roles that pages name by their ids and that exist no more, each with its places.
  let goneRoles: [GoneRole]

  init(_ catalog: Catalog, _ truth: Truth) {
    let platform = truth.platform(in: catalog)
    let pages = CurrentPages(catalog, platform: platform ?? "")
    self.catalog = catalog
    self.truth = truth
    self.platform = platform ?? ""
    guard platform != nil else {
      (roles, gonePermissions, goneRoles) = ([], [], [])
      return
    }
    roles = pages.roles.compactMap { DriftedRole($0, truth) }
    goneRoles = GoneRole.all(in: pages, truth)
    gonePermissions = GonePermission.all(
      in: pages, truth, goneRoles: Set(goneRoles.map(\.id)))
  }
}

/// A role as pages declare it, and as it really is.
struct DriftedRole: Sendable {
  let documented: Role
  let real: TruthRole

  init?(_ documented: Role, _ truth: Truth) {
    guard let real = truth.role(documented.id), real.deletion == nil else { return nil }
    self.documented = documented
    self.real = real
  }
}
