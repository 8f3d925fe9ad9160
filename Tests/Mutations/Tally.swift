import Rolebook

/// What the trials of a run came to, by kind and by rule.
struct Tally {
  struct Kind {
    var planted = 0
    var statedTwice = 0
    var found = 0
    var foundBeyond = 0
    var noisy = 0
    var echoes = 0
  }

  struct Findings {
    var found = 0
    var falseAlarms: [Severity: Int] = [:]
  }

  private(set) var kinds: [String: Kind] = [:]
  private(set) var rules: [String: Findings] = [:]
  /// Reason → how many.
  private(set) var unseen: [String: Int] = [:]

  init(_ trials: [Trial]) {
    for trial in trials { add(trial) }
  }

  private mutating func add(_ trial: Trial) {
    var kind = kinds[trial.mutation.kind] ?? Kind()
    kind.planted += 1
    kind.echoes += trial.echoes
    switch trial.outcome {
    case .found: (kind.statedTwice, kind.found) = (kind.statedTwice + 1, kind.found + 1)
    case .missed: kind.statedTwice += 1
    case .unseen(let isFound): if isFound { kind.foundBeyond += 1 }
    case .noisy: kind.noisy += 1
    case .silent: break
    }
    kinds[trial.mutation.kind] = kind
    if case .unseen(let reason) = trial.mutation.expectation {
      unseen["\(trial.mutation.kind): \(reason)", default: 0] += 1
    }
    for rule in Set(trial.hits.map(\.rule)) where !trial.isRewriting {
      rules[rule, default: Findings()].found += 1
    }
    for alarm in trial.falseAlarms {
      rules[alarm.rule, default: Findings()].falseAlarms[alarm.severity, default: 0] += 1
    }
  }

  var statedTwice: Int { kinds.values.reduce(0) { $0 + $1.statedTwice } }
  var found: Int { kinds.values.reduce(0) { $0 + $1.found } }
  var planted: Int { kinds.values.reduce(0) { $0 + $1.planted } }
  func falseAlarms(_ severity: Severity) -> Int {
    rules.values.reduce(0) { $0 + ($1.falseAlarms[severity] ?? 0) }
  }
  var recall: Double { statedTwice == 0 ? 1 : Double(found) / Double(statedTwice) }
  var noisy: Int { kinds.values.reduce(0) { $0 + $1.noisy } }

  /// Whether the measures that the project promises hold.
  var isGood: Bool { recall >= 0.99 && falseAlarms(.error) == 0 && noisy == 0 }
}

extension Trial {
  /// Whether it only writes the same facts otherwise.
  var isRewriting: Bool { if case .silence = mutation.expectation { true } else { false } }
}
