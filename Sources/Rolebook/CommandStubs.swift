// Stands in for what other rooms will bring; each goes when the real one comes.
extension Templates {
  public init(reading files: [SourceFile], settings: Settings) { self.init() }
}
extension Rule {
  public static let all: [Rule] = []
}
