/// The terms of all pages of a site, numbered in the order in which they are met, with the sections that hold each.
struct TermPostings {
  /// Where the list of a term lies in a run.
  private struct Place {
    let term: UInt32
    let run: UInt32
    let start: UInt32
    let end: UInt32
  }

  private(set) var terms = ByteTable()
  private let runs: [TermRun]
  /// The first section of each run.
  private var firstSections: [Int] = []
  /// The places of each term's lists, in the order of the runs.
  private var places: [Place] = []
  /// Where the places of each term start, with the end at last.
  private var starts: [Int] = []

  init(of runs: [TermRun]) {
    self.runs = runs
    var section = 0
    var found: [Place] = []
    for (index, run) in runs.enumerated() {
      firstSections.append(section)
      section += run.sections
      note(run, UInt32(index), in: &found)
    }
    sort(found)
  }

  private mutating func note(_ run: TermRun, _ index: UInt32, in found: inout [Place]) {
    run.bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while let name = bytes.nextRange(at: &place), let list = bytes.nextRange(at: &place) {
        let term = UnsafeBufferPointer(rebasing: bytes[name])
        let number = terms.number(of: term, hash: ByteHash(of: term).value)
        found.append(
          Place(
            term: UInt32(number), run: index, start: UInt32(list.lowerBound), end: UInt32(list.upperBound)))
      }
    }
  }

  private mutating func sort(_ found: [Place]) {
    starts = Array(repeating: 0, count: terms.count + 1)
    for place in found { starts[Int(place.term) + 1] += 1 }
    for number in 0..<terms.count { starts[number + 1] += starts[number] }
    var following = starts
    places = found
    for place in found {
      places[following[Int(place.term)]] = place
      following[Int(place.term)] += 1
    }
  }

  /// The sections of a term, in lists that follow one another.
  func lists(of number: Int) -> [SectionList] {
    places[starts[number]..<starts[number + 1]].map { place in
      let run = Int(place.run)
      let bytes = runs[run].bytes
      let start = bytes.startIndex + Int(place.start)
      return SectionList(bytes[start..<bytes.startIndex + Int(place.end)], from: firstSections[run])
    }
  }
}
