import Markdown

/// The edits of fixes that can be made together.
public struct Patch {
  /// How many findings it cures.
  public private(set) var count = 0
  private var edits: [FileID: [Edit]] = [:]

  /// Takes each fix whole or not at all; of two that touch the same text, the first.
  public init(_ findings: [Finding], includesUnsafe: Bool) {
    for finding in findings {
      guard let fix = finding.fix, fix.isSafe || includesUnsafe else { continue }
      guard !fix.edits.isEmpty, fix.edits.allSatisfy(isFree) else { continue }
      for edit in fix.edits { edits[edit.place.file, default: []].append(edit) }
      count += 1
    }
  }

  /// The patched bytes of each file that changes.
  public func files(in files: [SourceFile]) -> [FileID: [UInt8]] {
    var result: [FileID: [UInt8]] = [:]
    for (file, edits) in edits {
      var bytes = files[Int(file)].text.bytes
      for edit in edits.sorted(by: { $0.place.span.start > $1.place.span.start }) {
        bytes.replaceSubrange(edit.place.span.range, with: edit.replacement.utf8)
      }
      result[file] = bytes
    }
    return result
  }

  private func isFree(_ edit: Edit) -> Bool {
    let span = edit.place.span
    return (edits[edit.place.file] ?? []).allSatisfy {
      $0.place.span.end < span.start || span.end < $0.place.span.start
    }
  }
}
