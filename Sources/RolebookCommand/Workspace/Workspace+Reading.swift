import Markdown
import Rolebook

extension Workspace {
  /// How many files a task reads before it takes the next ones.
  private static let chunk = 64

  /// Reads the files of the site, `jobs` tasks at once. The settings come first, then the others by path.
  /// Assets are listed and not read.
  func readFiles(output: String, jobs: Int) async throws -> [SourceFile] {
    try await readFiles(FileTree(of: self, output: output), jobs: jobs)
  }

  /// The same, with the files found already.
  func readFiles(_ tree: FileTree, jobs: Int) async throws -> [SourceFile] {
    let sources = await inParallel(tree.files.chunks(of: Self.chunk), jobs: jobs) { files in
      Memory.makeRoom()
      return files.map(read)
    }
    return (settingsFile.map { [$0] } ?? []) + sources.joined()
  }

  /// What is published as it is: each content file that is no page.
  func assets(among files: [SourceFile]) -> [Asset] {
    let content = absolute(settings.content)
    let prefix = content == root ? 0 : content.count - root.count
    return files.filter { $0.role == .asset && $0.fault == nil }.map { file in
      Asset(path: String(file.path.dropFirst(prefix)), source: root + "/" + file.path)
    }
  }

  /// Reads one file of the site again.
  func read(path: String, as role: SourceFile.Part) -> SourceFile {
    read(FileTree.File(path: path, role: role, fault: nil))
  }

  private func read(_ file: FileTree.File) -> SourceFile {
    func source(_ bytes: [UInt8] = [], _ fault: SourceFile.Fault? = nil) -> SourceFile {
      SourceFile(path: file.path, role: file.role, bytes: bytes, fault: fault)
    }
    if let fault = file.fault { return source([], .unreadable(fault)) }
    if file.role == .asset {
      return source([], Disk.unreadable(root + "/" + file.path).map { .unreadable($0) })
    }
    switch Disk.read(root + "/" + file.path, limit: settings.limits.fileBytes) {
    case .bytes(let bytes): return source(bytes)
    case .tooLarge(let bytes): return source([], .tooLarge(bytes: bytes))
    case .unreadable(let words): return source([], .unreadable(words))
    }
  }
}

/// A file that is published as it is, copied when the site is written.
struct Asset: Sendable {
  /// Relative to the output folder.
  let path: String
  /// Where it lies now.
  let source: String
}

extension Array {
  /// The elements in runs of this length, the last of which may be shorter.
  func chunks(of length: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
  }
}

/// The results of `work` for each element, in their order; `jobs` tasks run at once.
func inParallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) throws -> Result
) async rethrows -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: elements.count)
    var following = 0
    while following < min(max(jobs, 1), elements.count) {
      let index = following
      group.addTask { (index, try work(elements[index])) }
      following += 1
    }
    while let (index, result) = try await group.next() {
      results[index] = result
      guard following < elements.count else { continue }
      let next = following
      group.addTask { (next, try work(elements[next])) }
      following += 1
    }
    return results.compactMap { $0 }
  }
}
