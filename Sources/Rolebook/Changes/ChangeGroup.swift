/// The changes of one permission, role or guide, in words.
public struct ChangeGroup: Sendable {
  public struct Line: Sendable {
    public enum Mark: String, Sendable {
      case more = "+"
      case less = "-"
      case other = "~"
    }

    public let mark: Mark
    public let words: [ChangeWord]
  }

  /// What changed: a permission, a role or a guide.
  public let home: Subject
  public let lines: [Line]

  /// The changes that have an effect, by what they belong to, in their order. A role that came or went is one line;
  /// what it holds is counted.
  public static func groups(of changes: [Change]) -> [ChangeGroup] {
    var groups: [ChangeGroup] = []
    var rest = changes.filter { $0.effect != nil }[...]
    while let home = rest.first?.subject.home {
      let own = rest.prefix { $0.subject.home == home }
      groups.append(ChangeGroup(home: home, lines: lines(of: Array(own))))
      rest = rest[own.endIndex...]
    }
    return groups
  }

  private static func lines(of changes: [Change]) -> [Line] {
    guard case .role = changes[0].subject, let mark = changes[0].markOfWhole else {
      return changes.map(\.line)
    }
    let held = changes.count - 1
    let count = ChangeWord.text(", \(held) permission\(held == 1 ? "" : "s")")
    return [Line(mark: mark, words: changes[0].words + [count])]
  }

  /// `roles/bigquery.user`, and what it is: `role of bigquery`.
  public var title: (name: String, kind: String) {
    switch home {
    case .permission(let name): (name.name, Self.kind("permission", of: name.platform))
    case .role(let name): (name.name, Self.kind("role", of: name.platform))
    case .guide(let path): (path, "guide")
    case .right, .option, .need, .claim, .grant: ("", "")
    }
  }

  private static func kind(_ noun: String, of platform: String) -> String {
    platform.isEmpty ? noun : "\(noun) of \(platform)"
  }
}

extension Change {
  fileprivate var line: ChangeGroup.Line { ChangeGroup.Line(mark: mark, words: words) }

  private var mark: ChangeGroup.Line.Mark { markOfWhole ?? .other }

  fileprivate var markOfWhole: ChangeGroup.Line.Mark? {
    switch action {
    case .added: .more
    case .removed: .less
    case .renamed, .changed: nil
    }
  }
}
