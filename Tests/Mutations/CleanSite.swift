import Foundation
import Markdown
import Rolebook

/// A site without faults, from which every mutation starts.
struct CleanSite: Sendable {
  let name: String
  let files: [SourceFile]
  let settings: Settings
  let catalog: Catalog
  let report: Report
  let statements: Statements

  /// Reads the `rolebook.yml` and the `content` of a folder.
  init(folder: String) async throws {
    let root = URL(fileURLWithPath: folder)
    func bytes(_ path: String) -> [UInt8] {
      FileManager.default.contents(atPath: root.appendingPathComponent(path).path).map(Array.init) ?? []
    }
    let config = SourceFile(path: "rolebook.yml", role: .settings, bytes: bytes("rolebook.yml"))
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: root.appendingPathComponent("content").path)
    let pages = paths.filter { $0.contains(".") }.sorted().map { path in
      let isPage = path.hasSuffix(".md")
      return SourceFile(
        path: "content/\(path)", role: isPage ? .page : .asset, bytes: isPage ? bytes("content/\(path)") : [])
    }
    name = root.lastPathComponent
    files = [config] + pages
    settings = Settings(reading: config)
    let build = await Build(files: files, settings: settings, jobs: 2)
    catalog = build.catalog
    report = Report(build.findings, of: build.catalog)
    statements = Statements(build.catalog)
  }

  func text(_ place: Place) -> String { files[Int(place.file)].text.text(place.span) }

  /// The place of a text inside another place, without the marks around it; nil where it is written otherwise.
  func place(of text: String, in place: Place) -> Place? {
    let written = self.text(place)
    guard let range = written.range(of: text) else { return nil }
    let start = place.span.start + written.utf8.distance(from: written.startIndex, to: range.lowerBound)
    return Place(place.file, Span(start, start + text.utf8.count))
  }

  /// The lines that a place lies on.
  func lines(_ place: Place) -> Lines {
    let text = files[Int(place.file)].text
    let end = max(place.span.start, place.span.end - 1)
    return Lines(file: place.file, range: text.lineNumber(at: place.span.start)...text.lineNumber(at: end))
  }

  /// The lines that a place lies on, from the first byte to the last line's end.
  func wholeLines(_ place: Place) -> Place {
    let text = files[Int(place.file)].text
    let range = lines(place).range
    let isLast = range.upperBound >= text.lineCount
    let end = isLast ? text.bytes.count : text.line(range.upperBound + 1).start
    return Place(place.file, Span(text.line(range.lowerBound).start, end))
  }

  /// All of a page, for what hangs on one of its options or roles.
  func wholePage(_ page: Int) -> Place {
    let page = catalog.pages[page]
    return Place(page.file, Span(0, files[Int(page.file)].text.bytes.count))
  }

  /// Where a place lies, for summaries: `content/bigquery/roles.md:12`.
  func words(_ place: Place) -> String {
    "\(files[Int(place.file)].path):\(lines(place).range.lowerBound)"
  }
}

/// Some lines of one file.
struct Lines: Hashable, Sendable {
  let file: FileID
  let range: ClosedRange<Int>

  func meets(_ other: Lines) -> Bool { file == other.file && range.overlaps(other.range) }
}
