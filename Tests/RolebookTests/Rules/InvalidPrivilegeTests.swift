import Testing

@testable import Rolebook

/// What each dialect's manual lists; a privilege that exists is never called invalid.
@Suite struct InvalidPrivilegeTests {
  @Test(arguments: [
    (Dialect.postgres, "TABLE t", "SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN"),
    (.postgres, "ALL TABLES IN SCHEMA s", "SELECT, MAINTAIN"),
    (.postgres, "SEQUENCE s.q", "USAGE, SELECT, UPDATE"),
    (.postgres, "DATABASE d", "CREATE, CONNECT, TEMPORARY, TEMP"),
    (.postgres, "SCHEMA s", "CREATE, USAGE"), (.postgres, "FUNCTION f()", "EXECUTE"),
    (.postgres, "LANGUAGE plpgsql", "USAGE"), (.postgres, "TYPE t", "USAGE"),
    (.postgres, "DOMAIN t", "USAGE"),
    (.postgres, "FOREIGN SERVER f", "USAGE"), (.postgres, "TABLESPACE t", "CREATE"),
    (.postgres, "LARGE OBJECT 1", "SELECT, UPDATE"),
    (.redshift, "TABLE t", "SELECT, INSERT, UPDATE, DELETE, DROP, REFERENCES, ALTER, TRUNCATE"),
    (.redshift, "DATABASE d", "CREATE, TEMPORARY, TEMP, USAGE, ALTER"),
    (.redshift, "SCHEMA s", "CREATE, USAGE, ALTER, DROP"), (.redshift, "FUNCTION f()", "EXECUTE"),
    (.redshift, "LANGUAGE plpythonu", "USAGE"), (.redshift, "DATASHARE d", "ALTER, SHARE"),
    (
      .snowflake, "TABLE d.s.t",
      "SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, EVOLVE SCHEMA, APPLYBUDGET, OWNERSHIP"
    ),
    (.snowflake, "DYNAMIC TABLE d.s.t", "SELECT, MONITOR, OPERATE"),
    (.snowflake, "VIEW d.s.v", "SELECT, REFERENCES"),
    (
      .snowflake, "DATABASE d",
      "USAGE, MODIFY, MONITOR, CREATE SCHEMA, CREATE DATABASE ROLE, REFERENCE_USAGE, APPLYBUDGET"
    ),
    (
      .snowflake, "SCHEMA d.s",
      "USAGE, MODIFY, MONITOR, ADD SEARCH OPTIMIZATION, CREATE TABLE, CREATE DYNAMIC TABLE, CREATE EVENT TABLE, "
        + "CREATE HYBRID TABLE, CREATE ICEBERG TABLE, CREATE STREAMLIT, CREATE NOTEBOOK, CREATE SECRET, "
        + "CREATE CORTEX SEARCH SERVICE, CREATE MODEL, CREATE TAG"
    ),
    (.snowflake, "WAREHOUSE w", "USAGE, OPERATE, MONITOR, MODIFY, APPLYBUDGET"),
    (.snowflake, "STAGE d.s.g", "USAGE, READ, WRITE"), (.snowflake, "TASK d.s.t", "MONITOR, OPERATE"),
    (.snowflake, "PIPE d.s.p", "MONITOR, OPERATE"), (.snowflake, "STREAM d.s.t", "SELECT"),
    (.snowflake, "FILE FORMAT d.s.f", "USAGE"), (.snowflake, "SEQUENCE d.s.q", "USAGE"),
    (
      .databricks, "CATALOG c",
      "USE CATALOG, USE SCHEMA, CREATE SCHEMA, CREATE TABLE, CREATE VOLUME, SELECT, MODIFY, EXECUTE, BROWSE, "
        + "MANAGE, APPLY TAG, READ VOLUME, WRITE VOLUME, EXTERNAL USE SCHEMA"
    ),
    (
      .databricks, "SCHEMA c.s",
      "USE SCHEMA, CREATE TABLE, CREATE FUNCTION, CREATE MODEL, CREATE MATERIALIZED VIEW, REFRESH, MANAGE"
    ),
    (.databricks, "TABLE c.s.t", "SELECT, MODIFY, APPLY TAG, MANAGE"),
    (.databricks, "VOLUME c.s.v", "READ VOLUME, WRITE VOLUME, APPLY TAG, MANAGE"),
    (.databricks, "FUNCTION c.s.m", "EXECUTE, CREATE MODEL VERSION, APPLY TAG, MANAGE"),
  ])
  func acceptsWhatTheManualLists(dialect: Dialect, object: String, privileges: String) {
    for privilege in privileges.split(separator: ",") {
      let grantee = dialect == .snowflake ? "ROLE r" : "r"
      let sql = "GRANT \(privilege.drop { $0 == " " }) ON \(object) TO \(grantee);"
      #expect(Rule.findInvalidPrivileges(statements(sql, dialect), dialect).isEmpty, "\(sql)")
    }
  }
}
