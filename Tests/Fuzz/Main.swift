import Glibc

/// `Fuzz TARGET [OPTION…] [CORPUS…]`: feeds a target with what libFuzzer makes up, by libFuzzer's own options.
///
/// libFuzzer brings a `main` of its own; the package manager has one already, which asks for the driver instead.
@main enum Main {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let target = FuzzTarget.all.first(where: { $0.name == arguments[1] }) else {
      let usage = "usage: Fuzz \(FuzzTarget.all.map(\.name).joined(separator: "|")) [OPTION…] [CORPUS…]\n"
      write(STDERR_FILENO, usage, usage.utf8.count)
      exit(2)
    }
    chosen = target
    exit(drive([arguments[0]] + arguments.dropFirst(2)))
  }

  /// libFuzzer calls a plain function, which knows the target by this alone; it is set once, before.
  nonisolated(unsafe) private static var chosen: FuzzTarget?

  private static func drive(_ arguments: [String]) -> Int32 {
    var count = Int32(arguments.count)
    var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = .allocate(capacity: arguments.count + 1)
    for (index, argument) in arguments.enumerated() { words?[index] = strdup(argument) }
    words?[arguments.count] = nil
    return runDriver(&count, &words) { bytes, length in
      Main.chosen?.run(bytes.map { Array(UnsafeBufferPointer(start: $0, count: length)) } ?? [])
      return 0
    }
  }
}

/// libFuzzer's loop: https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
