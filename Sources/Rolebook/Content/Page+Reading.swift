import Markdown

extension Page {
  /// Reads the page files among these, in parallel; ordered by path.
  static func readAll(_ files: [SourceFile], settings: Settings, jobs: Int) async -> [Page] { [] }
}
