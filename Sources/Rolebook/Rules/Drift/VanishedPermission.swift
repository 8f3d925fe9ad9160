import Markdown

extension Rule {
  static let vanishedPermission = Rule(
    "vanished-permission", .upkeep, .error,
    "A permission is declared or named that no role of the real system holds any more",
    judging: .drift { drift in
      let byService = Dictionary(grouping: drift.gonePermissions) { service(ofPermission: $0.name) }
      return byService.sorted { $0.key < $1.key }.flatMap { service, gone in
        let absence = drift.absence(of: service)
        return gone.compactMap { finding($0, absence, drift) }
      }
    })

  private static func finding(_ gone: GonePermission, _ absence: [Related], _ drift: Drift) -> Finding? {
    guard let place = gone.declaration ?? gone.mentions.first?.place else { return nil }
    let words = gone.declaration == nil ? gone.mentions.first?.words ?? "" : "this page declares"
    let echoes = gone.declaration == nil ? Array(gone.mentions.dropFirst()) : gone.mentions
    return Finding(
      "`\(gone.name)` does not exist upstream", at: place, label: "\(words) it",
      related: absence + relate(echoes),
      help: drift.suggestion(for: gone.name) ?? "drop it, or write the name that it has now",
      facts: [drift.platform, gone.name])
  }

  /// The first few other places; the last one counts the rest.
  private static func relate(_ echoes: [(words: String, place: Place)]) -> [Related] {
    let shown = echoes.prefix(3).map { Related("\($0.words) it", at: $0.place) }
    guard echoes.count > 3, let last = shown.last else { return shown }
    return shown.dropLast() + [
      Related("\(last.message), and \(echoes.count - 3) more places do", at: last.place)
    ]
  }
}

extension Drift {
  /// The role that holds most of the service, as the place that shows what is missing.
  fileprivate func absence(of service: String) -> [Related] {
    guard let (role, count) = truth.widestRole(of: service) else {
      return truth.roles.first.map { [Related("no role upstream holds it", at: $0.id.place)] } ?? []
    }
    let words = service.isEmpty ? "" : " of `\(service)`"
    return [
      Related(
        "no role upstream holds it", at: role.id.place,
        label: "this one has \(count == 1 ? "1 permission" : "\(count) permissions")\(words)")
    ]
  }

  /// The names of the same service that may be meant.
  fileprivate func suggestion(for permission: String) -> String? {
    let names = truth.services[service(ofPermission: permission)] ?? []
    return Suggestion(names.map { truth.permissions[$0] }).question(for: permission)
  }
}
