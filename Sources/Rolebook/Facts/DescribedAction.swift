/// What the purpose of a requirement says is done, in the terms of permissions: `get` on `tables`.
struct DescribedAction: Sendable {
  let verb: String
  /// The words between the verb and a preposition, in lower case; the first that is a resource is what it is
  /// done to.
  let object: ArraySlice<String>
  /// All words of the purpose, in lower case.
  let words: [String]

  /// Nil where the purpose does not begin with a verb that one permission's verb stands for.
  init?(reading purpose: String) {
    words = purpose.lowercased().split { !$0.isLetter && !$0.isNumber && !"'’_".contains($0) }.map(
      String.init)
    guard let start = Self.start(words), let verb = Self.verb(words[start...]) else { return nil }
    self.verb = verb
    // What is queried stands after "on": "run SELECT queries on tables".
    guard verb != "getData" else {
      object = words[(start + 1)...].prefix(8)
      return
    }
    object = words[(start + 1)...].prefix { !Self.prepositions.contains($0) }
  }

  private static let prepositions: Set<String> = [
    "of", "in", "on", "for", "from", "to", "by", "with", "over", "into", "at", "and", "or", "which",
  ]

  /// Where the verb stands: first, or after "this allows X to".
  private static func start(_ words: [String]) -> Int? {
    guard let first = words.first else { return nil }
    guard first == "to" || leads.contains(first) else { return 0 }
    guard let to = words.prefix(8).firstIndex(of: "to"), to + 1 < words.count else { return nil }
    return to + 1
  }

  private static let leads: Set<String> = [
    "this", "it", "allow", "allows", "enable", "enables", "permit", "permits", "used", "needed", "required",
    "necessary",
  ]

  private static func verb(_ words: ArraySlice<String>) -> String? {
    guard let first = words.first, let second = words.dropFirst().first else { return nil }
    let has = { (others: Set<String>) in !others.isDisjoint(with: words) }
    switch first {
    case "create", "creates", "creating": return "create"
    case "delete", "deletes", "deleting", "drop", "drops": return "delete"
    case "list", "lists", "listing", "enumerate", "enumerates": return "list"
    case "update", "updates", "modify", "modifies", "change", "changes": return has(data) ? nil : "update"
    case "query", "queries": return "getData"
    case "run", "runs", "execute", "executes": return second == "select" ? "getData" : nil
    case "determine", "determines", "check", "checks", "see", "verify", "verifies", "confirm", "confirms":
      return (second == "if" || second == "whether") && has(["exist", "exists"]) ? "get" : nil
    case "read", "reads": return has(data) && !has(["metadata"]) ? "getData" : nil
    default: return nil
    }
  }

  private static let data: Set<String> = ["data", "rows", "contents", "records"]
}

extension DescribedAction {
  /// The permission that it describes, where that is another one than the given.
  func permission(insteadOf given: String, resources: Set<String>) -> String? {
    let parts = nameParts(given)
    guard let object = object.compactMap({ resource($0, in: resources) }).first,
      let own = Self.kin[parts.verb], let described = Self.kin[verb],
      own != described || (verb == "getData" && parts.verb != "getData"), !saysVerb(of: own, parts.verb),
      object == parts.resource || !isAbout(parts.resource)
    else { return nil }
    return "\(parts.service).\(object).\(verb)"
  }

  private func resource(_ word: String, in resources: Set<String>) -> String? {
    [word, word + "s"].first { resources.contains($0) }
  }

  private enum Kin { case read, create, delete, update }

  private static let kin: [String: Kin] = [
    "get": .read, "list": .read, "getData": .read, "create": .create, "delete": .delete, "update": .update,
    "updateData": .update,
  ]

  /// Whether some word says what the given permission does.
  private func saysVerb(of own: Kin, _ verb: String) -> Bool {
    let stems: [String] =
      switch own {
      case .read:
        verb == "getData" ? ["read", "quer", "select", "data", "get", "fetch"] : ["get", "list", "metadata"]
      case .create: ["creat", "mak", "add", "new", "manag", "writ", "set"]
      case .delete: ["delet", "remov", "drop", "clean", "manag"]
      case .update: ["updat", "chang", "modif", "edit", "alter", "writ", "manag", "set"]
      }
    return words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  /// Whether the purpose speaks of the given permission's own resource, or that is something which only does
  /// things to others: a job.
  private func isAbout(_ resource: String) -> Bool {
    let singular = resource.hasSuffix("s") ? String(resource.dropLast()) : resource
    if words.contains(where: { $0.hasPrefix(singular.lowercased()) }) { return true }
    return ["job", "session", "operation", "quer"].contains { resource.lowercased().contains($0) }
  }
}
