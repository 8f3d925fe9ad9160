import ArgumentParser
import Rolebook

/// The kind of thing that roles are granted on, as an option takes it.
enum Level: String, ExpressibleByArgument, CaseIterable {
  case organization, folder, project, dataset, database, schema, table, view

  var kind: Securable.Kind { Securable.Kind(rawValue: rawValue) ?? .project }
}
