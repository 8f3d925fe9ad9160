/// A fault of a script for one choice of options; the same places in another choice are the same fault.
struct ScriptFault<Value> {
  /// The faulty place first.
  let places: [Place]
  let value: Value
}

extension Guide {
  /// The faults of its script, each once, with the options that it needs: empty where it stands whatever the
  /// reader chooses.
  func faults<Value>(
    _ find: (SymbolTable) -> [ScriptFault<Value>]
  ) -> [(fault: ScriptFault<Value>, options: [String])] {
    var found: [(fault: ScriptFault<Value>, choices: [[String]])] = []
    var index: [[Place]: Int] = [:]
    let choices = distinctChoices
    for options in choices {
      for fault in find(SymbolTable(script, options: options)) {
        if let known = index[fault.places] {
          found[known].choices.append(options)
        } else {
          index[fault.places] = found.count
          found.append((fault, [options]))
        }
      }
    }
    return found.map { fault, failing in
      let scope = choices.filter { script.runs(fault.places[0], with: $0) }
      return (fault, failing.count >= scope.count ? [] : needed(failing, of: scope))
    }
  }

  /// One choice for each different set of blocks that a choice runs.
  private var distinctChoices: [[String]] {
    guard !script.blocks.isEmpty else { return [] }
    var seen: Set<[Bool]> = []
    return choices.filter { options in
      seen.insert(script.blocks.map { $0.options.holds(for: options) }).inserted
    }
  }

  /// Of the first failing choice, the options that all failing choices share and some other lacks.
  private func needed(_ failing: [[String]], of scope: [[String]]) -> [String] {
    let shared = failing[0].filter { option in
      failing.allSatisfy { $0.contains(option) } && !scope.allSatisfy { $0.contains(option) }
    }
    return shared.isEmpty ? failing[0] : shared
  }
}

extension Script {
  /// Whether a reader with these options runs the statement at a place.
  fileprivate func runs(_ place: Place, with options: [String]) -> Bool {
    let block = blocks.first { block in
      block.place.file == place.file && block.place.span.start <= place.span.start
        && place.span.end <= block.place.span.end
    }
    return block?.options.holds(for: options) ?? true
  }
}
