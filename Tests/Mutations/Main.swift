import Foundation
import Rolebook

/// `make mutations`: plants faults into clean sites and says what the rules make of them.
@main
enum Main {
  static func main() async throws {
    let arguments = try Arguments(CommandLine.arguments.dropFirst())
    var sites: [CleanSite] = []
    for folder in arguments.sites { sites.append(try await CleanSite(folder: folder)) }
    for site in sites { print("\(site.name): \(site.report.summary)") }

    var random = SplitMix64(seed: arguments.seed)
    let start = ContinuousClock.now
    let chosen = Sample.draw(arguments.count, from: sites, &random)
    let trials = await Sample.run(chosen)
    let tally = Tally(trials)
    if arguments.isVerbose { tellStories(of: trials) }
    print(tally.report(rewritings: Set(Rewriter.all.map(\.kind)), listsUnseen: arguments.listsUnseen))
    print("\nseed \(arguments.seed), \((ContinuousClock.now - start).formatted(.units(allowed: [.seconds])))")
    print(tally.verdict)
    if !tally.isGood { exit(1) }
  }

  private static func tellStories(of trials: [Trial]) {
    for trial in trials {
      switch trial.outcome {
      case .missed: print("MISSED \(trial.story())\n")
      case .noisy: print("NOISY \(trial.story())\n")
      case .found, .unseen, .silent: break
      }
      if !trial.falseAlarms.isEmpty, !trial.isRewriting { print("FALSE ALARM \(trial.story())\n") }
      if trial.echoes > 0 { print("ECHO \(trial.story())\n") }
    }
  }
}

/// `[--seed N] [--count N] [--site DIR]… [--list-undetectable] [--verbose]`
struct Arguments {
  var seed: UInt64 = 1
  var count = 1500
  var sites: [String] = []
  var listsUnseen = false
  var isVerbose = false

  init(_ words: ArraySlice<String>) throws {
    var words = words
    while let word = words.popFirst() {
      switch word {
      case "--seed": seed = try Self.number(&words, after: word)
      case "--count": count = try Self.number(&words, after: word)
      case "--site": sites.append(words.popFirst() ?? "")
      case "--list-undetectable": listsUnseen = true
      case "--verbose": isVerbose = true
      default: throw Problem("unknown argument \(word)")
      }
    }
    if sites.isEmpty {
      sites = [".", "Tests/Mutations/Sites/google-cloud", "Tests/Mutations/Sites/warehouse"]
    }
  }

  private static func number<Number: LosslessStringConvertible>(
    _ words: inout ArraySlice<String>, after option: String
  ) throws -> Number {
    guard let number = words.popFirst().flatMap(Number.init) else {
      throw Problem("\(option) needs a number")
    }
    return number
  }

  struct Problem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
