import Markdown

/// All facts of a site, joined and resolved; immutable.
public struct Catalog: Sendable {
  public let settings: Settings
  /// Every file that was read; `Place.file` is an index into it.
  public let files: [SourceFile]
  /// Ordered by path.
  public let pages: [Page]
  /// What each page states, beside `pages`.
  public let facts: [[Fact]]
  /// Every permission that is declared or that a role names exactly, ordered by platform and name.
  public let permissions: [Permission]
  /// Ordered by platform and id.
  public let roles: [Role]
  /// Ordered by path.
  public let guides: [Guide]
  /// The services that pages document in full, by platform.
  public let completeServices: [String: Set<String>]
  public let names: NameIndex
  public let links: LinkIndex
  /// Code spans and bold titles that name a permission or role, in the order of pages and places.
  public let mentions: [Mention]
  /// Code spans outside facts that look like a permission and name none.
  public let strangers: [Stranger]
  /// Redirects that pages and the `_redirects` file ask for, in the order written.
  public let redirects: [Redirect]
  /// Titles that stand for a role and are none that the platform's roles bear, or stand beside a role's id.
  public internal(set) var titles: [WrittenTitle] = []
  /// What each page states as it was read, before names were resolved.
  var readFacts: [[Fact]] = []
  /// By page, the claims of its guide, proved by its script and by the roles that its options assign.
  var proofs: [Int: [ClaimProof]] = [:]
}

extension Catalog {
  /// The pages that state facts, as indices: all but concept pages, of which only tables and references to steps are
  /// known.
  var statingPages: [Int] { pages.indices.filter { pages[$0].kind != .concept } }

  /// Those of them that are not superseded.
  var currentStatingPages: [Int] { statingPages.filter { !pages[$0].isSuperseded } }
}

/// A permission and all that is said of it. Indices are into the catalog's lists.
public struct Permission: Sendable {
  public let platform: String
  public let name: String
  /// The declarations, the first one leading; empty where only roles name it.
  public let declarations: [PermissionDeclaration]
  /// The roles that hold it, and through which of their entries.
  public internal(set) var holders: [Holder] = []
  /// The roles that hold it under a condition only, as indices, with the condition and where it is stated.
  public internal(set) var conditionalHolders: [(role: Int, condition: String, place: Place)] = []
  /// Guides that require it or hold it in an option's custom role.
  public internal(set) var requiredBy: [Int] = []
  /// Guides whose options grant it through a role.
  public internal(set) var usedBy: [Int] = []
  /// Indices into `Catalog.mentions`.
  public internal(set) var mentions: [Int] = []
  /// Its name as every disk can hold it.
  public let fileName: String

  /// The address of its page: `/permissions/bigquery/bigquery.tables.get/`.
  public var address: String { "/permissions/\(platform)/\(fileName)/" }

  public var isDeclared: Bool { !declarations.isEmpty }
  public var stage: Stage { declarations.first?.stage ?? .ga }
  public var description: String { declarations.first?.description.text ?? "" }
  /// The text before the first dot.
  public var service: String { nameParts(name).service }
  public var resource: String { nameParts(name).resource }
  /// The last part.
  public var verb: String { nameParts(name).verb }
}

/// A role that holds a permission.
public struct Holder: Sendable {
  public let role: Int
  /// Indices into the role's entries.
  public let entries: [Int]
}

/// A role and all that is said of it.
public struct Role: Sendable {
  public let platform: String
  public let id: String
  /// The first one leads.
  public let declarations: [RoleDeclaration]
  /// What it holds as written: the leading declaration's entries, and those of matrix columns.
  public let entries: [RoleEntry]
  /// What it holds under a condition only: no part of `permissions`.
  public internal(set) var conditions: [ConditionalEntry] = []
  /// The expanded permissions: indices into `Catalog.permissions`.
  public internal(set) var permissions: PermissionSet
  /// How many permissions each entry gives, beside `entries`.
  public internal(set) var expansion: [Int]
  /// The permissions that each entry gives, beside `entries`: indices into `Catalog.permissions`.
  public internal(set) var gifts: [[Int]] = []
  /// Direct neighbours in the order of sets: the largest roles below, the smallest above, the equal ones.
  public internal(set) var subsets: [Int] = []
  public internal(set) var supersets: [Int] = []
  public internal(set) var equal: [Int] = []
  /// Guides that assign it.
  public internal(set) var usedBy: [Int] = []
  public internal(set) var mentions: [Int] = []
  /// Its id without the platform's prefix, as every disk can hold it.
  public let fileName: String

  /// The address of its page: `/roles/bigquery/bigquery.user/`.
  public var address: String { "/roles/\(platform)/\(fileName)/" }

  public var declaration: RoleDeclaration { declarations[0] }
  public var title: String { declaration.title?.value ?? id }
}

/// A code span or bold title that names a permission or role of the catalog.
public struct Mention: Sendable {
  public enum Target: Sendable, Hashable {
    case permission(Int)
    case role(Int)
  }

  public let target: Target
  public let page: Int
  /// The index of the code span or bold text in the page's nodes.
  public let node: Int
  public let place: Place
  /// Whether it stands in a declaration, which is no backlink.
  public let isDeclaration: Bool
}

/// A code span in prose that looks like a permission and names none.
public struct Stranger: Sendable {
  public let name: Located<String>
  public let page: Int
}

/// A text that stands for a role by its title: bold in a step that assigns one or before the word "role", or
/// beside the role's id, as in "**Viewer** (`roles/viewer`)".
public struct WrittenTitle: Sendable {
  public let title: Located<String>
  /// The role whose id stands beside it: an index into the catalog's roles.
  public let role: Int?
  public let page: Int
  /// Whether marks tell where the title starts; else it ends the text.
  public let isBold: Bool
}

/// An old address and where it leads now.
public struct Redirect: Sendable {
  /// From `/`, as written: `/reverse-etl/bigquery-setup/`.
  public let from: Located<String>
  public let to: String
  /// Where `to` is written; nil where it is the address of the page that names its older ones.
  public var toPlace: Place? = nil
  /// What follows the two in a line of `_redirects`: `301`, `302!`, `200 Country=de`.
  public var condition = "301"
}

/// A permission's name in its parts: `bigquery.tables.getData` is `bigquery`, `tables`, `getData`.
func nameParts(_ name: String) -> NameParts { NameParts(name) }

/// The parts of a permission's name, each cut out when it is asked for.
struct NameParts {
  private let name: String
  private let firstDot: String.Index?

  fileprivate init(_ name: String) {
    self.name = name
    firstDot = name.utf8.firstIndex(of: UInt8(ascii: "."))
  }

  /// The text before the first dot; the whole name where there is none.
  var service: String { firstDot.map { String(name[..<$0]) } ?? name }

  /// What lies between the first dot and the last one.
  var resource: String {
    guard let firstDot, let lastDot, firstDot < lastDot else { return "" }
    return String(name[name.utf8.index(after: firstDot)..<lastDot])
  }

  /// The text behind the last dot.
  var verb: String { lastDot.map { String(name[name.utf8.index(after: $0)...]) } ?? "" }

  /// Service and resource: `bigquery.tables`.
  var group: String {
    guard let firstDot, let lastDot else { return name }
    let hasResource = firstDot < lastDot && name.utf8.index(after: firstDot) < lastDot
    return String(name[..<(hasResource ? lastDot : firstDot)])
  }

  private var lastDot: String.Index? { name.utf8.lastIndex(of: UInt8(ascii: ".")) }
}
