/// The templates of sites that bring none: the files in `templates/`, inside the program.
enum BuiltInTemplates {
  static let all: [(name: String, text: String)] = TemplateFiles.all.filter { $0.name.hasSuffix(ending) }
    .map { (String($0.name.dropLast(ending.count)), $0.text) }

  /// Stylesheets and scripts by their paths below the folder: `scripts/core.js`.
  static let assets: [String: String] = {
    let folders = [("", TemplateFiles.all), ("styles/", StyleFiles.all), ("scripts/", ScriptFiles.all)]
    let files = folders.flatMap { folder, files in files.map { (folder + $0.name, $0.text) } }
    return Dictionary(uniqueKeysWithValues: files)
  }()

  private static let ending = ".mustache"
}
