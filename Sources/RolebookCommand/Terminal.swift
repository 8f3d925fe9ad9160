import ArgumentParser
import Glibc

/// Where data and talk go: data to standard output, talk to standard error.
struct Terminal: Sendable {
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  let isQuiet: Bool
  let isVerbose: Bool
  let color: Color

  /// Writes data. Throws where the system does not take it, as on a full disk; that a reader went away is no
  /// failure.
  func show(_ bytes: [UInt8]) throws {
    let isWritten = bytes.withUnsafeBytes { Disk.write($0, to: STDOUT_FILENO) }
    if isWritten || errno == EPIPE { return }
    throw Failure(.disk, "cannot write to standard output: \(DiskError.words(for: errno))")
  }
  func show(_ text: String) throws { try show(Array(text.utf8)) }

  /// Says a line, unless asked to be quiet.
  func say(_ line: String) { if !isQuiet { Self.write(line + "\n", to: STDERR_FILENO) } }

  /// Says a line that only the curious want.
  func tell(_ line: @autoclosure () -> String) {
    if isVerbose { Self.write(line() + "\n", to: STDERR_FILENO) }
  }

  /// Whether text for this file descriptor is coloured: on a terminal, unless NO_COLOR or `--color` says no.
  func isColored(_ descriptor: Int32) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      isatty(descriptor) != 0 && isUnset("NO_COLOR") && !isDumb
    }
  }

  /// Whether the terminal takes text only.
  var isDumb: Bool { getenv("TERM").map { String(cString: $0) } == "dumb" }

  private func isUnset(_ name: String) -> Bool { getenv(name).map { $0.pointee == 0 } ?? true }

  static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  /// Writes what the reader takes; one that went away misses the rest.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    _ = bytes.withUnsafeBytes { Disk.write($0, to: descriptor) }
  }
}
