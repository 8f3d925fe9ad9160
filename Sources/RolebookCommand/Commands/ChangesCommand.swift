import ArgumentParser
import Glibc
import Rolebook

/// `rolebook changes`: what two feeds, or the pages at two times, say differently.
struct ChangesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Say what was granted, revoked, renamed and reworded between two feeds.",
    discussion: """
      A side is a folder with a feed, such as public/ or public/api/v1/, or a git revision of the site, whose pages \
      are then read as they were. Without NEW, the pages on disk are the later side.

      Exit code: 0, or 1 where --fail-on names an effect that some change has; 2 wrong usage, 3 input failed.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var options: CommonOptions

  @Argument(help: "The earlier side.")
  var old: String?

  @Argument(help: "The later side; else the pages on disk.")
  var new: String?

  @Option(
    help: ArgumentHelp(
      "The earlier side is this git revision, the later one the pages on disk.", valueName: "rev"))
  var since: String?

  @Option(help: ArgumentHelp("How the changes are written: text or json.", valueName: "format"))
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Fail where a change does this: \(Change.Effect.allCases.map(\.rawValue).joined(separator: ", ")), or several, with commas between.",
      valueName: "effect"))
  var failOn: String?

  @Flag(help: "Compare the schemas of the feed instead, and fail where its version was raised too little.")
  var shape = false

  func validate() throws {
    if since != nil, old != nil { throw ValidationError("`--since` is the earlier side: it takes no other") }
    if shape, failOn != nil { throw ValidationError("`--shape` has no effects to fail on: drop `--fail-on`") }
    if since == nil, old == nil {
      throw ValidationError("name what to compare: `rolebook changes OLD NEW`, or `--since REV`")
    }
    _ = try failing()
  }

  func run() async throws {
    if shape { return try compareShapes() }
    let start = ContinuousClock.now
    async let earlier = since == nil ? edition(old ?? "") : workspace().edition(at: since ?? "", options)
    async let later = new == nil ? workspace().edition(options) : edition(new ?? "")
    let (before, after) = try await (earlier, later)
    let comparison = Comparison(before, after)
    switch format {
    case .json: try options.terminal.show(Comparison.json([comparison]))
    case .text:
      let list = ChangeList(comparison, isColored: options.terminal.isColored(STDOUT_FILENO))
      try options.terminal.show(list.text)
      if !options.quiet {
        try options.terminal.show("\(list.summary), \((ContinuousClock.now - start).milliseconds)\n")
      }
    }
    try refuse(comparison)
    // All is said; what two large editions hold in memory need not be freed piece by piece.
    withExtendedLifetime((before, after, comparison)) { _exit(Exit.clean.rawValue) }
  }

  private func compareShapes() throws {
    let earlier = try self.shape(since ?? old ?? "")
    let later = try self.shape(new)
    let list = ShapeList(earlier, later)
    switch format {
    case .json: try options.terminal.show(list.json)
    case .text: try options.terminal.show(options.quiet ? list.text : list.text + list.summary + "\n")
    }
    if let refusal = list.refusal { throw refusal }
  }

  /// The shape in a folder, or that of the site's output: as it is now, or as git has it at a revision.
  private func shape(_ side: String?) throws -> Shape {
    if let side, side != since, Disk.isFolder(side) { return try Shape(folder: side) }
    let workspace = try workspace()
    let output = options.output.map(Disk.absolute) ?? workspace.absolute(workspace.settings.output)
    guard let side else { return try Shape(folder: output) }
    return try Shape(of: Revision(side, of: workspace.root), output: output, root: workspace.root)
  }

  /// A folder's feed; else the pages at a revision.
  private func edition(_ side: String) async throws -> Edition {
    if Disk.isFolder(side) { return try Edition(folder: side) }
    guard let workspace = try? workspace() else {
      throw Failure(
        .usage, "no folder `\(side)`, and no site here whose revision it could be",
        cure: "name a folder that holds a feed, or the site: --root DIR")
    }
    return try await workspace.edition(at: side, options)
  }

  private func workspace() throws -> Workspace { try Workspace(root: options.root) }

  private func failing() throws -> [Change.Effect] {
    try (failOn ?? "").split(separator: ",").map { word in
      guard let effect = Change.Effect(rawValue: String(word)) else {
        let names = Change.Effect.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("`\(word)` is no effect: it is one of \(names)")
      }
      return effect
    }
  }

  private func refuse(_ comparison: Comparison) throws {
    let found = try failing().filter { comparison.count($0) > 0 }
    if found.isEmpty { return }
    throw Failure(
      .findings, ChangeList.words(found.map { ($0, comparison.count($0)) }) + " — --fail-on refuses it")
  }
}
