import Foundation
import Testing

@testable import RolebookCommand

/// A folder of its own for one test, removed with it.
final class Sandbox: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = try #require(Disk.resolve(NSTemporaryDirectory())) + "/rolebook-" + UUID().uuidString
    try Disk.makeFolders(path)
    for (file, text) in files { try write(file, text) }
  }

  deinit { try? Disk.remove(path) }

  func write(_ file: String, _ text: String) throws {
    let full = path + "/" + file
    try Disk.makeFolders(try #require(Disk.parent(of: full)))
    try Disk.remove(full)
    try Disk.create(full, Array(text.utf8))
  }

  func read(_ file: String) -> String? {
    guard case .bytes(let bytes) = Disk.read(path + "/" + file, limit: 1 << 20) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names in the sandbox or in one of its folders.
  func names(in folder: String = "") throws -> [String] { try Disk.list(path + "/" + folder).map(\.name) }
}

/// How a run of the built program ended.
struct Run {
  let code: Int32
  let output: String
  let talk: String
}

/// Runs the program that was built beside the tests.
func rolebook(_ arguments: String..., in sandbox: Sandbox, input: String = "") throws -> Run {
  try rolebook(arguments, in: sandbox, input: input)
}

func rolebook(
  _ arguments: [String], in sandbox: Sandbox, input: String = "", outputTo output: String? = nil,
  environment: [String: String] = [:]
) throws -> Run {
  try run(
    try #require(programPath()), arguments, in: sandbox, input: input, outputTo: output,
    environment: environment)
}

/// Runs a program in the sandbox.
func run(
  _ program: String, _ arguments: [String], in sandbox: Sandbox, input: String = "",
  outputTo output: String? = nil, environment: [String: String] = [:]
) throws -> Run {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  process.currentDirectoryURL = URL(fileURLWithPath: sandbox.path)
  let streams = try Sandbox(["in": input, "out": "", "err": ""])
  func stream(_ name: String) throws -> FileHandle {
    try #require(FileHandle(forUpdatingAtPath: streams.path + "/" + name))
  }
  process.standardInput = try stream("in")
  process.standardOutput = try output.map { try #require(FileHandle(forWritingAtPath: $0)) } ?? stream("out")
  process.standardError = try stream("err")
  try process.run()
  process.waitUntilExit()
  return Run(
    code: process.terminationStatus, output: streams.read("out") ?? "", talk: streams.read("err") ?? "")
}

/// The program lies beside the one that these tests are in.
func programPath() -> String? {
  Disk.resolve("/proc/self/exe").flatMap(Disk.parent).map { $0 + "/rolebook" }
}
