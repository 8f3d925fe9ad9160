import Glibc
import Rolebook

/// What the last build of a site read and wrote, kept in `.rolebook/`: where neither changed since, there is nothing to
/// build.
struct LastBuild: Sendable {
  /// What it said when it ended.
  struct Result: Equatable, Sendable {
    let pages: Int
    let warnings: Int
  }

  /// What the output depends on besides the files: the program, the options and the commit.
  private let circumstances: String
  private let inputs: Stamps
  /// When the files were looked at, in nanoseconds since 1970.
  private let start: Int
  private let path: String
  private let output: String
  private let jobs: Int
  /// What is published now, where somebody has begun to look at it.
  private let published: Task<Stamps?, Never>

  /// A file that was changed this short before it was read may change again within the same tick of its time: half a
  /// tenth of a second.
  private static let tick = 50_000_000

  /// Looks at the files of a site, before they are read, while others look at the output. Nil for a small site, which is
  /// built before this is told.
  init?(
    _ workspace: Workspace, _ tree: FileTree, output: String, published: Task<Stamps?, Never>,
    options: String, jobs: Int
  ) async {
    guard workspace.isCacheWorthwhile(pages: tree.files.count(where: { $0.role == .page })) else {
      return nil
    }
    let folder = open(workspace.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { return nil }
    defer { close(folder) }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    start = now.nanoseconds
    var paths = PathList()
    for path in [workspace.settingsFile].compactMap({ $0?.path }) + tree.files.map(\.path) {
      paths.append(path.utf8)
    }
    inputs = await Stamps(of: paths, in: folder, countsLinks: true, jobs: jobs)
    let commit = workspace.commit
    circumstances = sha256(
      Array("\(Workspace.program)\n\(workspace.root)\n\(output)\n\(options)\n\(commit)".utf8))
    path = OutputCache(root: workspace.root, output: output).path(.builds)
    self.output = output
    self.published = published
    self.jobs = jobs
  }

  /// How the last build ended, if this one would read and write the same.
  func unchanged() async -> Result? {
    defer { published.cancel() }
    guard case .bytes(let bytes) = Disk.read(path, limit: 4096), inputs.latest < start - Self.tick,
      case let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init),
      lines.count == 5, lines[0] == circumstances, lines[1] == inputs.digest,
      let pages = Int(lines[3]), let warnings = Int(lines[4]),
      let outputs = await published.value, lines[2] == outputs.digest
    else { return nil }
    return Result(pages: pages, warnings: warnings)
  }

  /// Notes how this build ended. The cache may be missing at any time, so that a failure here is none.
  func keep(_ result: Result) async {
    guard inputs.latest < start - Self.tick, let outputs = await Self.look(at: output, jobs: jobs),
      let folder = Disk.parent(of: path)
    else {
      try? Disk.remove(path)
      return
    }
    let lines = [circumstances, inputs.digest, outputs.digest, "\(result.pages)", "\(result.warnings)"]
    try? Disk.makeFolders(folder)
    try? Disk.replaceOrCreate(path, Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// The stamps of all that was published, and of the ledger that lists it.
  static func look(at output: String, jobs: Int) async -> Stamps? {
    let folder = open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { return nil }
    defer { close(folder) }
    guard case .bytes(let ledger) = Disk.read(output + "/" + Ledger.name, limit: 1 << 30) else { return nil }
    // The ledger itself stands in the place of its title.
    let title = ledger.firstIndex(of: UInt8(ascii: "\n")) ?? ledger.endIndex
    let paths = PathList(lines: (Array(Ledger.name.utf8) + ledger[title...])[...])
    // Files of ours are linked from tree to tree.
    return await Stamps(of: paths, in: folder, countsLinks: false, jobs: jobs)
  }
}

extension Workspace {
  /// The commit that is checked out, and whether git knows its history; empty where there is none.
  fileprivate var commit: String {
    (try? Git.run(["rev-parse", "HEAD", "--is-shallow-repository"], in: root))?.text ?? ""
  }
}
