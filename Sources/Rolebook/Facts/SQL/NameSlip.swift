/// Whether one name is the other with one letter wrong, missing, added or swapped in one of its longer words, or
/// with its words joined in another way.
func isSlip(_ written: String, of name: String) -> Bool {
  // Told by length cheaply, as most pairs are; signs may be many.
  guard abs(letterCount(written) - letterCount(name)) <= 1 else { return false }
  let left = words(of: written)
  let right = words(of: name)
  if written == name || left.isEmpty { return false }
  if left.joined() == right.joined() { return true }
  guard left.count == right.count else { return false }
  let changed = zip(left, right).filter { $0 != $1 }
  guard changed.count == 1, let (one, other) = changed.first else { return false }
  guard min(one.utf8.count, other.utf8.count) >= 4, one.filter(\.isNumber) == other.filter(\.isNumber) else {
    return false
  }
  return editDistance(one, other, limit: 1) == 1
}

/// Sums of a name's letters and digits, and of its words without each letter that may be a slip: where one name is a
/// slip of another they have one in common. They take time that grows with the name.
func spellings(of name: String) -> Set<UInt64> {
  let words = words(of: name)
  let joined = ByteSums(Array(words.joined().utf8)).whole
  let bytes = Array(words.joined(separator: " ").utf8)
  let isLong = words.flatMap { word in Array(repeating: word.utf8.count >= 4, count: word.utf8.count + 1) }
  let sums = ByteSums(bytes)
  let slips = bytes.indices.filter { isLong[$0] && bytes[$0] != UInt8(ascii: " ") && !isDigit(bytes[$0]) }
  return Set([joined, sums.whole] + slips.map(sums.without))
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func letterCount(_ name: String) -> Int {
  name.utf8.count { $0 >= 0x80 || ($0 | 0x20) >= UInt8(ascii: "a") || (0x30...0x39).contains($0) }
}

/// The parts of a name between its signs, in lower case.
private func words(of name: String) -> [String] {
  name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}
