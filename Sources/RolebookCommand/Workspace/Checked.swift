import Markdown
import Rolebook

/// A site that was read and checked.
struct Checked: Sendable {
  let workspace: Workspace
  /// The absolute path of the output folder.
  let output: String
  let files: [SourceFile]
  let build: Build
  let report: Report

  init(_ workspace: Workspace, output: String, files: [SourceFile], _ build: Build) {
    self.workspace = workspace
    self.output = output
    self.files = files
    self.build = build
    report = Report(build.findings, of: build.catalog)
  }

  /// Reads the site to be served at an address. What it holds as a build before is taken over.
  init(_ options: CommonOptions, servedAt address: String?, after previous: Build? = nil) async throws {
    var workspace = try Workspace(root: options.root)
    let output = options.output.map(Disk.absolute) ?? workspace.absolute(workspace.settings.output)
    workspace.settings.baseURL = address
    let files = try await workspace.readFiles(output: output, jobs: options.taskCount)
    let build = await Build(
      files: files, settings: workspace.settings, after: previous, jobs: options.taskCount)
    self.init(workspace, output: output, files: files, build)
  }

  /// Reads the site and checks it; against a baseline's file and a day, where they are given. With the files of a
  /// truth and perhaps a platform, it is held against them.
  init(
    _ options: CommonOptions, today: Day? = nil, baseline path: String? = nil,
    truth given: (files: [SourceFile], platform: String?)? = nil
  ) async throws {
    try await self.init(options, FoundSite(options), today: today, baseline: path, truth: given)
  }

  /// The same, with the site's files found already. What the next run wants to find is written meanwhile.
  init(
    _ options: CommonOptions, _ found: FoundSite, today: Day? = nil, baseline path: String? = nil,
    truth given: (files: [SourceFile], platform: String?)? = nil
  ) async throws {
    let start = ContinuousClock.now
    let workspace = found.workspace
    self.workspace = workspace
    async let kept = workspace.readCache()
    output = found.output
    let terminal = options.terminal
    let sources = try await terminal.during("reading files") {
      try await workspace.readFiles(found.tree, jobs: options.taskCount)
    }
    let root = workspace.root
    let baselineFile = try path.map { try SourceFile(baseline: $0, root: root) }
    files = sources + (baselineFile.map { [$0] } ?? []) + (given?.files ?? [])
    let baseline = try baselineFile.map { try Baseline(opening: $0, file: FileID(sources.count)) }
    let first = FileID(files.count - (given?.files.count ?? 0))
    let truth = try given.map { try Truth(opening: $0.files, first: first, platform: $0.platform) }
    let read = ContinuousClock.now
    let cache = workspace.documentCache(for: files, kept: await kept)
    build = await terminal.during("checking \(files.count) files") { [files] in
      let site = await ReadSite(files, workspace.settings, cache: cache, jobs: options.taskCount)
      async let written: Void = workspace.keep(cache?.update(for: site.pages))
      let build = await Build(
        of: site, truth: truth, today: today, baseline: baseline, jobs: options.taskCount)
      await written
      return build
    }
    try truth?.requirePlatform(in: build.catalog)
    report = Report(build.findings, of: build.catalog)
    terminal.tell("root \(workspace.root)")
    terminal.tell("read \(files.count) files in \((read - start).milliseconds)")
    terminal.tell("checked \(report.factCount) facts in \((ContinuousClock.now - read).milliseconds)")
  }

  /// The files that the system did not let us read.
  var unreadable: [SourceFile] {
    files.filter { if case .unreadable = $0.fault { true } else { false } }
  }

  /// How the check ends: what could not be read weighs more than what was found.
  func exit(failingAt level: Severity) -> Exit {
    if !unreadable.isEmpty { return .disk }
    return report.findings.contains { $0.severity >= level } ? .findings : .clean
  }
}

extension Duration {
  /// In words: `38 ms`.
  var milliseconds: String {
    let (seconds, attoseconds) = components
    return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
  }
}
