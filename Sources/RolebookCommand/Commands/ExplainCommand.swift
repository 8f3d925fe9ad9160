import ArgumentParser
import Rolebook

/// `rolebook explain`: what a name stands for, and the places that say so.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, a permission or a role, with the places that say so.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "A rule's id, a permission, or a role's id or title.")
  var name: String

  func run() async throws {
    // A rule needs no site.
    if let rule = Rule.all.first(where: { $0.id == name }) {
      return try options.terminal.show(rule.explanation)
    }
    let explanation = Explanation(of: try await Checked(options).build.catalog)
    guard let text = explanation.text(for: name) else {
      let names = nearest(to: name, among: Rule.all.map(\.id) + explanation.names)
      throw Failure(
        .usage, "`\(name)` is no rule, permission or role here",
        cure: names.isEmpty ? nil : "did you mean \(names.map { "`\($0)`" }.joined(separator: ", "))?")
    }
    try options.terminal.show(text)
  }
}

extension Rule {
  /// What it finds, and how to live with it.
  var explanation: String {
    """
    \(id)   \(severity.rawValue), \(group.rawValue)
      \(summary)
      allow it for one block:   <!-- allow \(id): the reason -->
      turn it off for a site:   rules: {\(id): off} in rolebook.yml

    """
  }
}

/// The names that resemble this one most, at most three.
func nearest(to name: String, among names: [String]) -> [String] {
  let wanted = Array(name.lowercased().utf8)
  let reach = max(2, wanted.count / 4)
  let near = names.compactMap { candidate -> (Int, String)? in
    let other = Array(candidate.lowercased().utf8)
    if abs(other.count - wanted.count) > reach { return nil }
    let distance = editDistance(wanted, other)
    return distance <= reach ? (distance, candidate) : nil
  }
  return near.sorted { $0 < $1 }.prefix(3).map(\.1)
}

/// How many bytes to insert, remove or replace (Levenshtein).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (index, byte) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in right.enumerated() {
      let replaced = diagonal + (byte == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
    }
  }
  return row[right.count]
}
