/// What the search is made from: the index of all pages, and the terms that it was put together from.
struct SearchText: Sendable {
  let index: TextIndex
  private let runs: [TermRun]
  /// The terms that an earlier build kept.
  private let known: TermCache?

  /// That of no page.
  static let none = SearchText(index: .none, runs: [], known: nil)

  private init(index: TextIndex, runs: [TermRun], known: TermCache?) {
    self.index = index
    self.runs = runs
    self.known = known
  }

  /// That of these pages, which are read by `jobs` tasks at once.
  init(of pages: [Page], known: TermCache?, jobs: Int) async {
    runs = await TermRun.all(of: pages, known: known, jobs: jobs)
    index = TextIndex(merging: runs)
    self.known = known
  }

  /// What the cache of terms should hold for the next build; nil where it does.
  func newTerms() -> TermLog? { known?.update(for: runs) }
}
