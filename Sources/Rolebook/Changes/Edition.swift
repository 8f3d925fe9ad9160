/// What a feed said when it was published: each thing of it with its fields.
///
/// Places and addresses are left out. What a role holds is told once, as rights; so is what a guide needs and claims.
public struct Edition: Sendable {
  /// The members of a thing's object, without its names.
  public typealias Fields = [String: JSONValue]

  /// The feed's `data_version`: the same pages and settings give the same.
  public let dataVersion: String
  var things: [Subject: Fields]

  /// Whether the feed says that this guide is current; a superseded one states nothing that counts.
  func isCurrent(guide path: String) -> Bool {
    things[.guide(path: path)]?["status"]?.text != "superseded"
  }
}

extension Edition: Equatable {
  /// Whether both say the same, whatever the pages that it was read from.
  public static func == (left: Edition, right: Edition) -> Bool { left.things == right.things }
}
