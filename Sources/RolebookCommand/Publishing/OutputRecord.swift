import Rolebook

/// What the published files were made from and how the disk knows them, kept in `.rolebook/`: a file that would be made
/// from the same again, and that nobody touched, is taken over without being made or read.
struct OutputRecord: Sendable {
  struct Entry: Equatable, Sendable {
    let inputs: InputDigest
    let stamp: FileStamp
  }

  /// A published file with its entry.
  typealias Line = (path: String, entry: Entry)

  static let none = OutputRecord(entries: [:])

  private let entries: [String: Entry]

  private init(entries: [String: Entry]) { self.entries = entries }

  subscript(path: String) -> Entry? { entries[path] }

  /// Reads what a build kept that had the same circumstances: the program, the settings and the templates. Anything else
  /// is as good as none.
  init(at path: String, circumstances: String) {
    guard case .bytes(let bytes) = Disk.read(path, limit: 1 << 30),
      let entries = Self.entries(in: bytes[...], circumstances)
    else {
      self = .none
      return
    }
    self.init(entries: entries)
  }

  private static func entries(in bytes: ArraySlice<UInt8>, _ circumstances: String) -> [String: Entry]? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    let head = Array((circumstances + "\n").utf8)
    guard bytes.starts(with: head), lines.count > 1,
      let count = Int(String(decoding: lines[1], as: UTF8.self)),
      case let start = bytes.startIndex + head.count + lines[1].count + 1, count >= 0,
      count <= (bytes.endIndex - start) / Self.entryLength
    else { return nil }
    let names = bytes[(start + count * Self.entryLength)...]
    let paths = names.split(separator: UInt8(ascii: "\n"))
    guard paths.count == count else { return nil }
    var entries: [String: Entry] = [:]
    entries.reserveCapacity(count)
    bytes.withUnsafeBytes { all in
      for (index, path) in paths.enumerated() {
        let place = start - bytes.startIndex + index * Self.entryLength
        let entry = UnsafeRawBufferPointer(rebasing: all[place..<place + Self.entryLength])
        entries[String(decoding: path, as: UTF8.self)] = Entry(
          inputs: InputDigest(written: entry),
          stamp: FileStamp(written: UnsafeRawBufferPointer(rebasing: entry[InputDigest.length...])))
      }
    }
    return entries
  }

  private static let entryLength = InputDigest.length + FileStamp.length

  /// The bytes of a record: its circumstances and the number of its entries, a line each; the entries; their paths, a line
  /// each.
  static func bytes(of lines: [Line], circumstances: String) -> [UInt8] {
    var bytes = Array("\(circumstances)\n\(lines.count)\n".utf8)
    bytes.reserveCapacity(lines.count * 128)
    for line in lines {
      line.entry.inputs.append(to: &bytes)
      line.entry.stamp.append(to: &bytes)
    }
    for line in lines {
      bytes.append(contentsOf: line.path.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
