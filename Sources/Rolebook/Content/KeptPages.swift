import Markdown

/// The pages of an earlier reading of the same files, for those that are as they were.
struct KeptPages: Sendable {
  /// Beside the files: the page of one that did not change.
  private let pages: [Page?]

  /// Nil where the files are others than before, or the settings changed: then nothing can be kept.
  init?(for files: [SourceFile], of before: [SourceFile], _ known: [Page]) {
    guard files.count == before.count,
      files.indices.allSatisfy({ files[$0].path == before[$0].path && files[$0].role == before[$0].role }),
      files.indices.allSatisfy({
        files[$0].role != .settings || files[$0].text.bytes == before[$0].text.bytes
      })
    else { return nil }
    var pages = [Page?](repeating: nil, count: files.count)
    for page in known {
      let file = Int(page.file)
      // Arrays of one storage are equal without being read.
      if files[file].fault == before[file].fault, files[file].text.bytes == before[file].text.bytes {
        pages[file] = page
      }
    }
    self.pages = pages
  }

  subscript(file: Int) -> Page? { pages[file] }
}
