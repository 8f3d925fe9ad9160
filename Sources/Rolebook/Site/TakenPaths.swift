/// Where files of a site lie, as a disk sees it that tells names apart neither by case nor by Unicode's normal forms.
struct TakenPaths {
  // Strings are equal where they are canonically equivalent.
  private var files: Set<String> = []
  private var folders: Set<String> = []

  init(_ paths: some Sequence<String>) {
    for path in paths {
      let path = path.lowercased()
      files.insert(path)
      for folder in Self.folders(around: path) where !folders.insert(folder).inserted { break }
    }
  }

  /// Takes a path; false where something else lies there, around it or below it.
  mutating func take(_ path: String) -> Bool {
    let path = path.lowercased()
    let around = Array(Self.folders(around: path))
    if folders.contains(path) || around.contains(where: files.contains) { return false }
    folders.formUnion(around)
    return files.insert(path).inserted
  }

  /// The folders that a path lies in, the inmost first.
  private static func folders(around path: String) -> some Sequence<String> {
    sequence(first: path, next: \.outerFolder).dropFirst()
  }
}
