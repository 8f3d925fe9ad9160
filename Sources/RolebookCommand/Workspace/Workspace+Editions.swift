import Rolebook

extension Workspace {
  /// What the feed of the pages on disk says.
  func edition(_ options: CommonOptions) async throws -> Edition {
    let output = options.output.map(Disk.absolute) ?? absolute(settings.output)
    let files = try await readFiles(output: output, jobs: options.taskCount)
    return await edition(of: files, settings, options)
  }

  /// What the feed of the pages says that git has at a revision.
  func edition(at revision: String, _ options: CommonOptions) async throws -> Edition {
    let site = try RevisionFiles(Revision(revision, of: root), of: self)
    return await edition(of: site.files, site.settings, options)
  }

  private func edition(of files: [SourceFile], _ settings: Settings, _ options: CommonOptions) async
    -> Edition
  {
    let cache = documentCache(for: files, kept: isCacheWorthwhile(for: files) ? readCache() : nil)
    let catalog = await Build.catalog(of: files, settings: settings, cache: cache, jobs: options.taskCount)
    return Edition(of: catalog)
  }
}

extension Edition {
  private static let limit = 1 << 30

  /// The folder of a feed: the given one, or `api/v1` below it.
  static func feedFolder(_ folder: String) -> String {
    let inner = folder + "/api/v1"
    return Disk.kind(folder + "/index.json") == nil && Disk.isFolder(inner) ? inner : folder
  }

  /// Reads the feed in a folder, or in `api/v1` below it.
  init(folder: String) throws {
    let feed = Self.feedFolder(folder)
    var files: [String: [UInt8]] = [:]
    for name in Self.fileNames {
      switch Disk.read(feed + "/" + name, limit: Self.limit) {
      case .bytes(let bytes): files[name] = bytes
      case .unreadable where Disk.kind(feed + "/" + name) == nil: continue
      case .unreadable(let words): throw Failure(.disk, "cannot read \(feed)/\(name): \(words)")
      case .tooLarge(let bytes):
        throw Failure(.disk, "\(feed)/\(name) has \(bytes) bytes: too many for a feed")
      }
    }
    do { try self.init(reading: files) } catch let fault as Edition.Fault {
      throw Failure(.usage, "\(feed)/\(fault.place): \(fault.message)", cure: fault.cure)
    }
  }
}
