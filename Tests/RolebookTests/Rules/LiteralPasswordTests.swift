import Markdown
import Testing

@testable import Rolebook

@Suite struct LiteralPasswordTests {
  @Test(arguments: [
    "CREATE USER ann PASSWORD 'Abc123';", "CREATE USER ann IDENTIFIED BY 'Abc123';",
    "ALTER USER ann WITH PASSWORD 'Abc123';", "CREATE USER ann PASSWORD = 'Abc123' DEFAULT_ROLE = reader;",
  ])
  func findsAPasswordThatIsWrittenOut(sql: String) throws {
    let findings = Rule.findLiteralPasswords(statements(sql))
    #expect(findings.map(\.message) == ["the password of `ann` is written out"])
    #expect(SourceText(sql).text(findings[0].place.span) == "'Abc123'")
  }

  @Test func keepsThePasswordOutOfTheFinding() throws {
    let finding = try #require(Rule.findLiteralPasswords(statements("CREATE USER a PASSWORD 'Abc123'")).first)
    let texts = [finding.message, finding.label ?? "", finding.help ?? ""] + finding.facts
    #expect(texts.allSatisfy { !$0.contains("Abc123") })
  }

  @Test(arguments: [
    "'<password>'", "'${PASSWORD}'", "'{{ password }}'", "'your-password'", "'********'", "'STRONG_PASSWORD'",
    "'md5153c434b4b77c89e6b94f12c5393af5b'", "'sha256|Mypassword1'", "DISABLE", "NULL", "<password>",
  ])
  func acceptsWhatStandsInForOne(password: String) {
    #expect(Rule.findLiteralPasswords(statements("CREATE USER ann PASSWORD \(password);")).isEmpty)
  }

  @Test func followsAPasswordThroughAVariable() {
    let sql = "SET user_password = 'Abc123';\nCREATE USER ann PASSWORD = $user_password;"
    let findings = Rule.findLiteralPasswords(statements(sql, .snowflake))
    #expect(findings.map(\.message) == ["the password of `ann` is written out"])
    #expect(findings.map { SourceText(sql).text($0.place.span) } == ["'Abc123'"])
  }

  @Test(arguments: [
    "SET user_password = '<password>';\nCREATE USER ann PASSWORD = $user_password;",
    "SET other = 'Abc123';\nCREATE USER ann PASSWORD = $user_password;",
    "SET user_password = 'Abc123';\nCREATE USER ann;",
  ])
  func acceptsAVariableThatHoldsNone(_ sql: String) {
    #expect(Rule.findLiteralPasswords(statements(sql, .snowflake)).isEmpty)
  }

  @Test func speaksWhereInvalidPasswordMayNot() async {
    let page = """
      ---
      title: G
      kind: guide
      platform: redshift
      dialect: redshift
      ---

      ```sql
      CREATE USER ann PASSWORD 'Abc123';
      ```

      """
    let alone = await PageFindings(["page.md": page], settings: "rules: {invalid-password: off}")
    #expect(alone.messages("literal-password").count == 1)
    #expect(await PageFindings(["page.md": page]).messages("literal-password") == [])
  }
}
