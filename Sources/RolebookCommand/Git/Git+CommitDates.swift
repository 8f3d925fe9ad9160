extension Workspace {
  /// When each page was last committed, by its path: `2026-11-21`.
  var commitDates: [String: String] { Git.commitDates(of: settings.content, in: root) }
}

extension Git {
  /// When each file of a folder was last committed, by its path below the root: `2026-11-21`. None where there is no
  /// git, no repository or not its whole history: the first commit of a shallow clone would pass for all files' last.
  static func commitDates(of folder: String, in root: String) -> [String: String] {
    guard let history = try? run(["rev-parse", "--is-shallow-repository"], in: root), history.code == 0,
      history.line == "false",
      let log = try? run(
        ["-c", "log.showSignature=false", "log", "--max-count=\(longestHistory)", "--format=%x01%cs"]
          + ["--name-only", "--no-renames", "--relative", "-z", "--", folder], in: root), log.code == 0
    else { return [:] }
    return commitDates(inLog: log.output)
  }

  /// How many commits are looked at: a file that none of the last ones touched shows no date.
  private static let longestHistory = 10_000

  /// The log as git writes it: the day of each commit behind a byte 1, then the files, all ended by a zero byte; the
  /// latest commit first.
  static func commitDates(inLog log: [UInt8]) -> [String: String] {
    var dates: [String: String] = [:]
    var date = ""
    for entry in log.split(separator: 0) {
      if entry.first == 1 {
        date = String(decoding: entry.dropFirst(), as: UTF8.self)
      } else {
        let path = String(decoding: entry.drop { $0 == UInt8(ascii: "\n") }, as: UTF8.self)
        if dates[path] == nil { dates[path] = date }
      }
    }
    return dates
  }
}
