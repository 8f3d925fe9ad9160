extension Rule {
  static let emptyPattern = Rule(
    "empty-pattern", .patterns, .error,
    "A role's pattern matches no permission of a service documented in full"
  ) { catalog in
    catalog.roles.flatMap { role in
      zip(role.entries, role.expansion).compactMap { entry, count -> Finding? in
        guard count == 0, entry.hasWildcard else { return nil }
        let service = nameParts(entry.name.value).service
        guard catalog.completeServices[role.platform]?.contains(service) == true else { return nil }
        let names = catalog.permissions.filter { $0.platform == role.platform && $0.service == service }
        let patterns = Set(names.map { "\($0.service).\($0.resource).*" }).sorted()
        return Finding(
          "`\(entry.name.value)` matches no permission", at: entry.name.place,
          label: "`\(role.id)` gets nothing through it",
          help: Suggestion(patterns).question(for: entry.name.value)
            ?? "correct the pattern, or declare the permissions that it stands for",
          facts: [role.platform, role.id, entry.name.value])
      }
    }
  }
}
