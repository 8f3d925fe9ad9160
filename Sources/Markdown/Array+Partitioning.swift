extension Array {
  /// The first index whose element meets a condition that all later ones meet too.
  public func partitioningIndex(_ meets: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if meets(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
