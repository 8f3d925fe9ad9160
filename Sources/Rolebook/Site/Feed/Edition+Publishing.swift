extension Edition {
  /// What the feed of this catalog says.
  public init(of catalog: Catalog) { self.init(of: SitePlan(catalog, Templates(files: []))) }

  /// Reads the files that the feed will have.
  init(of plan: SitePlan) {
    let outputs: [SiteOutput] = [.permissionsFeed, .rolesFeed, .grantsFeed, .guidesFeed]
    let files = outputs.flatMap { $0.files(plan) } + [Feed.manifest(of: plan, [])]
    var bytes: [String: [UInt8]] = [:]
    for file in files {
      let name = String(file.path.dropFirst(Feed.folder.count))
      if Edition.fileNames.contains(name) { file.render(&bytes[name, default: []]) }
    }
    do { try self.init(reading: bytes) } catch {
      preconditionFailure("our own feed cannot be read: \(error.place): \(error.message)")
    }
  }
}
