/// A file of the site that `rolebook init` makes.
struct StarterFile: Equatable {
  /// Relative to the new site's root.
  let path: String
  let text: String

  static let all: [StarterFile] = [.settings, .index, .roles, .setup, .workflow, .ignored]
}
