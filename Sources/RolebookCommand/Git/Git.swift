@preconcurrency import Glibc

/// Git, asked as a program of its own.
enum Git {
  /// How a run of git ended.
  struct Answer {
    let code: Int32
    let output: [UInt8]
    /// Its own words, without the line end; empty where it said nothing.
    let talk: String

    var text: String { String(decoding: output, as: UTF8.self) }
    /// The first line.
    var line: String { text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? "" }
  }

  /// Runs git in a folder. Its streams are files without names, so that neither side waits for the other.
  static func run(_ arguments: [String], in folder: String, input: [UInt8] = []) throws -> Answer {
    let streams = [try stream(input), try stream(), try stream()]
    defer { for stream in streams { fclose(stream) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, fileno(stream), Int32(descriptor))
    }
    let code = try spawn(["git", "-C", folder] + arguments, &actions)
    let talk = String(decoding: try content(of: streams[2]), as: UTF8.self)
    return Answer(
      code: code, output: try content(of: streams[1]),
      talk: talk.split(separator: "\n").last.map(String.init) ?? "")
  }

  private static func spawn(_ words: [String], _ actions: inout posix_spawn_file_actions_t) throws -> Int32 {
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, "git", &actions, nil, &arguments, environ)
    if failure == ENOENT {
      throw Failure(.disk, "git is not installed", cure: "install it, or compare two folders: OLD NEW")
    }
    if failure != 0 { throw Failure(.disk, "cannot run git: \(DiskError.words(for: failure))") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // By wait(2): the low seven bits name the signal that ended it, the byte above holds the exit code.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }

  private static func stream(_ bytes: [UInt8] = []) throws -> UnsafeMutablePointer<FILE> {
    guard let stream = tmpfile() else { throw failure }
    let isWritten = bytes.withUnsafeBytes { Disk.write($0, to: fileno(stream)) }
    if !isWritten || lseek(fileno(stream), 0, SEEK_SET) != 0 { throw failure }
    return stream
  }

  private static func content(of stream: UnsafeMutablePointer<FILE>) throws -> [UInt8] {
    lseek(fileno(stream), 0, SEEK_SET)
    guard case .bytes(let bytes) = Disk.readToEnd(fileno(stream)) else { throw failure }
    return bytes
  }

  private static var failure: Failure {
    Failure(.disk, "cannot write a temporary file: \(DiskError.words(for: errno))")
  }
}
