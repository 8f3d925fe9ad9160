import Dispatch

/// The result of a task, waited for: libFuzzer calls a plain function, one at a time.
func waiting<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) -> Result {
  let box = Box<Result>()
  let isDone = DispatchSemaphore(value: 0)
  Task {
    box.result = await work()
    isDone.signal()
  }
  isDone.wait()
  return box.result!
}

/// Written by the task before the semaphore is raised, and read after that.
private final class Box<Result>: @unchecked Sendable {
  var result: Result?
}
