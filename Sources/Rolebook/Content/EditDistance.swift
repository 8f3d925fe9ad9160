/// How many insertions, deletions, changes and swaps of neighbours turn one text into the other
/// (Damerau-Levenshtein, optimal string alignment); `limit + 1` where it is more than `limit`.
func editDistance(_ left: String, _ right: String, limit: Int) -> Int {
  let a = Array(left.utf8)
  let b = Array(right.utf8)
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var before: [Int] = []
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + Array(repeating: 0, count: b.count)
    for j in 1...b.count {
      let change = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + change)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
    }
    if row.min()! > limit { return limit + 1 }
    (before, previous) = (previous, row)
  }
  return previous[b.count]
}

/// The candidate that the word most resembles, first of all one that differs in case only; nil where none is
/// near: a third of its letters, at most three.
func closest(to word: String, among candidates: some Sequence<String>) -> String? {
  let limit = min(3, max(1, word.utf8.count / 3))
  var best: (distance: Int, name: String)?
  for name in candidates {
    if name.lowercased() == word.lowercased() { return name }
    let distance = editDistance(word, name, limit: limit)
    if distance <= limit, best.map({ (distance, name) < ($0.distance, $0.name) }) ?? true {
      best = (distance, name)
    }
  }
  return best?.name
}
