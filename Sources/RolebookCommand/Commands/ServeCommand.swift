import ArgumentParser
import Dispatch
import Glibc
import NIOCore
import Rolebook

/// `rolebook serve`: the site on this machine, up to date with every saved file.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the site here, and show every saved change in the browser.",
    discussion:
      "Nothing is written. While the pages have errors, the last good site stays, and the browser shows them."
  )

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("The port; 0 takes one that is free.", valueName: "n"))
  var port: Int?

  @Option(
    help: ArgumentHelp(
      "The address to listen at; 0.0.0.0 lets other machines in too.", valueName: "address"))
  var host = "127.0.0.1"

  @Flag(help: "Open the site in the browser.")
  var open = false

  /// The port, and those that are tried where it is taken.
  private static let ports = 4000..<4010

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("`--port \(port)` is none: ports go from 0 to 65535")
    }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let server = try await listen()
    let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(server.port)/"
    let site = try await LiveSite(options, address: address)
    let workspace = await site.checked.workspace
    let watcher = try FolderWatcher(Self.folders(of: workspace), flat: [workspace.root])
    await say(site, address, since: start)
    let signals = Self.endingSignals
    defer { withExtendedLifetime(signals) {} }
    if open { Self.show(address) }
    let responder = Responder(site: site, hosts: Self.isLocal(host) ? Self.localHosts.union([host]) : nil)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for await change in watcher.changes() { await site.follow(change) } }
      group.addTask {
        while true {
          try await Task.sleep(for: .seconds(15))
          await site.tellThatWeAreHere()
        }
      }
      group.addTask { try await server.run(responder.answer) }
      try await group.waitForAll()
    }
  }

  private func listen() async throws -> SiteServer {
    var failure: (any Error)?
    for candidate in port.map({ $0..<$0 + 1 }) ?? Self.ports {
      do { return try await SiteServer(host: host, port: candidate) } catch { failure = error }
    }
    let what = port.map { "port \($0)" } ?? "ports \(Self.ports.lowerBound) to \(Self.ports.upperBound - 1)"
    throw Failure(
      .disk, "cannot listen at \(host), \(what): \(failure.map(Self.words) ?? "")",
      cure: "--port 0 takes a port that is free")
  }

  private static func words(for error: any Error) -> String {
    (error as? IOError).map { DiskError.words(for: $0.errnoCode) } ?? "\(error)"
  }

  /// The folders whose files the site is made from; the templates may be missing.
  private static func folders(of workspace: Workspace) -> [String] {
    [workspace.settings.content, workspace.settings.templates].map(workspace.absolute).filter(Disk.isFolder)
  }

  private func say(_ site: LiveSite, _ address: String, since start: ContinuousClock.Instant) async {
    let terminal = options.terminal
    let checked = await site.checked
    let catalog = checked.build.catalog
    terminal.say(
      "  read \(counted(catalog.pages.count, "page")): \(counted(catalog.roles.count, "role")), "
        + "\(counted(catalog.permissions.count, "permission")), \(counted(catalog.guides.count, "guide")) "
        + "(\((ContinuousClock.now - start).milliseconds))")
    let watched = Self.folders(of: checked.workspace).map {
      $0 == checked.workspace.root ? "./" : "\(Disk.name(of: $0))/"
    }
    terminal.say("  \(address)   watching \(watched.joined(separator: ", ")) — Ctrl-C stops")
    let errors = await site.state.errors
    if !errors.isEmpty { Terminal.write(errors, to: STDERR_FILENO) }
    let warnings = checked.report.count(.warning)
    if warnings > 0 {
      terminal.say(
        "  \(counted(warnings, "warning")) — rolebook check shows \(warnings == 1 ? "it" : "them")")
    }
  }

  /// Ctrl-C is how serving ends: no failure.
  private static var endingSignals: [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { _exit(Exit.clean.rawValue) }
      source.activate()
      return source
    }
  }

  private static let localHosts: Set = ["localhost", "127.0.0.1", "[::1]"]

  private static func isLocal(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  /// Asks the desktop to open an address; without one nothing happens.
  private static func show(_ address: String) {
    let words: [String] = ["xdg-open", address]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    posix_spawnp(&process, "xdg-open", nil, nil, &arguments, environ)
  }
}
