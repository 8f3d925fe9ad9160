import Testing

@testable import Rolebook

@Suite struct DayTests {
  @Test(arguments: ["2027-01-31", "2024-02-29", "2000-02-29", "0001-12-31"])
  func readsADayThatExists(_ text: String) { #expect(Day(text)?.description == text) }

  @Test(arguments: ["2027-02-29", "1900-02-29", "2027-04-31", "2027-00-01", "2027-1-1", "27-01-01", "", "x"])
  func refusesOneThatDoesNot(_ text: String) { #expect(Day(text) == nil) }

  @Test(arguments: [
    (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"),
    (951_782_400, "2000-02-29"), (1_709_164_800, "2024-02-29"), (4_102_444_800, "2100-01-01"),
  ])
  func countsSecondsInUTC(_ seconds: Int, _ text: String) {
    #expect(Day(secondsSince1970: seconds).description == text)
  }
}
