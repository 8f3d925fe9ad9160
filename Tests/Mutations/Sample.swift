import Rolebook

/// A mutation and the site that it is planted into.
struct Sample: Sendable {
  let site: CleanSite
  let mutation: Mutation

  /// Draws about this many mutations, as many of each kind as of every other where there are enough.
  static func draw(_ count: Int, from sites: [CleanSite], _ random: inout SplitMix64) -> [Sample] {
    var byKind: [String: [Sample]] = [:]
    for site in sites {
      let planted = Planter.all.flatMap { $0.plant(site, &random) }
      let written = Rewriter.all.flatMap { $0.mutations(of: site, &random) }
      for mutation in planted + written {
        byKind[mutation.kind, default: []].append(Sample(site: site, mutation: mutation))
      }
    }
    return share(count, among: byKind.keys.sorted().map { byKind[$0]!.shuffled(using: &random) })
  }

  /// The first few of each list, until there are as many as asked for or none is left.
  private static func share(_ count: Int, among lists: [[Sample]]) -> [Sample] {
    var chosen: [Sample] = []
    var depth = 0
    while chosen.count < count, lists.contains(where: { $0.count > depth }) {
      chosen += lists.filter { $0.count > depth }.map { $0[depth] }
      depth += 1
    }
    return chosen
  }

  /// Checks them all, as many at once as there are cores for it.
  static func run(_ samples: [Sample]) async -> [Trial] {
    await withTaskGroup(of: (Int, Trial).self) { group in
      var trials = [Trial?](repeating: nil, count: samples.count)
      var next = 0
      func add() {
        guard next < samples.count else { return }
        let (index, sample) = (next, samples[next])
        next += 1
        group.addTask { (index, await Trial.run(sample.mutation, in: sample.site)) }
      }
      for _ in 0..<4 { add() }
      while let (index, trial) = await group.next() {
        trials[index] = trial
        add()
      }
      return trials.compactMap { $0 }
    }
  }
}
