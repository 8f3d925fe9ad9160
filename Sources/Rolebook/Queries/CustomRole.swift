/// A role that holds certain permissions and nothing else, as tools take it.
public struct CustomRole: Sendable {
  public enum Format: String, Sendable, CaseIterable { case gcloud, yaml, terraform, sql }

  let id: String
  let title: String
  /// Ascending.
  let permissions: [String]

  /// `id` is the name of the role, of letters, digits, `_` and `.`; the title is made of it.
  public init(id: String, permissions: [String]) {
    self.id = id
    self.title = Self.title(of: id)
    self.permissions = permissions.sorted()
  }

  /// The first permission that this format has no word for: a privilege of SQL is one word or more in capitals, as in
  /// `CREATE TABLE`; Google's permissions have three parts or more.
  public func misfit(in format: Format) -> String? {
    permissions.first { format == .sql ? !Self.isPrivilege($0) : format != .yaml && !Self.isDotted($0) }
  }

  /// The role in this format, as text that ends with a line end.
  public func text(_ format: Format) -> String {
    switch format {
    case .gcloud: gcloud
    case .yaml: yaml
    case .terraform: terraform
    case .sql: sql
    }
  }

  /// https://cloud.google.com/sdk/gcloud/reference/iam/roles/create
  private var gcloud: String {
    "gcloud iam roles create \(id) --project=PROJECT_ID \\\n  --title=\"\(title)\" --stage=GA \\\n"
      + "  --permissions=\(permissions.joined(separator: ","))\n"
  }

  /// The file that `gcloud iam roles create --file` takes.
  private var yaml: String {
    "title: \(title)\nstage: GA\nincludedPermissions:\n" + permissions.map { "- \($0)\n" }.joined()
  }

  /// https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam_custom_role
  private var terraform: String {
    """
    resource "google_project_iam_custom_role" "\(Self.snakeCase(id))" {
      role_id = "\(id)"
      title   = "\(title)"
      permissions = [
    \(permissions.map { "    \"\($0)\",\n" }.joined())  ]
    }

    """
  }

  private var sql: String {
    "CREATE ROLE \(Self.snakeCase(id));\n"
      + permissions.map { "GRANT \($0) ON <object> TO ROLE \(Self.snakeCase(id));\n" }.joined()
  }

  private static func isPrivilege(_ name: String) -> Bool {
    name.allSatisfy { $0.isUppercase || $0 == " " || $0 == "_" }
  }

  private static func isDotted(_ name: String) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).count(where: { !$0.isEmpty }) >= 3
  }

  /// `tableReader` in words: `Table Reader`.
  private static func title(of id: String) -> String {
    words(of: id).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  private static func snakeCase(_ id: String) -> String {
    words(of: id).map { $0.lowercased() }.joined(separator: "_")
  }

  private static func words(of id: String) -> [Substring] {
    var words: [Substring] = []
    for part in id.split(whereSeparator: { $0 == "_" || $0 == "." || $0 == "-" }) {
      var start = part.startIndex
      for index in part.indices.dropFirst()
      where part[index].isUppercase && !part[part.index(before: index)].isUppercase {
        words.append(part[start..<index])
        start = index
      }
      words.append(part[start...])
    }
    return words
  }
}
