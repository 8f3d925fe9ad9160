import Rolebook
import Synchronization

/// A site as it is served: its files are made when they are asked for.
///
/// A class: what is worked out once is kept for all requests.
final class ServedSite: Sendable {
  /// A file of the site by its path, ready to be sent.
  struct Content: Sendable {
    let bytes: [UInt8]
    /// Tells these bytes from others.
    let digest: String
  }

  let site: Site
  private let assets: [String: Asset]
  /// The files of the search, all made at once: few who look at a page they write search in it.
  private let search = Mutex<Task<[String: SiteFile], Never>?>(nil)
  /// What was made already.
  private let made = Mutex<[String: Content]>([:])

  init(_ site: Site, assets: [Asset]) {
    self.site = site
    self.assets = Dictionary(assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the site has a file at this path: `roles/index.html`.
  func has(_ path: String) -> Bool {
    assets[path] != nil || path == Self.manifest || site.file(at: path) != nil
  }

  /// The file at this path, be it one of the search; nil where there is none.
  func contentOrSearch(at path: String) async -> Content? {
    if let content = content(at: path) { return content }
    guard path.hasPrefix("search/"), path.hasSuffix(".js") else { return nil }
    let making = search.withLock { search in
      let task =
        search
        ?? Task { [site] in
          Dictionary(await site.search().map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        }
      search = task
      return task
    }
    return await making.value[path].map { content(of: $0) }
  }

  /// The file at this path; nil where there is none, or where it is one of the search.
  func content(at path: String) -> Content? {
    if let asset = assets[path] {
      // It may change at any time, and is not kept.
      guard case .bytes(let bytes) = Disk.read(asset.source, limit: Self.largestAsset) else { return nil }
      return Content(bytes: bytes, digest: String(sha256(bytes).prefix(16)))
    }
    if let content = made.withLock({ $0[path] }) { return content }
    return (manifest(path) ?? site.file(at: path)).map { content(of: $0) }
  }

  private func content(of file: SiteFile) -> Content {
    if let content = made.withLock({ $0[file.path] }) { return content }
    var bytes: [UInt8] = []
    file.render(&bytes)
    let content = Content(bytes: bytes, digest: String(sha256(bytes).prefix(16)))
    made.withLock { $0[file.path] = content }
    return content
  }

  /// What tells the looks of this site from those of another: of its stylesheet and scripts.
  var look: String {
    let digests = ["style.css", "site.js", "explorer.js"].map { content(at: $0)?.digest ?? "" }
    return String(sha256(Array(digests.joined().utf8)).prefix(16))
  }

  private static let manifest = "api/v1/index.json"
  private static let largestAsset = 1 << 30

  /// The feed's manifest lists all files of the feed, which are made for it.
  private func manifest(_ path: String) -> SiteFile? {
    guard path == Self.manifest else { return nil }
    let feed = site.files.map(\.path).filter { $0.hasPrefix("api/") }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return site.manifest(
      feed.compactMap { path in
        content(at: path).map {
          WrittenFile(path: path, bytes: $0.bytes.count, sha256: sha256($0.bytes))
        }
      })
  }
}
