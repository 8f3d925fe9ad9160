/// All files of a build, ready to be written.
public struct Site: Sendable {
  /// Every file but the manifest; their order does not matter.
  public let files: [SiteFile]
  /// The feed's `index.json`, made from the feed's files as they were written.
  public let manifest: @Sendable ([WrittenFile]) -> SiteFile

  public init(files: [SiteFile], manifest: @escaping @Sendable ([WrittenFile]) -> SiteFile) {
    self.files = files
    self.manifest = manifest
  }
}

/// A file of the site as it was written.
public struct WrittenFile: Sendable {
  public let path: String
  public let bytes: Int
  /// Lower-case hexadecimal.
  public let sha256: String

  public init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }
}
