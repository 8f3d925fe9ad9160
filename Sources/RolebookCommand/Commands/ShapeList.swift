import Rolebook

/// What changed in the shape of the feed, and whether its version says so.
struct ShapeList {
  private let earlier: Shape
  private let later: Shape
  private let changes: [ShapeChange]

  init(_ earlier: Shape, _ later: Shape) {
    self.earlier = earlier
    self.later = later
    changes = earlier.changes(to: later)
  }

  /// A line for each change: its level, its file, its field and what happened.
  var text: String {
    aligned(
      changes.map { change in
        [
          change.level.name, change.file,
          "\(change.field.isEmpty ? "" : change.field + " ")\(change.message)",
        ]
      })
  }

  /// `2 changes, the largest minor: 1.0.0 → 1.1.0`.
  var summary: String {
    guard let level = changes.map(\.level).max() else { return "the shape is the same: \(earlier.version)" }
    return
      "\(counted(changes.count, "change")), the largest \(level.name): \(earlier.version) → \(later.version)"
  }

  /// Why the later version will not do.
  var refusal: Failure? {
    let needed = earlier.version(after: changes)
    if later.isAtLeast(needed) { return nil }
    return Failure(
      .findings, "version \(later.version) says less than what changed since \(earlier.version)",
      cure: "raise api_version to \(needed)")
  }

  var json: [UInt8] {
    var json = JSON()
    json.object { json in
      json.member("changes") { json in
        json.array(changes) { json, change in
          json.object { json in
            json.member("field", change.field)
            json.member("file", change.file)
            json.member("level", change.level.name)
            json.member("message", change.message)
          }
        }
      }
      json.member("from", earlier.version)
      json.member("needed", earlier.version(after: changes))
      json.member("to", later.version)
      json.member("version", "1.0.0")
    }
    return json.finish()
  }
}
