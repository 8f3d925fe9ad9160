import Foundation
import Markdown

@testable import Rolebook

/// A small site in memory.
struct World {
  let files: [SourceFile]
  let settings: Settings
  /// The text of `baseline.json`.
  private let baseline: String?
  /// The number of files at the end that are dumps of the real system.
  private let truths: Int

  /// The day on which worlds are checked.
  static let today = Day("2027-01-01")

  /// Pages and other content by path below `content/`, settings as YAML, dumps of the real system by name.
  init(
    _ content: [String: String], settings yaml: String = "", baseline: String? = nil,
    truth: [String: String] = [:]
  ) {
    let config = SourceFile(path: "rolebook.yml", role: .settings, bytes: Array(yaml.utf8))
    let pages = content.sorted { $0.key < $1.key }.map { path, text in
      SourceFile(
        path: "content/\(path)",
        role: path.hasSuffix(".md") ? .page : path == "_redirects" ? .redirects : .asset,
        bytes: Array(text.utf8))
    }
    let last = baseline.map {
      SourceFile(path: "baseline.json", role: .baseline, bytes: Array($0.utf8))
    }
    self.baseline = baseline
    truths = truth.count
    files = [config] + pages + (last.map { [$0] } ?? []) + Self.dumps(truth)
    settings = Settings(reading: config)
  }

  /// A site on disk.
  init(folder: URL) throws {
    let manager = FileManager.default
    let yaml = manager.contents(atPath: folder.appendingPathComponent("rolebook.yml").path) ?? Data()
    let paths = try manager.subpathsOfDirectory(atPath: folder.appendingPathComponent("content").path)
    let pages = paths.filter { $0.contains(".") }.map { path in
      (
        path,
        String(
          decoding: manager.contents(atPath: folder.appendingPathComponent("content/\(path)").path) ?? Data(),
          as: UTF8.self)
      )
    }
    self.init(Dictionary(pages) { first, _ in first }, settings: String(decoding: yaml, as: UTF8.self))
  }

  private init(_ files: [SourceFile], of world: World, truths: Int) {
    self.files = files
    settings = world.settings
    baseline = world.baseline
    self.truths = truths
  }

  /// The same site with other bytes in its files.
  func with(files: [SourceFile]) -> World { World(files, of: self, truths: truths) }

  /// The same site, held against dumps of the real system, by name.
  func with(truth: [String: String]) -> World {
    World(Array(files.dropLast(truths)) + Self.dumps(truth), of: self, truths: truth.count)
  }

  private static func dumps(_ truth: [String: String]) -> [SourceFile] {
    truth.sorted { $0.key < $1.key }.map { path, text in
      SourceFile(path: path, role: .truth, bytes: Array(text.utf8))
    }
  }

  func build(jobs: Int = 2) async -> Build {
    await build(files, jobs: jobs)
  }

  /// The site with other bytes in its files.
  func build(_ files: [SourceFile], jobs: Int = 2) async -> Build {
    let first = files.count - truths
    let known = baseline.flatMap { _ in try? Baseline(reading: files[first - 1], file: FileID(first - 1)) }
    let truth = truths == 0 ? nil : try? Truth(reading: Array(files[first...]), from: FileID(first))
    return await Build(
      files: files, settings: settings, truth: truth, today: Self.today, baseline: known, jobs: jobs)
  }

  func report() async -> Report {
    let build = await build()
    return Report(build.findings, of: build.catalog)
  }

  /// What `rolebook check` prints, without its last line.
  func findings() async -> String {
    let report = await report()
    return report.findings.map { finding in
      finding.text(in: report.catalog.files).trimmingCharacters(in: .newlines)
    }.joined(separator: "\n\n")
  }
}

/// The files of the project that tests read.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// With ROLEBOOK_RECORD=1 golden files are written anew; their diff is then read by a person.
  static let isRecording = ProcessInfo.processInfo.environment["ROLEBOOK_RECORD"] == "1"

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func write(_ text: String, to path: String) throws {
    let file = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
