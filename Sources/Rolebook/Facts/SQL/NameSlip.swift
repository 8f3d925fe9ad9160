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

private func letterCount(_ name: String) -> Int {
  name.utf8.count { $0 >= 0x80 || ($0 | 0x20) >= UInt8(ascii: "a") || (0x30...0x39).contains($0) }
}

/// The parts of a name between its signs, in lower case.
private func words(of name: String) -> [String] {
  name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}
