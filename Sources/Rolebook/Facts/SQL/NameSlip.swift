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

/// Sums of a name's letters and digits, all of them and without each letter: where one name is a slip of another they
/// have one in common. They take time that grows with the name.
func spellings(of name: String) -> Set<UInt64> {
  let bytes = Array(words(of: name).joined().utf8)
  let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  // The sum of all that follows each byte, and the factor for what stands before it.
  var after: [(sum: UInt64, weight: UInt64)] = [(0, 1)]
  for byte in bytes.reversed() {
    let (sum, weight) = after[after.count - 1]
    after.append((sum &+ UInt64(byte) &* weight, weight &* factor))
  }
  var sums: Set<UInt64> = [after[bytes.count].sum]
  var before: UInt64 = 0
  for (index, byte) in bytes.enumerated() {
    let rest = after[bytes.count - 1 - index]
    if !(0x30...0x39).contains(byte) { sums.insert(before &* rest.weight &+ rest.sum) }
    before = before &* factor &+ UInt64(byte)
  }
  return sums
}

private func letterCount(_ name: String) -> Int {
  name.utf8.count { $0 >= 0x80 || ($0 | 0x20) >= UInt8(ascii: "a") || (0x30...0x39).contains($0) }
}

/// The parts of a name between its signs, in lower case.
private func words(of name: String) -> [String] {
  name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}
