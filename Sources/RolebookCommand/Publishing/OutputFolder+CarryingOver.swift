import Glibc

extension OutputFolder {
  /// Takes the files that we did not publish along into `folder`, as hard links where that is possible.
  func carryOver(to folder: String, published: Set<String>, before ledger: Ledger, jobs: Int) async throws {
    _ = try await inParallel(Disk.list(path), jobs: jobs) { entry in
      try carryOver(entry.name, entry.kind, to: folder, published, ledger)
    }
  }

  private func carryOver(
    _ file: String, _ kind: Disk.Kind, to folder: String, _ published: Set<String>, _ ledger: Ledger
  ) throws {
    if file == Ledger.name || ledger.paths.contains(file) { return }
    if kind == .folder {
      for entry in try Disk.list(path + "/" + file) {
        try carryOver(file + "/" + entry.name, entry.kind, to: folder, published, ledger)
      }
      return
    }
    if published.contains(file) {
      throw Failure(
        .disk, "\(path)/\(file) is not ours, and the site has a file with the same path",
        cure: "move it away, or rename the page or file that would replace it")
    }
    if let parent = Disk.parent(of: file) { try Disk.makeFolders(folder + "/" + parent) }
    try take(path + "/" + file, to: folder + "/" + file, kind)
  }

  private func take(_ old: String, to new: String, _ kind: Disk.Kind) throws(DiskError) {
    if link(old, new) == 0 { return }
    guard errno != EEXIST else { throw DiskError(new) }
    switch kind {
    case .file: try Disk.copy(old, to: new)
    case .link: try Disk.copyLink(old, to: new)
    case .folder, .other: throw DiskError(old, reason: "cannot be carried over to the new site")
    }
  }
}

extension OutputFolder {
  /// Takes files along that came or were replaced in the old site while the new one was built.
  func takeAlong(from old: String, published: Set<String>, jobs: Int) async {
    let entries = (try? BuildFolder.entries(in: old)) ?? []
    _ = await inParallel(entries.chunks(of: 64), jobs: jobs) { entries in
      for entry in entries { try? takeAlong(entry.name, entry.kind, from: old, published) }
    }
  }

  /// Removes the old folder, which is not the output any more, its ledger last. What cannot be removed is left to the
  /// next build.
  func remove(old: String, jobs: Int) async {
    let entries = (try? BuildFolder.entries(in: old)) ?? []
    _ = await inParallel(entries.chunks(of: 64), jobs: jobs) { entries in
      for entry in entries { try? Disk.remove(old + "/" + entry.name) }
    }
    try? BuildFolder.remove(old)
  }

  private func takeAlong(
    _ file: String, _ kind: Disk.Kind, from old: String, _ published: Set<String>
  ) throws(DiskError) {
    if ledger?.paths.contains(file) == true || published.contains(file) { return }
    if kind == .folder {
      for entry in try Disk.list(old + "/" + file) {
        try takeAlong(file + "/" + entry.name, entry.kind, from: old, published)
      }
      return
    }
    if let parent = Disk.parent(of: file) { try Disk.makeFolders(path + "/" + parent) }
    // Does nothing where both are the same file, which was linked.
    if rename(old + "/" + file, path + "/" + file) != 0 { throw DiskError(path + "/" + file) }
  }
}

extension Disk {
  /// Copies a file that is not there yet, with its mode.
  static func copy(_ old: String, to new: String) throws(DiskError) {
    let source = open(old, O_RDONLY | O_CLOEXEC)
    if source < 0 { throw DiskError(old) }
    defer { close(source) }
    var status = stat()
    if fstat(source, &status) != 0 { throw DiskError(old) }
    let target = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o777)
    if target < 0 { throw DiskError(new) }
    defer { close(target) }
    while true {
      let count = sendfile(target, source, nil, 1 << 30)
      if count == 0 { return }
      if count < 0, errno != EINTR { throw DiskError(new) }
    }
  }

  static func copyLink(_ old: String, to new: String) throws(DiskError) {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    if readlink(old, &buffer, Int(PATH_MAX)) < 0 || symlink(buffer, new) != 0 { throw DiskError(new) }
  }
}
