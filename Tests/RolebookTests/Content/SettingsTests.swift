import Markdown
import Testing

@testable import Rolebook

@Suite struct SettingsTests {
  private func read(_ yaml: String) -> Settings {
    Settings(reading: SourceFile(path: "rolebook.yml", role: .settings, bytes: Array(yaml.utf8)))
  }

  @Test func readsEveryKey() throws {
    let settings = read(
      """
      title: Warehouse access handbook
      base_url: https://docs.example.com/access
      edit_url: https://github.com/example/docs/edit/main/{path}
      content: ./docs/
      templates: theme
      output: out/
      extensions: [md, .mdx]
      default_kind: concept
      pages:
        - {match: "grafana/**/rbac-*.md", kind: reference, platform: grafana}
      front_matter_keys: [plan, beta]
      platforms:
        bigquery: {title: BigQuery, role_prefix: roles/}
        grafana: {title: Grafana, permission: "[a-z.]+:[a-z]+", role: "(fixed|basic):[a-z.:]+"}
      tables:
        - {shape: permissions, match: "**", headers: {permission: [Action], description: [Abilities]}}
        - {shape: matrix, marks: {yes: [ja], no: [nein], conditional: [teils]}, separators: [" oder "], permission: "[A-Z].*", role: "[a-z]+"}
      rules: {equal-roles: off, literal-password: error}
      overrides:
        - {match: "legacy/**", rules: {dead-link: warning}}
      limits: {nesting: 10, brackets: 20, line_bytes: 30, file_bytes: 40}
      """)
    #expect(settings.problems.isEmpty, "\(settings.problems)")
    #expect(settings.title == "Warehouse access handbook")
    #expect(settings.baseURL == "https://docs.example.com/access/")
    #expect(settings.editURL == "https://github.com/example/docs/edit/main/{path}")
    #expect([settings.content, settings.templates, settings.output] == ["docs", "theme", "out"])
    #expect(settings.extensions == ["md", "mdx"])
    #expect(settings.defaultKind == .concept)
    #expect(settings.pages.map(\.match.text) == ["grafana/**/rbac-*.md"])
    #expect(settings.pages.first?.frontMatter.platform?.value == "grafana")
    #expect(settings.frontMatterKeys == ["plan", "beta"])
    #expect(settings.platforms["bigquery"]?.title == "BigQuery")
    #expect(settings.platforms["bigquery"]?.rolePrefix == "roles/")
    #expect(settings.platforms["grafana"]?.permission?.matches("dashboards:read") == true)
    #expect(settings.platforms["grafana"]?.role?.matches("fixed:dashboards") == true)
    #expect(settings.platforms["grafana"]?.role?.matches("a fixed:dashboards") == false)
    #expect(settings.tables.map(\.shape) == ["permissions", "matrix"])
    #expect(settings.tables[0].headers == ["permission": ["action"], "description": ["abilities"]])
    #expect(
      settings.tables[1].match.text == "**" && settings.tables[1].yes == ["ja"]
        && settings.tables[1].no == ["nein"])
    #expect(settings.tables[1].conditional == ["teils"] && settings.tables[1].separators == [" oder "])
    #expect(settings.tables[1].permission?.matches("Read all") == true)
    #expect(settings.tables[1].role?.matches("reader") == true && settings.tables[0].role == nil)
    #expect(settings.rules == ["equal-roles": .off, "literal-password": .error])
    #expect(settings.overrides.first?.match.text == "legacy/**")
    #expect(settings.overrides.first?.rules == ["dead-link": .warning])
    let limits = settings.limits
    #expect([limits.nesting, limits.brackets, limits.lineBytes, limits.fileBytes] == [10, 20, 30, 40])
  }

  @Test func keepsTheDefaultsWithoutSettings() {
    for yaml in [
      "", "# nothing\n", "title:\nplatforms:\nrules:\nlimits:\npages:\ntables:\noverrides:\nextensions:\n",
    ] {
      let settings = read(yaml)
      #expect(settings.problems.isEmpty, "\(settings.problems)")
      #expect(settings.title == "Documentation")
      #expect(settings.content == "content" && settings.output == "public")
      #expect(settings.limits == Limits())
      #expect(settings.extensions == ["md"])
    }
  }

  @Test(arguments: [
    ("titel: x", "titel", "title"), ("baseurl: x", "baseurl", "base_url"),
    ("platforms: {b: {titel: x}}", "titel", "title"),
    ("limits: {nestin: 1}", "nestin", "nesting"), ("overrides: [{math: x, match: y}]", "math", "match"),
    ("tables: [{shape: roles, header: {}}]", "header", "headers"),
    ("pages: [{match: x, kid: guide}]", "kid", "kind"),
    ("tables: [{shape: matrix, marks: {yess: [x]}}]", "yess", "yes"),
    ("tables: [{shape: matrix, separator: [x]}]", "separator", "separators"),
  ])
  func suggestsTheKeyThatWasMeant(_ yaml: String, _ key: String, _ meant: String) throws {
    let problems = read(yaml).problems
    #expect(problems.count == 1)
    guard case .unknownKey(key, suggestion: meant) = try #require(problems.first).fault else {
      return #expect(Bool(false), "\(problems)")
    }
  }

  @Test(arguments: ["[a-z", "(a", "*a", "a{2,1}"])
  func refusesAnExpressionThatDoesNotParse(_ pattern: String) throws {
    let settings = read("platforms: {b: {permission: '\(pattern)'}}")
    guard
      case .wrongType("permission", "a regular expression", "`\(pattern)`") = try #require(
        settings.problems.first
      ).fault
    else { return #expect(Bool(false), "\(settings.problems)") }
    #expect(settings.platforms["b"] != nil)
    #expect(settings.platforms["b"]?.permission == nil)
  }

  @Test(arguments: [
    ("rules: {dead-link: fatal}", "dead-link", "fatal"),
    ("overrides: [{match: x, rules: {dead-link: 3}}]", "dead-link", "3"),
    ("default_kind: page", "default_kind", "page"),
  ])
  func refusesOtherValues(_ yaml: String, _ key: String, _ value: String) throws {
    guard case .unknownValue(key, value, _) = try #require(read(yaml).problems.first).fault else {
      return #expect(Bool(false), "\(read(yaml).problems)")
    }
  }

  @Test(arguments: [
    "title: [x]", "platforms: [x]", "platforms: {b: x}", "rules: [x]", "pages: {a: b}",
    "pages: [{kind: guide}]", "pages: [x]",
    "tables: [{match: x}]", "tables: [{shape: x, headers: [y]}]", "overrides: [{rules: {}}]", "limits: 3",
    "limits: {nesting: many}",
    "extensions: {a: b}", "- x", "text",
  ])
  func refusesOtherTypes(_ yaml: String) throws {
    let problems = read(yaml).problems
    guard case .wrongType = try #require(problems.first).fault else {
      return #expect(Bool(false), "\(problems)")
    }
  }

  @Test(arguments: [
    "limits: {nesting: 0}", "limits: {nesting: -1}", "limits: {file_bytes: -1}", "limits: {brackets: 0}",
  ])
  func refusesLimitsThatNoPageCouldKeep(_ yaml: String) {
    #expect(read(yaml).problems.count == 1)
    #expect(read(yaml).limits == Limits())
  }

  @Test func keepsAllDefaultsWhereTheYAMLDoesNotParse() throws {
    let settings = read("title: x\nrules: {a\n")
    #expect(settings.title == "Documentation")
    guard case .syntax = try #require(settings.problems.first).fault else { return #expect(Bool(false)) }
  }

  @Test(arguments: [
    "limits: {nesting: 0}", "limits: {file_bytes: -1}", "base_url: docs/access", "base_url: ''",
  ])
  func refusesValuesThatMakeNoSense(_ yaml: String) {
    #expect(World([:], settings: yaml).settings.problems.count == 1)
  }

  @Test func namesTheRuleThatWasMeant() async {
    let yaml =
      "rules: {dead-lnk: off}\noverrides: [{match: \"**\", rules: {dead-anchr: info, ragged-table: off}}]"
    let findings = await World([:], settings: yaml).report().findings
    #expect(findings.map(\.message) == ["there is no rule `dead-lnk`", "there is no rule `dead-anchr`"])
    #expect(findings.map(\.help) == ["did you mean `dead-link`?", "did you mean `dead-anchor`?"])
    #expect(findings.map(\.severity) == [.warning, .warning])
  }
}
