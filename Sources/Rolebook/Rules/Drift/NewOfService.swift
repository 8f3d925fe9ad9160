import Markdown

/// What roles hold of a service that the pages document in full, and that no page declares.
struct NewOfService: Sendable {
  let service: String
  /// Ordered.
  let names: [String]
  /// Where the service is called complete, else where the first of its permissions is declared.
  let place: Place
}

extension Drift {
  /// The complete services of the platform that have grown, ordered.
  var newServices: [NewOfService] {
    let complete = catalog.completeServices[platform] ?? []
    guard !complete.isEmpty else { return [] }
    let news = truth.permissions.filter {
      complete.contains(service(ofPermission: $0))
        && !catalog.isDeclared($0, on: platform)
    }
    let places = places(of: complete)
    return Dictionary(grouping: news, by: service(ofPermission:)).sorted { $0.key < $1.key }
      .compactMap { service, names in
        places[service].map { NewOfService(service: service, names: names, place: $0) }
      }
  }

  private func places(of services: Set<String>) -> [String: Place] {
    var places: [String: Place] = [:]
    for page in catalog.pages where page.platform == platform && !page.isSuperseded {
      for service in page.frontMatter.complete ?? [] where places[service.value] == nil {
        places[service.value] = service.place
      }
    }
    for permission in catalog.permissions where permission.platform == platform {
      let service = service(ofPermission: permission.name)
      guard services.contains(service), places[service] == nil else { continue }
      places[service] = permission.declarations.first?.name.place
    }
    return places
  }
}
