import Markdown
import Rolebook

extension SourceFile {
  private static let baselineLimit = 64 << 20

  /// The file of a baseline, named from the current folder; shown from the root where it lies below it.
  init(baseline path: String, root: String) throws {
    let full = Disk.resolve(path) ?? path
    let shown = full.isBelow(root) ? String(full.dropFirst(root.count + 1)) : path
    switch Disk.read(path, limit: Self.baselineLimit) {
    case .bytes(let bytes): self.init(path: shown, role: .baseline, bytes: bytes)
    case .tooLarge(let bytes): throw Failure(.usage, "\(shown) has \(bytes) bytes: too many for a baseline")
    case .unreadable where Disk.kind(path) == nil:
      throw Failure(
        .usage, "no baseline `\(path)`", cure: "rolebook check --write-baseline \(path) makes it")
    case .unreadable(let words): throw Failure(.disk, "cannot read \(path): \(words)")
    }
  }
}

extension Baseline {
  init(opening file: SourceFile, file id: FileID) throws {
    do { try self.init(reading: file, file: id) } catch let fault as Baseline.Fault {
      let place = file.text.position(at: fault.offset)
      throw Failure(
        .usage, "\(file.path):\(place.line):\(place.column): not a baseline: \(fault.message)",
        cure: "write it anew: rolebook check --write-baseline \(file.path)")
    }
  }
}
