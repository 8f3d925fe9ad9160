import Markdown
import Testing

@testable import Rolebook

/// What setup guides write, dialect by dialect: a statement, and what it does in words.
@Suite struct SQLDialectTests {
  @Test(arguments: [
    ("GRANT USAGE ON WAREHOUSE W TO ROLE R", "grant USAGE on warehouse w to r"),
    (
      "GRANT USAGE, MONITOR ON DATABASE SHOP TO ROLE R", "grant USAGE, MONITOR on database shop to r"
    ),
    ("GRANT USAGE ON ALL SCHEMAS IN DATABASE d TO ROLE r", "grant USAGE on all schemas in database d to r"),
    (
      "GRANT USAGE ON FUTURE SCHEMAS IN DATABASE d TO ROLE r",
      "grant USAGE on future schemas in database d to r"
    ),
    (
      "GRANT SELECT ON FUTURE TABLES IN DATABASE d TO ROLE r",
      "grant SELECT on future tables in database d to r"
    ),
    (
      "grant select on future views in schema d.s to role r",
      "grant SELECT on future views in schema d.s to r"
    ),
    ("GRANT SELECT ON ALL VIEWS IN SCHEMA d.s TO r", "grant SELECT on all views in schema d.s to r"),
    (
      "GRANT USAGE ON ALL FUNCTIONS IN SCHEMA d.s TO ROLE r",
      "grant USAGE on all functions in schema d.s to r"
    ),
    (
      "GRANT READ, WRITE ON FUTURE STAGES IN SCHEMA d.s TO ROLE r",
      "grant READ, WRITE on future stages in schema d.s to r"
    ),
    (
      "GRANT CREATE DATABASE, MANAGE GRANTS ON ACCOUNT TO ROLE r WITH GRANT OPTION",
      "grant CREATE DATABASE, MANAGE GRANTS on account to r"
    ),
    ("GRANT USAGE ON INTEGRATION s3 TO ROLE r", "grant USAGE on integration s3 to r"),
    ("GRANT READ ON STAGE d.s.landing TO ROLE r", "grant READ on stage d.s.landing to r"),
    ("GRANT USAGE ON FILE FORMAT d.s.csv TO ROLE r", "grant USAGE on file format d.s.csv to r"),
    (
      "GRANT USAGE ON FUNCTION d.s.f(NUMBER, VARCHAR) TO ROLE r", "grant USAGE on function d.s.f to r"
    ),
    ("GRANT SELECT ON MATERIALIZED VIEW d.s.v TO ROLE r", "grant SELECT on view d.s.v to r"),
    (
      "GRANT OWNERSHIP ON SCHEMA d.s TO ROLE r COPY CURRENT GRANTS", "grant OWNERSHIP on schema d.s to r"
    ),
    (
      "GRANT OWNERSHIP ON ALL TABLES IN SCHEMA d.s TO ROLE r REVOKE CURRENT GRANTS",
      "grant OWNERSHIP on all tables in schema d.s to r"
    ),
    ("GRANT IMPORTED PRIVILEGES ON DATABASE d TO ROLE r", "grant IMPORTED PRIVILEGES on database d to r"),
    ("GRANT ROLE a TO USER ann", "grant role a to ann"),
    ("GRANT ROLE a TO ROLE SYSADMIN", "grant role a to sysadmin"),
    ("GRANT DATABASE ROLE d.a TO ROLE b", "grant role d.a to b"),
    ("GRANT USAGE ON SCHEMA d.s TO DATABASE ROLE d.a", "grant USAGE on schema d.s to d.a"),
    ("CREATE DATABASE ROLE IF NOT EXISTS d.a", "role d.a"),
    ("GRANT SELECT ON VIEW d.s.v TO SHARE partners", "grant SELECT on view d.s.v to partners"),
    (
      "GRANT USAGE ON DATABASE IDENTIFIER($db) TO ROLE IDENTIFIER($role_name)",
      "grant USAGE on database $db to $role_name"
    ),
    ("GRANT ROLE IDENTIFIER('Loader') TO USER identifier(:user)", "grant role loader to :user"),
    ("GRANT USAGE ON SCHEMA &{db}.&schema TO ROLE r", "grant USAGE on schema &{db}.&schema to r"),
    ("USE ROLE SECURITYADMIN", "as securityadmin"),
    ("USE WAREHOUSE w", "other"),
    ("SET role_name = 'LOADER'", "set role_name"),
    ("SET (a, b) = ('x', 'y')", "other"),
    ("CREATE WAREHOUSE IF NOT EXISTS w WAREHOUSE_SIZE = xsmall", "other"),
    (
      "CREATE USER ann PASSWORD = 'x' DEFAULT_ROLE = r DEFAULT_WAREHOUSE = 'w'", "user ann with x"
    ),
    ("CREATE OR REPLACE TRANSIENT SCHEMA d.s WITH MANAGED ACCESS", "schema d.s"),
    ("CREATE STORAGE INTEGRATION s3 TYPE = EXTERNAL_STAGE", "other"),
    ("BEGIN LET x := 1; GRANT ROLE a TO USER b; END", "unread: the code in a `BEGIN` block is not followed"),
    ("BEGIN SELECT 1; SELECT CASE WHEN 1 THEN 2 END; END", "other"),
    ("EXECUTE IMMEDIATE 'GRANT'", "unread: what `EXECUTE` does is not known"),
    ("REVOKE USAGE ON WAREHOUSE w FROM ROLE r RESTRICT", "revoke USAGE on warehouse w from r"),
    ("DROP ROLE IF EXISTS r", "drop role r"),
  ])
  func readsSnowflake(sql: String, summary: String) { expect(sql, .snowflake, summary) }

  @Test(arguments: [
    ("GRANT SELECT ON ALL TABLES IN SCHEMA s TO GROUP g", "grant SELECT on all tables in schema s to g"),
    ("GRANT USAGE ON SCHEMA s TO ROLE r, GROUP g, ann", "grant USAGE on schema s to r, g, ann"),
    ("GRANT TEMP ON DATABASE d TO ann", "grant TEMPORARY on database d to ann"),
    (
      "GRANT USAGE FOR SCHEMAS IN DATABASE d TO ROLE r",
      "grant USAGE on all schemas in database d and later ones to r"
    ),
    (
      "GRANT SELECT FOR TABLES IN SCHEMA s DATABASE d TO ROLE r",
      "grant SELECT on all tables in schema s and later ones to r"
    ),
    (
      "GRANT CREATE USER, ACCESS SYSTEM TABLE TO ROLE r",
      "grant CREATE USER, ACCESS SYSTEM TABLE on system to r"
    ),
    ("GRANT ROLE sys:monitor TO ann", "grant role sys:monitor to ann"),
    ("GRANT EXECUTE ON FUNCTION f(int, text) TO ann", "grant EXECUTE on function f to ann"),
    ("GRANT EXECUTE ON PROCEDURE s.p() TO ROLE r", "grant EXECUTE on procedure s.p to r"),
    ("GRANT USAGE ON LANGUAGE plpythonu TO GROUP g", "grant USAGE on language plpythonu to g"),
    (
      "GRANT ASSUMEROLE ON 'arn:aws:iam::1:role/Load' TO ann FOR COPY",
      "grant ASSUMEROLE on IAM role arn:aws:iam::1:role/Load to ann"
    ),
    ("GRANT USAGE ON DATASHARE d TO NAMESPACE 'abc'", "grant USAGE on datashare d to abc"),
    ("GRANT ALTER, SHARE ON DATASHARE d TO ann", "grant ALTER, SHARE on datashare d to ann"),
    ("GRANT SELECT (a, b) ON s.t TO ROLE r", "grant SELECT (a, b) on table s.t to r"),
    ("GRANT SELECT ON stage TO ann", "grant SELECT on table stage to ann"),
    ("GRANT analyst TO ann", "unread: `TO` where `ON` should stand"),
    (
      "ALTER DEFAULT PRIVILEGES FOR USER u IN SCHEMA s GRANT EXECUTE ON FUNCTIONS TO GROUP g",
      "by default of u in s grant EXECUTE on each function to g"
    ),
    ("CREATE EXTERNAL SCHEMA lake FROM DATA CATALOG DATABASE 'x' IAM_ROLE default", "schema lake"),
    ("CREATE DATABASE shop WITH OWNER = dana", "database shop"),
    ("CREATE USER ann PASSWORD 'x' CREATEUSER IN GROUP a, b", "user ann with x"),
    ("GRANT SELECT ON [your_table] TO ROLE r", "grant SELECT on table your_table to r"),
  ])
  func readsRedshift(sql: String, summary: String) { expect(sql, .redshift, summary) }

  @Test(arguments: [
    ("GRANT a, b TO c, d", "grant role a, b to c, d"),
    ("GRANT a TO b WITH INHERIT FALSE, SET TRUE GRANTED BY c", "grant role a to b without its rights"),
    ("GRANT a TO b WITH ADMIN OPTION", "grant role a to b"),
    ("REVOKE INHERIT OPTION FOR a FROM b", "other"),
    ("REVOKE a FROM b CASCADE", "revoke role a from b"),
    ("GRANT CONNECT, TEMP ON DATABASE d TO a", "grant CONNECT, TEMPORARY on database d to a"),
    (
      "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA s, t TO a",
      "grant USAGE, SELECT on all sequences in schema s, all sequences in schema t to a"
    ),
    ("GRANT USAGE ON SEQUENCE s.ids TO a", "grant USAGE on sequence s.ids to a"),
    ("GRANT USAGE ON FOREIGN SERVER f TO a", "grant USAGE on foreign server f to a"),
    ("GRANT SELECT ON LARGE OBJECT 42 TO a", "grant SELECT on large object 42 to a"),
    (
      "GRANT SET, ALTER SYSTEM ON PARAMETER work_mem TO a",
      "grant SET, ALTER SYSTEM on parameter work_mem to a"
    ),
    (
      "ALTER DEFAULT PRIVILEGES FOR ROLE a GRANT USAGE ON SCHEMAS TO b",
      "by default of a grant USAGE on each schema to b"
    ),
    (
      "ALTER DEFAULT PRIVILEGES IN SCHEMA s REVOKE GRANT OPTION FOR SELECT ON TABLES FROM b CASCADE",
      "unread: `CASCADE` after its end"
    ),
    ("CREATE ROLE a NOINHERIT LOGIN PASSWORD 'x' IN ROLE b ROLE c", "user a with x"),
    ("CREATE USER MAPPING FOR a SERVER f", "other"),
    ("CREATE FOREIGN TABLE s.t (a int) SERVER f", "table s.t"),
    ("ALTER TABLE IF EXISTS ONLY s.t OWNER TO a", "table s.t of a"),
    ("ALTER ROLE ALL SET work_mem = '1MB'", "other"),
    ("ALTER DATABASE d OWNER TO a", "database d of a"),
    ("ALTER SYSTEM SET wal_level = logical", "other"),
    ("DROP SCHEMA IF EXISTS s, t CASCADE", "drop schema s, schema t"),
    ("DROP OWNED BY a", "other"),
    ("SET ROLE a", "as a"),
    ("RESET ROLE", "as oneself"),
    ("SET SESSION AUTHORIZATION 'ann'", "as ann"),
    ("GRANT SELECT ON TABLE :\"schema\".t TO :role", "grant SELECT on table :\"schema\".t to :role"),
    (
      "GRANT SELECT ON {{ source('a', 'b') }} TO {{ target.user }}",
      "grant SELECT on table {{ source('a', 'b') }} to {{ target.user }}"
    ),
    ("CREATE USER a PASSWORD E'it\\'s; x'", "user a with it's; x"),
    ("/* a /* nested */ one; */ CREATE ROLE a", "role a"),
    ("DO $do$ BEGIN PERFORM 1; END $do$", "other"),
    ("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END", "other"),
  ])
  func readsPostgres(sql: String, summary: String) { expect(sql, .postgres, summary) }

  @Test(arguments: [
    ("GRANT SELECT ON TABLE c.s.t TO `finance team`", "grant SELECT on table c.s.t to finance team"),
    (
      "GRANT USE SCHEMA, SELECT ON SCHEMA c.s TO `a@b.com`",
      "grant USE SCHEMA, SELECT on schema c.s to a@b.com"
    ),
    ("GRANT USAGE ON DATABASE s TO g", "grant USAGE on schema s to g"),
    ("GRANT ALL PRIVILEGES ON CATALOG c TO g", "grant ALL on database c to g"),
    ("GRANT CREATE CATALOG ON METASTORE TO g", "grant CREATE CATALOG on metastore to g"),
    (
      "GRANT READ FILES ON EXTERNAL LOCATION landing TO g",
      "grant READ FILES on external location landing to g"
    ),
    ("GRANT READ VOLUME ON VOLUME c.s.v TO g", "grant READ VOLUME on volume c.s.v to g"),
    ("GRANT SELECT ON ANY FILE TO g", "grant SELECT on any file to g"),
    ("GRANT EXECUTE ON FUNCTION c.s.f TO g", "grant EXECUTE on function c.s.f to g"),
    ("USE CATALOG c", "use c"),
    ("USE SCHEMA s", "other"),
    ("USE s", "other"),
    ("CREATE DATABASE s", "schema s"),
    ("CREATE CATALOG IF NOT EXISTS c", "database c"),
    ("CREATE EXTERNAL LOCATION landing URL 's3://x'", "other"),
    ("ALTER SCHEMA c.s SET OWNER TO `data team`", "schema c.s of data team"),
    ("OPTIMIZE c.s.t", "other"),
  ])
  func readsDatabricks(sql: String, summary: String) { expect(sql, .databricks, summary) }

  @Test(arguments: [
    (
      "GRANT `roles/x`, `roles/y` ON TABLE a.b.c TO 'user:a@b.c', \"group:d@e.f\"",
      "grant roles/x, roles/y on table a.b.c to user:a@b.c, group:d@e.f"
    ),
    (
      "GRANT `<role>` ON PROJECT `my-project` TO \"allUsers\"",
      "grant <role> on project my-project to allUsers"
    ),
    (
      "GRANT `projects/p/roles/x` ON EXTERNAL TABLE d.t TO 'user:a@b.c'",
      "grant projects/p/roles/x on table d.t to user:a@b.c"
    ),
    ("CREATE SCHEMA IF NOT EXISTS my-project.sales OPTIONS (location = 'EU')", "schema my-project.sales"),
    ("SELECT '''a; b''', \"\"\"c; \"d\";\"\"\"", "other"),
    (
      "CREATE ROW ACCESS POLICY p ON d.t GRANT TO ('user:a@b.c') FILTER USING (true)", "other"
    ),
    ("CREATE PROCEDURE d.p() BEGIN DECLARE x INT64; SET x = 1; END", "other"),
    ("ALTER SCHEMA d SET OPTIONS (description = 'x')", "other"),
  ])
  func readsBigQuery(sql: String, summary: String) { expect(sql, .bigquery, summary) }

  @Test func placesTheWordThatIsNotUnderstood() throws {
    let sql = "GRANT SELECT ON a.b TO x; GRANT SELECT ON a b TO y"
    guard case .unread(let reason)? = statements(sql).last?.effect else {
      Issue.record("read")
      return
    }
    #expect(SourceText(sql).text(reason.place.span) == "b")
  }

  @Test func knowsTransactionsFromBlocks() {
    let sql = "BEGIN; GRANT ROLE a TO b; COMMIT; BEGIN TRANSACTION; GRANT ROLE c TO d; END"
    #expect(
      statements(sql).map(\.summary) == [
        "other", "grant role a to b", "other", "other", "grant role c to d", "other",
      ])
  }

  @Test func readsTheLinesBetweenTheTagsOfATemplate() {
    let sql = "{% for s in schemas %}\nGRANT USAGE ON SCHEMA {{ s }} TO ROLE r;\n{% endfor %}"
    #expect(statements(sql).map(\.summary) == ["grant USAGE on schema {{ s }} to r"])
  }

  /// Neither slow nor fatal, whatever stands there.
  @Test(arguments: [
    String(repeating: "{", count: 20_000), String(repeating: "{{ ", count: 20_000),
    String(repeating: "<a", count: 20_000), String(repeating: "[a ", count: 20_000),
    String(repeating: "$a", count: 20_000), String(repeating: "/*", count: 20_000),
    String(repeating: "BEGIN x; ", count: 20_000), String(repeating: "(", count: 20_000),
    String(repeating: "GRANT SELECT ON a.b TO c;\r\n", count: 10_000), "GRANT SELECT ON \0 TO x", "\"", "'",
    "`", "$$", "E'", "'''", "\"\"\"", ":", "&", ":'", "&{", "{%", "{#", "GRANT", "GRANT SELECT ON", "BEGIN",
    "CREATE", "ALTER", "DROP", "CREATE OR REPLACE", "GRANT ALL ON ALL", "GRANT x FOR", "SET", "USE", "\\c",
    "ALTER DEFAULT PRIVILEGES", "GRANT a TO b WITH", String(repeating: "[", count: 20_000),
    String(repeating: "GRANT a (", count: 20_000), String(repeating: "a.", count: 20_000),
    String(repeating: "CASE ", count: 20_000), String(repeating: ",", count: 20_000),
  ])
  func survives(sql: String) {
    for dialect in Dialect.allCases {
      let clock = ContinuousClock()
      let time = clock.measure { _ = statements(sql, dialect) }
      #expect(time < .seconds(10), "\(sql.prefix(20)) in \(dialect)")
    }
  }

  private func expect(_ sql: String, _ dialect: Dialect, _ summary: String) {
    #expect(statements(sql, dialect).map(\.summary) == [summary])
  }
}
