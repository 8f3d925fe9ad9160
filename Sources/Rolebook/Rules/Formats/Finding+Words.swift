extension Finding {
  /// The message with its label, its other places and its cure, for formats that have no field for them.
  func words(in files: [SourceFile], folder: String) -> String {
    let first = message + (label.map { ": \($0)" } ?? "")
    let places = related.map { related in
      "\(folder)\(Spot(related.place, in: files).text): \(related.message)"
        + (related.label.map { ": \($0)" } ?? "")
    }
    return ([first] + places + (help.map { ["help: \($0)"] } ?? [])).joined(separator: "\n")
  }
}
