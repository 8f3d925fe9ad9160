import Markdown

/// A role of the real system, as a dump of it describes it.
struct TruthRole: Sendable {
  let id: Located<String>
  var title: Located<String>?
  /// As written: `BETA`.
  var stage: Located<String>?
  /// Where the dump says that the role was deleted.
  var deletion: Place?
  /// What it holds; nil where the dump does not say, as in a list of roles without their permissions.
  var held: Held?

  /// The permissions of a role.
  struct Held: Sendable {
    /// Indices into `Truth.permissions`.
    let permissions: PermissionSet
    /// Those that stand for several, as some platforms write them: `s3:Get*`.
    let patterns: [String]
    let count: Int
  }

  /// Takes over what another dump of the role says and this one does not.
  mutating func takeMissing(from other: TruthRole) {
    title = title ?? other.title
    stage = stage ?? other.stage
    deletion = deletion ?? other.deletion
    held = held ?? other.held
  }
}

/// What a role belongs to: `bigquery` of `roles/bigquery.user`, `projects/p` of `projects/p/roles/r`; empty for a
/// role by itself, such as `roles/viewer`.
func family(ofRole id: String) -> String {
  let name: Substring
  if id.hasPrefix("roles/") {
    name = id.dropFirst("roles/".count)
  } else if let found = id.firstRange(of: "/roles/") {
    return String(id[..<found.lowerBound])
  } else {
    name = id[...]
  }
  return name.firstIndex { ".:/".contains($0) }.map { String(name[..<$0]) } ?? ""
}

/// The service of a permission, whichever sign its platform separates names with; empty for a bare word.
func service(ofPermission name: String) -> String {
  let bytes = name.utf8
  let end = bytes.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
  return end.map { String(name[..<$0]) } ?? ""
}
