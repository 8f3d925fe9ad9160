extension NearMiss {
  /// Sites for the rules on a script's names, order and dialect.
  static let scripts: [NearMiss] = [
    NearMiss(
      rule: "use-before-create", why: "replaced, dropped first, existing",
      page: sql(
        """
        GRANT USAGE ON SCHEMA sales TO ROLE a;
        CREATE OR REPLACE ROLE a;
        DROP ROLE b;
        GRANT USAGE ON SCHEMA sales TO ROLE b;
        CREATE ROLE b;
        GRANT USAGE ON SCHEMA sales TO ROLE c;
        CREATE ROLE c;
        """, "snowflake", keys: "existing: [schema sales, role c]\n")),
    NearMiss(
      rule: "use-before-create", why: "alternative options",
      page: sql(
        "GRANT USAGE ON SCHEMA sales TO ROLE a;\n```\n## B\n```sql\nCREATE ROLE a;", "redshift",
        keys: "options:\n  - {id: a, title: A}\n  - {id: b, title: B}\n"
      ).replacing("---\n```sql", with: "---\n## A\n```sql")),
    NearMiss(
      rule: "use-before-create", why: "a default role, a placeholder, a user of the same name",
      page: sql(
        """
        CREATE USER loader DEFAULT_ROLE = loading;
        CREATE ROLE loading;
        GRANT ROLE <role> TO USER loader;
        CREATE ROLE <role>;
        """, "snowflake")),
    NearMiss(
      rule: "missing-terminator", why: "statements that go on with another verb",
      page: sql(
        """
        ALTER DEFAULT PRIVILEGES IN SCHEMA sales
        GRANT SELECT ON TABLES TO ROLE a;
        CREATE SCHEMA s
        GRANT USAGE ON SCHEMA s TO loader;
        CREATE TABLE t AS
        SELECT 1;
        CREATE PROCEDURE p() AS $$
        GRANT USAGE ON SCHEMA s TO loader
        $$ LANGUAGE plpgsql;
        GRANT USAGE ON SCHEMA sales TO ROLE a
        """)),
    NearMiss(
      rule: "missing-terminator", why: "privileges that are verbs",
      page: sql(
        """
        GRANT OWNERSHIP ON SCHEMA sales TO ROLE a
        REVOKE CURRENT GRANTS;
        ALTER USER u
        SET DEFAULT_ROLE = a;
        GRANT USAGE,
        CREATE TABLE,
        CREATE VIEW
        ON SCHEMA sales TO ROLE a;
        """, "snowflake")),
    NearMiss(
      rule: "wrong-dialect", why: "Redshift",
      page: sql(
        """
        CREATE GROUP g;
        CREATE USER u IN GROUP g PASSWORD 'Summer2024';
        GRANT SELECT FOR TABLES IN SCHEMA sales TO ROLE a;
        GRANT ROLE a TO ROLE b;
        GRANT USAGE ON SCHEMA sales TO GROUP g;
        GRANT ALL ON SCHEMA "sales" TO u WITH GRANT OPTION;
        CREATE SCHEMA s AUTHORIZATION u;
        ALTER DEFAULT PRIVILEGES FOR USER u IN SCHEMA s GRANT SELECT ON TABLES TO GROUP g;
        """)),
    NearMiss(
      rule: "wrong-dialect", why: "PostgreSQL",
      page: sql(
        """
        CREATE ROLE app WITH LOGIN PASSWORD '<password>';
        GRANT reader TO app WITH ADMIN OPTION;
        GRANT SELECT ON ALL TABLES IN SCHEMA public TO GROUP app;
        CREATE SCHEMA AUTHORIZATION app;
        """, "postgres")),
    NearMiss(
      rule: "wrong-dialect", why: "Snowflake",
      page: sql(
        """
        USE ROLE SECURITYADMIN;
        CREATE USER u PASSWORD = '<password>' DEFAULT_ROLE = r;
        GRANT ROLE r TO USER u;
        GRANT SELECT ON FUTURE TABLES IN DATABASE d TO ROLE r;
        CREATE WAREHOUSE w;
        """, "snowflake")),
    NearMiss(
      rule: "wrong-dialect", why: "BigQuery",
      page: sql(
        "GRANT `roles/bigquery.dataViewer` ON SCHEMA `p.sales` TO \"group:a@example.com\";", "bigquery")),
    NearMiss(
      rule: "wrong-dialect", why: "Databricks",
      page: sql("USE CATALOG main;\nGRANT SELECT ON SCHEMA main.sales TO `data engineers`;", "databricks")),
    NearMiss(
      rule: "wrong-dialect", why: "a fence of another dialect",
      page: sql("SELECT 1;\n```\n```snowflake\nGRANT SELECT ON FUTURE TABLES IN SCHEMA s TO ROLE r;")),
    NearMiss(
      rule: "wrong-dialect", why: "no dialect declared",
      page: guide("```sql\nGRANT SELECT ON FUTURE TABLES IN SCHEMA s TO ROLE r;\n```\n")),
    NearMiss(
      rule: "invalid-password", why: "what Redshift takes, and what stands in",
      page: sql(
        """
        CREATE USER a PASSWORD 'Summer2024';
        CREATE USER b PASSWORD '<password>';
        CREATE USER c PASSWORD 'md5153c434b4b77c89e6b94f12c5393af5b';
        CREATE USER d PASSWORD DISABLE;
        """)),
    NearMiss(
      rule: "invalid-password", why: "platforms whose policy is a setting",
      page: sql("CREATE USER a PASSWORD 'summer';", "postgres")),
    NearMiss(
      rule: "literal-password", why: "a password that is refused",
      page: sql("CREATE USER a PASSWORD 'summer';")),
  ]
}
