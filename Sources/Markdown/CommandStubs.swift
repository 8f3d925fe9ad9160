// Stands in for the parser until it comes.
public struct ParseOptions: Sendable {
  public var limits = Limits()
  public var isStrict = false
  public init() {}
}
public struct HTMLStyle: Sendable {
  public init() {}
  public static var commonMark: HTMLStyle { HTMLStyle() }
}
extension Document {
  public init(parsing source: SourceText, from start: Int = 0, options: ParseOptions = ParseOptions()) {
    self.init(source: source, nodes: [], pool: [])
  }
  public func appendHTML(to bytes: inout [UInt8], style: HTMLStyle = HTMLStyle()) {}
}
