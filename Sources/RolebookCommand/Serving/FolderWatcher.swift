import Dispatch
import Glibc

/// Says which files change below some folders, at any depth, as Linux reports it (inotify).
///
/// A class: it owns the system's watches, which end with it.
final class FolderWatcher: Sendable {
  /// What happened until nothing more did for a moment.
  struct Change: Sendable {
    /// The absolute paths of files that were written, moved or removed.
    var files: Set<String> = []
    /// Whether folders changed too, or more happened than the system could tell.
    var isWide = false

    var isEmpty: Bool { files.isEmpty && !isWide }
  }

  private let events: Int32
  private let queue = DispatchQueue(label: "watcher")
  /// The folders by their watches; after the initializer only the queue uses it.
  private nonisolated(unsafe) var folders: [Int32: String] = [:]

  /// How long nothing may happen before a change is told, in milliseconds: an editor writes, moves and removes files
  /// for one change.
  private static let pause: Int32 = 3
  /// How long a change may go on before it is told all the same, in milliseconds.
  private static let patience = 100

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR)

  /// Watches these folders with those below them, and others without what is below.
  init(_ deep: [String], flat: [String] = []) throws {
    events = inotify_init1(Int32(IN_CLOEXEC))
    if events < 0 { throw Self.failure("files") }
    for folder in flat { try watch(folder) }
    for folder in deep { try watchAll(folder) }
  }

  deinit { close(events) }

  /// The changes from now on, to be asked for once.
  func changes() -> AsyncStream<Change> {
    AsyncStream { continuation in
      queue.async { [self] in
        while true {
          let change = next()
          if !change.isEmpty { continuation.yield(change) }
        }
      }
    }
  }

  /// Waits for a change and for the end of it.
  private func next() -> Change {
    var change = Change()
    read(into: &change)
    let start = ContinuousClock.now
    var waiting = pollfd(fd: events, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, Self.pause) > 0, ContinuousClock.now - start < .milliseconds(Self.patience) {
      read(into: &change)
    }
    return change
  }

  /// Reads the events that are there; waits for the first one. Their layout is `struct inotify_event` of inotify(7).
  private func read(into change: inout Change) {
    let size = MemoryLayout<inotify_event>.size
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      let count = Glibc.read(events, buffer.baseAddress, buffer.count)
      var offset = 0
      while offset + size <= count {
        let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
        let name = UnsafeRawBufferPointer(rebasing: buffer[(offset + size)...].prefix(Int(event.len)))
        note(event, String(decoding: name.prefix { $0 != 0 }, as: UTF8.self), in: &change)
        offset += size + Int(event.len)
      }
    }
  }

  private func note(_ event: inotify_event, _ name: String, in change: inout Change) {
    func isSet(_ flags: UInt32) -> Bool { event.mask & flags != 0 }
    if isSet(UInt32(IN_Q_OVERFLOW)) { change.isWide = true }
    if isSet(UInt32(IN_IGNORED)) { folders[event.wd] = nil }
    // What editors keep beside a file begins with a dot or ends with a tilde.
    guard let folder = folders[event.wd], !name.isEmpty, !name.hasPrefix("."), !name.hasSuffix("~") else {
      return
    }
    let path = folder + "/" + name
    if isSet(UInt32(IN_ISDIR)) {
      change.isWide = true
      if isSet(UInt32(IN_CREATE | IN_MOVED_TO)) { try? watchAll(path) }
    } else if !isSet(UInt32(IN_CREATE)) || Disk.kind(path) == .link {
      // A file that was created is told when it is written and closed.
      change.files.insert(path)
    }
  }

  private func watchAll(_ folder: String) throws {
    try watch(folder)
    for entry in (try? Disk.list(folder)) ?? [] where entry.kind == .folder && !entry.name.hasPrefix(".") {
      try watchAll(folder + "/" + entry.name)
    }
  }

  private func watch(_ folder: String) throws {
    let watch = inotify_add_watch(events, folder, Self.mask)
    if watch >= 0 {
      folders[watch] = folder
    } else if errno != ENOENT, errno != ENOTDIR {
      throw Self.failure(folder)
    }
  }

  private static func failure(_ what: String) -> Failure {
    Failure(
      .disk, "cannot watch \(what): \(DiskError.words(for: errno))",
      cure: errno == ENOSPC ? "raise fs.inotify.max_user_watches of the system" : nil)
  }
}
