/// The templates of sites that bring none: the files in `templates/`, inside the program.
enum BuiltInTemplates {
  static let all: [(name: String, text: String)] = TemplateFiles.all.filter { $0.name.hasSuffix(ending) }
    .map { (String($0.name.dropLast(ending.count)), $0.text) }

  static let stylesheet = TemplateFiles.all.first { $0.name == "style.css" }?.text ?? ""

  private static let ending = ".mustache"
}
