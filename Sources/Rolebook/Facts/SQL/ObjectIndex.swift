/// Where a script's objects lie, to be found by their names.
struct ObjectIndex: Sendable {
  private var byName: [String: [Int]] = [:]
  private var byEnding: [String: [Int]] = [:]

  init(_ objects: [ScriptObject]) {
    for (index, object) in objects.enumerated() {
      byName[object.name, default: []].append(index)
      byEnding[lastPart(object.name), default: []].append(index)
    }
  }

  func objects(named name: String) -> [Int] { byName[name] ?? [] }

  /// Those whose names may match this one.
  func objects(near name: String) -> [Int] { byEnding[lastPart(name)] ?? [] }
}
