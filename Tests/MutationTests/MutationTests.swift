import Foundation
import Testing

@testable import Mutations

/// A small run of `make mutations`.
@Suite struct MutationTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("Mutations/Sites/warehouse").path

  @Test func findsWhatIsStatedTwiceWithoutFalseAlarms() async throws {
    let site = try await CleanSite(folder: Self.folder)
    #expect(site.report.findings.filter { $0.severity > .info }.map(\.message) == [])
    var random = SplitMix64(seed: 1)
    let trials = await Sample.run(Sample.draw(120, from: [site], &random))
    let tally = Tally(trials)
    for trial in trials where !trial.falseAlarms.isEmpty { Issue.record("\(trial.story())") }
    #expect(tally.planted >= 120)
    #expect(tally.recall > 0.9)
  }

  @Test func drawsTheSameForTheSameSeed() async throws {
    let site = try await CleanSite(folder: Self.folder)
    func draw(_ seed: UInt64) -> [String] {
      var random = SplitMix64(seed: seed)
      return Sample.draw(100, from: [site], &random).map(\.mutation.summary)
    }
    #expect(draw(7) == draw(7))
    #expect(draw(7) != draw(8))
  }

  /// The first numbers of the reference implementation for seed 0.
  @Test func makesTheNumbersOfSplitMix64() {
    var random = SplitMix64(seed: 0)
    #expect(random.next() == 0xE220_A839_7B1D_CDAF)
    #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
  }
}
