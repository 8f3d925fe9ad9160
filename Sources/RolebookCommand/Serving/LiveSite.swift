import Rolebook

/// The site that is served: read once, and again whenever its files change.
actor LiveSite {
  /// What is served now.
  struct State: Sendable {
    /// The last site without errors; the first one whatever it has.
    let site: ServedSite
    /// The errors that the files have now, as `check` shows them; empty where there are none.
    let errors: String
  }

  private(set) var state: State
  private(set) var checked: Checked
  private let options: CommonOptions
  private let commitDates: [String: String]
  private var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  private var following = 0

  init(_ options: CommonOptions, address: String) async throws {
    self.options = options
    checked = try await Checked(options, servedAt: address)
    commitDates = checked.workspace.commitDates
    state = State(site: checked.served(commitDates, options), errors: checked.errors)
  }

  /// Takes in what changed. Where the files have errors, the last good site stays.
  func follow(_ change: FolderWatcher.Change) async {
    let start = ContinuousClock.now
    let before = (checked, state)
    do {
      checked = try await checked.following(change, options)
      let errors = checked.errors
      let site = errors.isEmpty ? checked.served(commitDates, options, after: state.site) : state.site
      state = State(site: site, errors: errors)
    } catch {
      let failure = error as? Failure
      state = State(site: state.site, errors: failure?.text ?? "error: \(error)\n")
    }
    tellListeners()
    report(change, since: start)
    // To free what the site was takes as long as to find what it is: nobody waits for that.
    Task.detached(priority: .background) { withExtendedLifetime(before) {} }
  }

  /// An event for every change from now on, as Server-Sent Events have them.
  func events() -> AsyncStream<[UInt8]> {
    let number = following
    following += 1
    return AsyncStream { continuation in
      continuation.onTermination = { _ in Task { await self.forget(number) } }
      continuation.yield(Array("retry: 500\ndata: hello\n\n".utf8))
      listeners[number] = continuation
    }
  }

  /// Keeps connections alive, and notices browsers that went away.
  func tellThatWeAreHere() { for listener in listeners.values { listener.yield(Array(":\n\n".utf8)) } }

  private func forget(_ number: Int) { listeners[number] = nil }

  private func tellListeners() {
    for listener in listeners.values { listener.yield(Array("data: changed\n\n".utf8)) }
  }

  private func report(_ change: FolderWatcher.Change, since start: ContinuousClock.Instant) {
    let terminal = options.terminal
    let root = checked.workspace.root
    let names = change.files.sorted().map { $0.isBelow(root) ? String($0.dropFirst(root.count + 1)) : $0 }
    let what = names.count == 1 ? names[0] : names.isEmpty ? "folders" : counted(names.count, "file")
    let time = (ContinuousClock.now - start).milliseconds
    if state.errors.isEmpty {
      let warnings = checked.report.count(.warning)
      terminal.say("  \(what) changed (\(time))\(warnings > 0 ? ", \(counted(warnings, "warning"))" : "")")
    } else {
      Terminal.write(state.errors, to: 2)
      terminal.say("  \(what) changed: the last good site stays (\(time))")
    }
  }
}

extension Checked {
  /// The errors as `check` shows them; empty where there are none.
  fileprivate var errors: String {
    if exit(failingAt: .error) == .clean { return "" }
    return String(decoding: ReportFormat.text.render(report.onlyErrors, ReportStyle()), as: UTF8.self)
  }

  fileprivate func served(
    _ commitDates: [String: String], _ options: CommonOptions, after earlier: ServedSite? = nil
  ) -> ServedSite {
    let templates = Templates(files: files, folder: workspace.settings.templates)
    return ServedSite(
      build.site(
        templates: templates, commitDates: commitDates, after: earlier?.site, jobs: options.taskCount),
      assets: workspace.assets(among: files))
  }
}
