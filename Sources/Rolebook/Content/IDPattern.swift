/// A platform's grammar of ids, as a regular expression that must match the whole id.
public struct IDPattern: @unchecked Sendable {
  // `Regex` holds an immutable compiled program; it is unchecked only because it lacks the conformance.
  private let regex: Regex<AnyRegexOutput>
  public let source: String

  /// Throws where the expression does not parse.
  public init(_ source: String) throws {
    self.source = source
    self.regex = try Regex(source)
  }

  public func matches(_ text: some StringProtocol) -> Bool {
    (try? regex.wholeMatch(in: String(text))) ?? nil != nil
  }
}
