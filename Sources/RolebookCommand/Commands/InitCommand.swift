import ArgumentParser

/// `rolebook init`: a small working site to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a small working site: settings, three pages, a CI workflow.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "The folder; it is made where it is missing.")
  var directory = "."

  func run() throws {
    let folder = Disk.absolute(directory)
    let files = StarterFile.all.filter { $0 != .ignored || Disk.kind(folder + "/" + $0.path) == nil }
    let existing = files.map(\.path).filter { Disk.kind(folder + "/" + $0) != nil }
    if !existing.isEmpty {
      throw Failure(
        .usage, "\(directory) has \(existing.map { "`\($0)`" }.joined(separator: ", ")) already",
        cure: "name another folder: rolebook init DIR")
    }
    do {
      for file in files {
        let path = folder + "/" + file.path
        try Disk.makeFolders(Disk.parent(of: path) ?? folder)
        try Disk.create(path, Array(file.text.utf8))
      }
    } catch {
      throw Failure(.disk, "cannot write \(error.path): \(error.reason)")
    }
    let shown = directory.hasSuffix("/") ? directory : directory + "/"
    let terminal = options.terminal
    terminal.say(
      "  created \(shown)   rolebook.yml · content/ (index, bigquery/roles, bigquery/setup)"
        + " · .github/workflows/docs.yml")
    if !files.contains(.ignored) { terminal.say("  kept your .gitignore: add public/ and .rolebook/ to it") }
    terminal.say("  next: \(directory == "." ? "" : "cd \(directory) && ")rolebook serve --open")
  }
}
