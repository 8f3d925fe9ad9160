import Glibc
import Markdown
import Rolebook

extension SourceFile {
  private static let truthLimit = 512 << 20

  /// A dump of the real system, named from the current folder; shown from the root where it lies below it.
  init(truth path: String, root: String) throws {
    if path == "-" {
      guard case .bytes(let bytes) = Disk.readToEnd(STDIN_FILENO) else {
        throw Failure(.disk, "cannot read standard input")
      }
      self.init(path: "standard input", role: .truth, bytes: bytes)
    } else {
      let full = Disk.resolve(path) ?? path
      let shown = full.isBelow(root) ? String(full.dropFirst(root.count + 1)) : path
      switch Disk.read(path, limit: Self.truthLimit) {
      case .bytes(let bytes): self.init(path: shown, role: .truth, bytes: bytes)
      case .tooLarge(let bytes): throw Failure(.usage, "\(shown) has \(bytes) bytes: too many for a truth")
      case .unreadable where Disk.kind(path) == nil:
        throw Failure(.usage, "no file `\(path)`", cure: Truth.cure)
      case .unreadable(let words): throw Failure(.disk, "cannot read \(path): \(words)")
      }
    }
    guard case .notUTF8(let offset) = fault else { return }
    throw Failure(.usage, "\(self.path):\(text.lineNumber(at: offset)): is not UTF-8", cure: Truth.cure)
  }
}

extension Truth {
  fileprivate static let cure =
    "`gcloud iam roles list --format=json` and `gcloud iam roles describe ROLE --format=json` write what it takes"

  init(opening files: [SourceFile], first: FileID, platform: String?) throws {
    do { try self.init(reading: files, from: first, platform: platform) } catch {
      let file = files[Int(error.file - first)]
      let place = file.text.position(at: error.offset)
      throw Failure(.usage, "\(file.path):\(place.line):\(place.column): \(error.message)", cure: Self.cure)
    }
  }

  /// Stops where no platform of the site is the one that it is about.
  func requirePlatform(in catalog: Catalog) throws {
    if platform(in: catalog) != nil { return }
    let names = catalog.platformNames.map { "`\($0)`" }.joined(separator: ", ")
    let known =
      names.isEmpty ? "no page of this site has a platform" : "the platforms of this site are \(names)"
    if let givenPlatform {
      throw Failure(.usage, "no page is about the platform `\(givenPlatform)`", cure: known)
    }
    throw Failure(
      .usage, "it is not clear which platform the truth is about: its roles are not those of one platform",
      cure: "\(known): name one with `--platform`")
  }
}
