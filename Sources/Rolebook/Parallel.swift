import Markdown
import Synchronization

/// Makes a list of values, in order, by tasks that take some indices at a time.
func parallelMap<Value: Sendable>(
  _ count: Int, jobs: Int, chunk: Int = 64, _ make: @escaping @Sendable (Int) -> Value
) async -> [Value] {
  guard jobs > 1, count > chunk else { return (0..<count).map(make) }
  let next = SharedCounter()
  return await withTaskGroup(of: [(Int, [Value])].self) { group in
    for _ in 0..<jobs {
      group.addTask {
        var made: [(Int, [Value])] = []
        while true {
          let start = next.take() * chunk
          guard start < count else { return made }
          Memory.makeRoom()
          made.append((start, (start..<min(start + chunk, count)).map(make)))
        }
      }
    }
    var chunks: [(Int, [Value])] = []
    for await made in group { chunks += made }
    return chunks.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }
}

/// Hands out 0, 1, 2, … to several tasks.
private final class SharedCounter: Sendable {
  private let next = Atomic<Int>(0)

  func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
}
