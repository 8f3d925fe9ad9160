import Dispatch
import Glibc

/// A line that says what long work is at and since when, and is wiped away when the work ends.
final class ProgressLine: Sendable {
  private let descriptor: Int32
  /// All writing happens here, so that nothing is drawn once the line is wiped.
  private let queue = DispatchQueue(label: "progress")
  private nonisolated(unsafe) var isShown = false
  private nonisolated(unsafe) let timer: any DispatchSourceTimer

  /// Short work shows nothing: the line comes after `delay` milliseconds.
  init(_ work: String, to descriptor: Int32, delay: Int = 500, interval: Int = 100) {
    self.descriptor = descriptor
    timer = DispatchSource.makeTimerSource(queue: queue)
    let start = ContinuousClock.now
    timer.setEventHandler { [unowned self] in
      isShown = true
      let tenths = Int((ContinuousClock.now - start) / .milliseconds(100))
      Terminal.write("\r  \(work) … \(tenths / 10).\(tenths % 10) s\(Self.wipeRest)", to: descriptor)
    }
    timer.schedule(deadline: .now() + .milliseconds(delay), repeating: .milliseconds(interval))
    timer.activate()
  }

  func end() {
    queue.sync {
      timer.cancel()
      if isShown { Terminal.write("\r\(Self.wipeRest)", to: descriptor) }
    }
  }

  private static let wipeRest = "\u{1B}[K"
}

extension Terminal {
  /// Does work, and says so on a terminal once it takes longer than half a second.
  func during<Result>(_ work: String, _ body: () async throws -> Result) async rethrows -> Result {
    guard !isQuiet, isatty(STDERR_FILENO) != 0, !isDumb else { return try await body() }
    let line = ProgressLine(work, to: STDERR_FILENO)
    defer { line.end() }
    return try await body()
  }
}
