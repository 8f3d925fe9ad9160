import Foundation
import Testing

@testable import RolebookCommand

@Suite struct OutputLockTests {
  @Test(arguments: [["public/a": ""], [:]]) func waitsForABuildOfTheSameOutput(files: [String: String]) throws
  {
    let sandbox = try Sandbox(files)
    let first = try OutputLock(of: sandbox.path + "/public")
    let waits = DispatchSemaphore(value: 0)
    let ends = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      try? OutputLock(of: sandbox.path + "/public") { waits.signal() }.release()
      ends.signal()
    }
    waits.wait()
    #expect(ends.wait(timeout: .now() + 0.05) == .timedOut)
    first.release()
    ends.wait()
  }

  @Test func locksWhatStandsInThePlaceAfterTheWait() throws {
    let sandbox = try Sandbox(["public/a": "old", "new/a": "new"])
    let output = sandbox.path + "/public"
    let first = try OutputLock(of: output)
    let waits = DispatchSemaphore(value: 0)
    let ends = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      _ = try? OutputLock(of: output) { waits.signal() }
      ends.signal()
    }
    waits.wait()
    _ = try Disk.exchange(sandbox.path + "/new", output, aside: sandbox.path + "/aside")
    first.release()
    ends.wait()
    let folder = open(output, O_RDONLY)
    defer { close(folder) }
    #expect(flock(folder, LOCK_EX | LOCK_NB) != 0)
  }

  @Test func letsBuildsOfOtherOutputsPass() throws {
    let sandbox = try Sandbox(["public/a": "", "other/a": ""])
    let first = try OutputLock(of: sandbox.path + "/public")
    let second = try OutputLock(of: sandbox.path + "/other") { Issue.record("it waits") }
    first.release()
    second.release()
  }

  @Test func putsTheSiteBackThatAKilledBuildMovedAside() throws {
    let sandbox = try Sandbox([
      ".public.old-1/.rolebook": "published by rolebook\n", ".public.old-1/index.html": "old",
      ".public.new-1/.rolebook": "", ".public.new-1/index.html": "new",
    ])
    try OutputLock(of: sandbox.path + "/public").release()
    #expect(sandbox.read("public/index.html") == "old")
    #expect(Disk.kind(sandbox.path + "/.public.old-1") == nil)
  }

  @Test func putsNothingBackWhereTheNewSiteStands() throws {
    let sandbox = try Sandbox([".public.old-1/index.html": "old", "public/index.html": "new"])
    try OutputLock(of: sandbox.path + "/public").release()
    #expect(sandbox.read("public/index.html") == "new")
  }
}
