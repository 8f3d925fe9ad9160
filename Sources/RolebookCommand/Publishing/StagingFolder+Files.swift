import Glibc

/// Files of the new site, by their paths below the folder.
extension StagingFolder {
  /// Removes what is neither a file at one of these paths nor a folder of some, but for the ledger.
  func sweep(keeping paths: Set<String>, jobs: Int) async throws {
    let entries = try BuildFolder.entries(in: path)
    _ = try await inParallel(entries.chunks(of: 64), jobs: jobs) { entries in
      for entry in entries { try sweep(entry.name, entry.kind, keeping: paths) }
    }
    for entry in try Disk.list(path) where entry.kind == .folder { rmdir(path + "/" + entry.name) }
  }

  private func sweep(_ file: String, _ kind: Disk.Kind, keeping paths: Set<String>) throws(DiskError) {
    let place = path + "/" + file
    if kind != .folder {
      if kind != .file || !paths.contains(file) { try Disk.remove(place) }
      return
    }
    for entry in try Disk.list(place) { try sweep(file + "/" + entry.name, entry.kind, keeping: paths) }
    // Does nothing where something is left in it.
    rmdir(place)
  }

  /// Opens a new file for writing. One that lies there from before is removed.
  func create(_ file: String) throws(DiskError) -> Int32 {
    while true {
      let descriptor = openat(folder, file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return descriptor }
      guard isReused, errno == EEXIST, unlinkat(folder, file, 0) == 0 else {
        throw DiskError(path + "/" + file)
      }
    }
  }

  /// Takes the old site's file at this path along; false where the file system cannot.
  func take(_ file: String, _ stamp: FileStamp, from old: OldFiles) -> Bool {
    if isReused {
      if FileStamp(of: file, in: folder) == stamp { return true }
      unlinkat(folder, file, 0)
    }
    return old.link(file, into: folder)
  }

  /// Makes the folder at this path, and those above it.
  func makeFolders(_ path: String) throws(DiskError) {
    if mkdirat(folder, path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let parent = Disk.parent(of: path) else { throw DiskError(self.path + "/" + path) }
    try makeFolders(parent)
    if mkdirat(folder, path, 0o777) != 0, errno != EEXIST { throw DiskError(self.path + "/" + path) }
  }
}
