import Markdown
import Testing

@testable import Rolebook

@Suite struct SQLStatementTests {
  @Test(arguments: [
    ("CREATE DATABASE shop;", "database shop"),
    ("create schema if not exists \"Sales\"", "schema sales"),
    ("CREATE SCHEMA sales AUTHORIZATION dana", "schema sales of dana"),
    ("CREATE TABLE shop.sales.orders (id int)", "table shop.sales.orders"),
    ("CREATE OR REPLACE VIEW sales.open AS SELECT 1", "table sales.open"),
    ("CREATE ROLE reporting", "role reporting"),
    ("CREATE GROUP readers WITH USER ann, bob", "group readers"),
    ("CREATE USER ann PASSWORD 'It''s'", "user ann with It's"),
    ("CREATE USER ann WITH PASSWORD = 'x' IN GROUP readers", "user ann with x"),
    ("CREATE USER ann IDENTIFIED BY 'x'", "user ann with x"),
    ("CREATE USER ann PASSWORD DISABLE", "user ann"),
    ("ALTER USER ann PASSWORD 'y' VALID UNTIL '2030-01-01'", "alter ann to y"),
    ("ALTER SCHEMA sales OWNER TO dana", "schema sales of dana"),
    ("ALTER TABLE sales.orders ADD COLUMN city text", "other"),
    ("ALTER GROUP readers ADD USER ann", "grant role readers to ann"),
    ("USE shop", "use shop"),
    ("SET search_path TO sales", "set search_path"),
    ("\\c shop", "use shop"),
  ])
  func readsWhatIsCreatedAndChanged(sql: String, summary: String) {
    #expect(statements(sql).map(\.summary) == [summary])
  }

  @Test(arguments: [
    ("GRANT SELECT ON sales.orders TO ann", "grant SELECT on table sales.orders to ann"),
    (
      "GRANT SELECT, INSERT ON TABLE a.b, c.d TO ROLE x, GROUP y WITH GRANT OPTION",
      "grant SELECT, INSERT on table a.b, table c.d to x, y"
    ),
    ("GRANT ALL PRIVILEGES ON SCHEMA sales TO ROLE x", "grant ALL on schema sales to x"),
    ("GRANT CREATE ON DATABASE shop TO x", "grant CREATE on database shop to x"),
    (
      "GRANT SELECT ON ALL TABLES IN SCHEMA a, b TO x",
      "grant SELECT on all tables in schema a, all tables in schema b to x"
    ),
    (
      "GRANT SELECT FOR TABLES IN SCHEMA a TO ROLE x",
      "grant SELECT on all tables in schema a and later ones to x"
    ),
    (
      "GRANT SELECT (email, city), UPDATE ON a.b TO x", "grant SELECT (email, city), UPDATE on table a.b to x"
    ),
    ("GRANT ROLE a, b TO ROLE c", "grant role a, b to c"),
    ("GRANT ROLE a TO ann WITH ADMIN OPTION", "grant role a to ann"),
    ("REVOKE ALL ON SCHEMA sales FROM PUBLIC CASCADE", "revoke ALL on schema sales from public"),
    ("REVOKE ROLE a FROM ann", "revoke role a from ann"),
    ("REVOKE GRANT OPTION FOR SELECT ON a.b FROM x", "other"),
    (
      "ALTER DEFAULT PRIVILEGES FOR USER ann, bob IN SCHEMA s, t GRANT SELECT ON TABLES TO ROLE x",
      "by default of ann, bob in s, t grant SELECT to x"
    ),
    ("ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM x", "by default revoke ALL from x"),
  ])
  func readsGrants(sql: String, summary: String) {
    #expect(statements(sql).map(\.summary) == [summary])
  }

  @Test(arguments: [
    (Dialect.postgres, "GRANT readers TO ann", "grant role readers to ann"),
    (.postgres, "CREATE ROLE ann LOGIN PASSWORD 'x' IN ROLE readers", "user ann with x"),
    (
      .snowflake, "GRANT SELECT ON FUTURE TABLES IN SCHEMA A.B TO ROLE X",
      "grant SELECT on future tables in schema a.b to x"
    ),
    (
      .snowflake, "GRANT CREATE TABLE ON SCHEMA A.B TO ROLE \"Loader\"",
      "grant CREATE TABLE on schema a.b to Loader"
    ),
    (.snowflake, "SELECT 1 // GRANT", "other"),
    (
      .databricks, "GRANT USE CATALOG ON CATALOG shop TO `Data Team`",
      "grant USE CATALOG on database shop to data team"
    ),
    (
      .bigquery,
      "GRANT `roles/bigquery.dataViewer`, `roles/bigquery.user` ON SCHEMA my-shop.Sales "
        + "TO \"serviceAccount:a@b.c\", 'user:d@e.f'",
      "grant roles/bigquery.dataViewer, roles/bigquery.user on dataset my-shop.Sales "
        + "to serviceAccount:a@b.c, user:d@e.f"
    ),
    (
      .bigquery, "REVOKE `roles/bigquery.admin` ON VIEW `p.d.v` FROM \"user:a@b.c\" # why",
      "revoke roles/bigquery.admin on view p.d.v from user:a@b.c"
    ),
    (.bigquery, "DECLARE today DATE", "set today"),
  ])
  func readsWhatItsDialectSays(dialect: Dialect, sql: String, summary: String) {
    #expect(statements(sql, dialect).map(\.summary) == [summary])
  }

  @Test(arguments: [
    ("GRANT SELECT ON TO x", "`TO` where a name should stand"),
    ("GRANT USAGE ON a b TO ROLE r", "`b` where `TO` should stand"),
    ("GRANT SELECT ON a.b TO x GRANT SELECT ON c.d TO y", "`GRANT` after its end"),
    ("GRANT analyst TO ROLE r", "`TO` where `ON` should stand"),
    ("GRANT SELECT ON a.b", "the end where `TO` should stand"),
    ("CREATE SCHEMA s GRANT SELECT ON t TO x", "a `GRANT` inside a `CREATE SCHEMA`"),
    ("DENY SELECT ON a.b TO x", "what `DENY` does is not known"),
    ("CALL grant_all('x')", "what `CALL` does is not known"),
    ("CREATE USER ann PASSWORD 'x", "a quote is not closed"),
    ("<your statement>", "`<your statement>` where a statement should begin"),
    ("DO $$ BEGIN CREATE ROLE x; END $$", "the code in a `DO` block is not followed"),
  ])
  func keepsWhatItDoesNotUnderstand(sql: String, reason: String) {
    #expect(statements(sql).map(\.summary) == ["unread: \(reason)"])
  }

  @Test func splitsAtSemicolonsOutsideStringsAndComments() {
    let sql = """
      -- first; the database
      CREATE DATABASE shop; /* ; */\r
      CREATE USER ann\r
        PASSWORD 'a;b' -- temporary
        IN GROUP readers;
      SELECT $$ ; $$;;
      GRANT ROLE x TO ann
      """
    let read = statements(sql)
    #expect(
      read.map(\.text) == [
        "CREATE DATABASE shop", "CREATE USER ann PASSWORD 'a;b' IN GROUP readers", "SELECT $$ ; $$",
        "GRANT ROLE x TO ann",
      ])
    #expect(read.map(\.end) == [.terminator, .terminator, .terminator, .block])
  }

  @Test func placesNamesAndPasswordsExactly() throws {
    let sql = "\nCREATE USER \"ann\"\n  PASSWORD 'Abc123';"
    let read = try #require(statements(sql).first)
    guard case .createUser(let name, let password?) = read.effect else {
      Issue.record("not a user: \(read.summary)")
      return
    }
    let source = SourceText(sql)
    #expect(source.text(name.place.span) == "\"ann\"")
    #expect(source.text(password.place.span) == "'Abc123'")
    #expect(source.text(read.place.span) == "CREATE USER \"ann\"\n  PASSWORD 'Abc123'")
  }

  @Test(arguments: [
    "<role>", "${role}", "$role", "{{ role }}", "YOUR_ROLE", "team_<env>_role", "your_role", "\"<role>\"",
    "IDENTIFIER($role)",
  ])
  func knowsPlaceholders(name: String) throws {
    let read = try #require(statements("CREATE ROLE \(name);").first)
    guard case .createRole(let role) = read.effect else {
      Issue.record("not a role: \(read.summary)")
      return
    }
    #expect(role.isPlaceholder)
  }

  @Test func takesComparisonsForWhatTheyAre() {
    let sql = "SELECT 1 WHERE a < b AND c > d; GRANT SELECT ON yours.orders TO ROLE x"
    #expect(statements(sql).map(\.summary) == ["other", "grant SELECT on table yours.orders to x"])
  }

  @Test func readsTheSQLOfTheSourceDocuments() {
    let redshift = """
      --Create new Segment database
      CREATE DATABASE segment_workspace;
      CREATE ROLE segment_profiles_sync_role;
      CREATE SCHEMA "profiles_sync";
      GRANT ALL ON SCHEMA profiles_sync TO ROLE segment_profiles_sync_role;\u{20}
      GRANT CREATE ON DATABASE segment_workspace TO ROLE segment_linked_role;
      GRANT USAGE ON SCHEMA "profiles_sync" TO ROLE segment_linked_role;
      GRANT SELECT ON ALL TABLES IN SCHEMA profiles_sync TO ROLE segment_linked_role;
      ALTER DEFAULT PRIVILEGES IN SCHEMA profiles_sync
      GRANT SELECT ON TABLES TO ROLE segment_linked_role;
      GRANT SELECT ON devices.user_devices TO ROLE segment_linked_role;
      CREATE USER segment_user PASSWORD 'Abc123';
      GRANT ROLE segment_profiles_sync_role TO segment_user; --Assign Profiles Sync Role to user
      """
    let bigQuery = """
      CREATE SCHEMA IF NOT EXISTS `__segment_reverse_etl`;
      GRANT `roles/bigquery.dataEditor` ON SCHEMA `__segment_reverse_etl`
      TO "serviceAccount:<YOUR SERVICE ACCOUNT EMAIL>"
      """
    let read = statements(redshift) + statements(bigQuery, .bigquery)
    #expect(read.count == 13)
    #expect(read.filter { $0.summary.hasPrefix("unread") }.isEmpty)
    #expect(
      read[12].summary == "grant roles/bigquery.dataEditor on dataset __segment_reverse_etl "
        + "to serviceAccount:<YOUR SERVICE ACCOUNT EMAIL>")
  }

  @Test(arguments: [
    ("GRANT SELECT ON a.b TO x", true), ("-- first\nselect 1 from t;", true),
    ("use shop; create table t ()", true),
    ("set -e\nupdate-grub", false), ("Grant the user access", false), ("{\"select\": 1}", false), ("", false),
    ("create a role for the user", false),
  ])
  func tellsSQLFromOtherCode(code: String, isSQL: Bool) {
    #expect(SQLStatement.looksLikeSQL(Array(code.utf8)) == isSQL)
  }
}
