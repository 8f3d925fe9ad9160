import Glibc
import Rolebook

/// The day on which the program runs; the only clock that findings know.
enum Clock {
  /// Today in UTC, or the day that SOURCE_DATE_EPOCH names, so that a check can be repeated.
  static var today: Day {
    let given = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    return Day(secondsSince1970: given ?? time(nil))
  }
}
