import Markdown

/// The numbers of an ordered list, as they are written and as readers see them: counted from the first one.
struct StepNumbering {
  struct Number {
    let item: Int
    let written: Int
    let shown: Int

    var shift: Int { written - shown }
  }

  let numbers: [Number]

  init(list: Int, of document: Document) {
    let start = Int(document.nodes[list].number)
    numbers = document.children(of: list).enumerated().map { position, item in
      Number(item: item, written: Int(document.nodes[item].number), shown: start + position)
    }
  }

  /// `1. 1. 1.` leaves the counting to the reader's program.
  var isCounted: Bool { Set(numbers.map(\.written)).count > 1 }

  /// The number that a list should begin with where all its others follow from that: 1 in `4. 2. 3.`; nil where
  /// the first number may be right.
  var meantStart: Int? { numbers.count > 2 && numbers[0].written != 1 ? likelyStart : nil }

  /// The number from which all others but the first follow, where they do not follow from that.
  var likelyStart: Int? {
    guard isCounted, numbers.count > 1, let shift = numbers.last?.shift, shift != 0,
      numbers.dropFirst().allSatisfy({ $0.shift == shift }), numbers[1].written > 1
    else { return nil }
    return numbers[1].written - 1
  }

  /// The numbers that differ from what readers see; those that follow from one slip together.
  var slips: [[Number]] {
    guard isCounted else { return [] }
    var slips: [[Number]] = []
    var last = 0
    for number in numbers {
      if number.shift != 0 {
        if number.shift == last { slips[slips.count - 1].append(number) } else { slips.append([number]) }
      }
      last = number.shift
    }
    return slips
  }
}
