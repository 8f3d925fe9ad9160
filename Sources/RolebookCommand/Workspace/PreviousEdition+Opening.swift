import Rolebook

extension PreviousEdition {
  /// Reads earlier feeds, each of a day of its own.
  static func all(_ arguments: [String]) throws -> [PreviousEdition] {
    let editions = try arguments.map { try PreviousEdition(argument: $0) }
    var seen: Set<Day> = []
    for (edition, argument) in zip(editions, arguments) where !seen.insert(edition.day).inserted {
      throw Failure(
        .usage, "two previous feeds are of \(edition.day): `\(argument)` is one of them",
        cure: "say the day of one: --previous DIR@DATE")
    }
    return editions
  }

  /// Reads an earlier feed from `DIR@DATE`, or from a folder whose day git knows.
  init(argument: String) throws {
    let at = argument.lastIndex(of: "@")
    if let at, let day = Day(argument[argument.index(after: at)...]) {
      self.init(day: day, edition: try Edition(folder: String(argument[..<at])))
      return
    }
    guard Disk.isFolder(argument) else {
      throw Failure(
        .usage, "no folder `\(argument)`",
        cure: "--previous takes the folder of an earlier feed, as DIR or DIR@2026-10-31")
    }
    guard let time = try Git.time(of: argument) else {
      throw Failure(
        .usage, "nothing says of which day the feed in `\(argument)` is",
        cure: "--previous \(argument)@2026-10-31 says it")
    }
    self.init(day: Day(secondsSince1970: time), edition: try Edition(folder: argument))
  }
}
