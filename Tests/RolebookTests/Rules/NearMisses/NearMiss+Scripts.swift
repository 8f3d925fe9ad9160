extension NearMiss {
  /// Sites for the rules on a script's names, order and dialect.
  static let scripts: [NearMiss] =
    [
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
        rule: "unread-sql", why: "dots for what is left out",
        page: sql("CREATE ROLE a;\n...\nGRANT USAGE ON SCHEMA s TO ROLE a;\n…\n", "redshift")),
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
        rule: "undefined-object", why: "tables that nobody lists, one listed and used, one much like it",
        page: sql(
          "GRANT SELECT ON sales.orders TO dbadmin;\nGRANT SELECT ON sales.order TO dbadmin;\nGRANT SELECT ON crm.accounts TO dbadmin;",
          "postgres",
          keys: "dialect: postgres\nexisting: [schema sales, schema crm, role dbadmin, table sales.orders]\n")
      ),
      NearMiss(
        rule: "undefined-object", why: "a catalog and principals of Databricks",
        page: sql(
          "GRANT USE CATALOG ON CATALOG lake TO analysts;\nGRANT USE CATALOG ON CATALOG lake TO engineers;",
          "databricks", keys: "dialect: databricks\nexisting: [catalog lake, group analysts]\n")),
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
    ] + unlike

  /// Scripts as real setup guides write them.
  private static let setups = [
    sql(
      """
      set role_name = 'SYNC_ROLE';
      set user_name = 'SYNC_USER';
      set password = '<password>';
      set warehouse_name = 'SYNC_WAREHOUSE';
      set database_name = 'SYNC_DATABASE';
      set schema_name = 'SYNC_SCHEMA';
      use role securityadmin;
      create role if not exists identifier($role_name);
      grant role identifier($role_name) to role SYSADMIN;
      create user if not exists identifier($user_name)
      password = $password
      default_role = $role_name
      default_warehouse = $warehouse_name;
      grant role identifier($role_name) to user identifier($user_name);
      use role sysadmin;
      create warehouse if not exists identifier($warehouse_name) warehouse_size = xsmall;
      create database if not exists identifier($database_name);
      grant USAGE on warehouse identifier($warehouse_name) to role identifier($role_name);
      grant OWNERSHIP on database identifier($database_name) to role identifier($role_name);
      USE DATABASE identifier($database_name);
      CREATE SCHEMA IF NOT EXISTS identifier($schema_name);
      grant OWNERSHIP on schema identifier($schema_name) to role identifier($role_name);
      """, "snowflake"),
    sql(
      """
      USE ROLE ACCOUNTADMIN;
      CREATE WAREHOUSE SEGMENT_WAREHOUSE WITH WAREHOUSE_SIZE = 'XSMALL';
      CREATE DATABASE SEGMENT_EVENTS;
      CREATE ROLE SEGMENT;
      CREATE USER SEGMENT_USER PASSWORD = '<password>' DEFAULT_ROLE = SEGMENT;
      GRANT USAGE ON WAREHOUSE "SEGMENT_WAREHOUSE" TO ROLE "SEGMENT";
      GRANT CREATE SCHEMA ON DATABASE "SEGMENT_EVENTS" TO ROLE "SEGMENT";
      GRANT ROLE "SEGMENT" TO USER SEGMENT_USER;
      GRANT USAGE ON DATABASE analytics TO ROLE SEGMENT;
      GRANT SELECT ON FUTURE TABLES IN SCHEMA analytics.marts TO ROLE SEGMENT;
      """, "snowflake"),
    sql(
      """
      CREATE USER hightouch WITH PASSWORD '<password>';
      CREATE SCHEMA IF NOT EXISTS hightouch_planner;
      GRANT CREATE, USAGE ON SCHEMA hightouch_planner TO hightouch;
      GRANT USAGE ON SCHEMA public, marketing TO hightouch;
      GRANT SELECT ON ALL TABLES IN SCHEMA marketing TO hightouch;
      ALTER DEFAULT PRIVILEGES FOR USER dbt IN SCHEMA marketing GRANT SELECT ON TABLES TO hightouch;
      ALTER ROLE hightouch SET search_path TO marketing;
      """, "postgres"),
    sql(
      """
      CREATE GROUP readers;
      CREATE USER looker PASSWORD '<password>' IN GROUP readers;
      CREATE SCHEMA looker_scratch AUTHORIZATION looker;
      GRANT USAGE ON SCHEMA public TO GROUP readers;
      GRANT SELECT ON TABLE svv_table_info TO looker;
      GRANT ROLE sys:monitor TO looker;
      GRANT USAGE ON SCHEMA analytics TO PUBLIC;
      """),
    sql(
      """
      GRANT `roles/bigquery.dataViewer` ON SCHEMA `shop.sales` TO "serviceAccount:sync@shop.iam.gserviceaccount.com";
      CREATE SCHEMA sync;
      DECLARE name STRING;
      SET name = 'x';
      """, "bigquery"),
    sql(
      """
      CREATE SCHEMA main.sync;
      GRANT USE CATALOG ON CATALOG main TO `data-team`;
      GRANT USE SCHEMA, SELECT ON SCHEMA main.sales TO `ann@example.com`;
      """, "databricks"),
    sql(
      """
      \\set name reporting
      SELECT a::text, b[1:2] FROM t;
      CREATE ROLE :name;
      GRANT SELECT ON ALL TABLES IN SCHEMA :schema TO :"name";
      """, "postgres"),
    // Two databases with a schema of the same name, and alternatives that each bring their own.
    sql(
      """
      CREATE SCHEMA sales;
      ```
      ```sql database=a
      CREATE SCHEMA sales;
      GRANT USAGE ON SCHEMA sales TO ROLE reporting;
      ```
      ```sql database=b
      CREATE SCHEMA sales;
      GRANT USAGE ON SCHEMA sales TO ROLE reporting;
      ```
      ```sql
      GRANT USAGE ON SCHEMA sales TO ROLE reporting;
      """, keys: "existing: [role reporting, database a, database b]\n"),
  ]

  private static let unlike: [NearMiss] =
    [
      "use-before-create", "undefined-variable", "grantee-mismatch", "undefined-object", "wrong-database",
      "unused-object", "missing-terminator", "wrong-dialect",
    ].flatMap { rule in
      setups.enumerated().map {
        NearMiss(rule: rule, why: "a setup guide, the \($0.offset + 1). one", page: $0.element)
      }
    } + [
      NearMiss(
        rule: "grantee-mismatch", why: "names that differ in a digit or in a short word",
        page: sql(
          """
          CREATE ROLE reader_a;
          CREATE ROLE team1;
          GRANT USAGE ON SCHEMA sales TO ROLE reader_a;
          GRANT USAGE ON SCHEMA sales TO ROLE reader_b;
          GRANT USAGE ON SCHEMA sales TO ROLE team1;
          GRANT USAGE ON SCHEMA sales TO ROLE team2;
          """)),
      NearMiss(
        rule: "grantee-mismatch", why: "a user and a role of one name",
        page: sql("CREATE ROLE sync;\nCREATE USER sync;\nGRANT ROLE sync TO USER sync;", "snowflake")),
      NearMiss(
        rule: "grantee-mismatch", why: "another role that exists",
        page: sql(
          """
          CREATE ROLE reporting;
          GRANT USAGE ON SCHEMA sales TO ROLE reporting;
          GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE auditing;
          """, keys: "existing: [schema sales, role auditing]\n")),
      NearMiss(
        rule: "misleading-comment", why: "comments that are true, cautious, or of several statements",
        page: sql(
          """
          -- read and write access to sales
          GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE a;
          GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sales TO ROLE a;
          -- write access to the database, to create schemas in it
          GRANT CREATE ON DATABASE shop TO ROLE a;
          -- read access to the sales schema
          GRANT USAGE ON SCHEMA sales TO ROLE a;
          -- no write access: only what the schema needs
          GRANT ALL ON SCHEMA sales TO ROLE a;
          -- existing and future tables
          GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE a;
          -- ensure future tables also allow read access
          ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO ROLE a;
          -- the schema of the shop, where schema sales gets its rows from
          GRANT USAGE ON SCHEMA shop TO ROLE a;
          """)),
    ]
}
