/// Names in backticks, the first few of them: "`a`, `b`, `c` and 4 more".
func namesInWords(_ names: [String], limit: Int = 3) -> String {
  guard names.count > limit + 1 else { return listInWords(names) }
  return names.prefix(limit).map { "`\($0)`" }.joined(separator: ", ") + " and \(names.count - limit) more"
}
