/// What no site is published over, into or around.
struct Precious {
  let root: String
  /// Folders that the next build reads.
  let sources: [String]
  let home: String?

  /// Why a folder is not published to; nil where nothing speaks against it.
  func refusal(of path: String) -> String? {
    switch Disk.kind(path) {
    case nil, .folder: break
    case .link: return "it is a link\(Disk.resolve(path).map { " to \($0)" } ?? "")"
    case .file, .other: return "it is not a folder"
    }
    let place = Disk.resolveExisting(path)
    return refusalAround(place) ?? refusalInside(place) ?? refusalOfName(place)
  }

  /// What the folder is or holds.
  private func refusalAround(_ place: String) -> String? {
    if place == "/" { return "it is the root of the file system" }
    if place == root { return "it is the site's own root" }
    if root.isBelow(place) { return "the site itself lies in it" }
    if let home = home.flatMap(Disk.resolve) {
      if place == home { return "it is your home folder" }
      if home.isBelow(place) { return "your home folder lies in it" }
    }
    if Disk.kind(place + "/.git") != nil { return "it is the root of a git repository" }
    return nil
  }

  /// What the folder lies in.
  private func refusalInside(_ place: String) -> String? {
    func lies(in folder: String) -> Bool { place == folder || place.isBelow(folder) }
    for source in sources where lies(in: Disk.resolveExisting(source)) {
      return "it lies in \(source), which the next build reads"
    }
    if lies(in: root + "/.rolebook") { return "it lies in the site's cache" }
    return place.split(separator: "/").contains(".git") ? "it lies in a .git folder" : nil
  }

  private func refusalOfName(_ place: String) -> String? {
    BuildFolder.isName(Disk.name(of: place)) ? "builds of another output use such names" : nil
  }
}
