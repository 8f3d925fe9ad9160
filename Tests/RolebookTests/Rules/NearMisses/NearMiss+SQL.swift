extension NearMiss {
  static let sql: [NearMiss] = [
    NearMiss(
      rule: "unproved-access", why: "names in another case",
      page: script(["`Reporting` | read | schema `Sales`"], grants)),
    NearMiss(
      rule: "unproved-access", why: "an owner",
      page: script(["`loader` | read | schema `own`"], "CREATE SCHEMA own AUTHORIZATION loader;")),
    NearMiss(
      rule: "refuted-access", why: "create on the schema",
      page: script(
        ["`reporting` | create | schema `sales`"],
        "CREATE ROLE reporting;\nGRANT ALL ON SCHEMA sales TO ROLE reporting;")),
    NearMiss(
      rule: "refuted-access", why: "a right taken from another",
      page: script(
        ["`reporting` | read | schema `sales`"],
        grants + "\nREVOKE SELECT ON ALL TABLES IN SCHEMA sales FROM loader;")),
    NearMiss(
      rule: "undocumented-grant", why: "the usage that reading needs",
      page: script(["`reporting` | read | schema `sales`"], grants)),
    NearMiss(
      rule: "undocumented-grant", why: "a page without an access table",
      page:
        "---\ntitle: S\nkind: guide\nplatform: redshift\n---\n```sql\nGRANT ALL ON SCHEMA sales TO loader;\n```\n"
    ),
    NearMiss(
      rule: "uncovered-creator", why: "every creator covered",
      page: script(
        ["`loader` | create | schema `sales`", "`reporting` | read, future tables too | schema `sales`"],
        "GRANT USAGE, CREATE ON SCHEMA sales TO loader;\n" + grants
          + "\nALTER DEFAULT PRIVILEGES FOR USER loader, dbadmin IN SCHEMA sales GRANT SELECT ON TABLES TO ROLE reporting;"
      )),
    NearMiss(
      rule: "literal-password", why: "placeholders, masks and hashes",
      page: script(
        ["`u` | use | schema `sales`"],
        "CREATE USER u PASSWORD '<password>';\nCREATE USER v PASSWORD 'md5153c434b4b77c89e6b94f12c5393af5b';\nCREATE USER w PASSWORD DISABLE;\nCREATE USER x PASSWORD '********';\nCREATE USER y PASSWORD '${password}';"
      )),
    NearMiss(
      rule: "unread-sql", why: "statements that give nobody access",
      page: script(
        ["`reporting` | read | schema `sales`"],
        grants
          + "\nSELECT 1;\nCREATE INDEX i ON sales.orders (id);\nBEGIN;\nINSERT INTO sales.t VALUES (1);\nCOMMIT;"
      )),
    NearMiss(
      rule: "unread-sql", why: "access that we do not follow",
      page: setup(
        "snowflake",
        "GRANT USAGE ON WAREHOUSE w TO ROLE r;\nGRANT CREATE INTEGRATION ON ACCOUNT TO ROLE r;\nGRANT USAGE ON FILE FORMAT d.s.f TO ROLE r;"
      )),
    NearMiss(
      rule: "invalid-privilege", why: "every privilege of its kind",
      page: setup(
        "postgres",
        "GRANT USAGE, CREATE ON SCHEMA s TO r;\nGRANT CONNECT, TEMP ON DATABASE d TO r;\nGRANT SELECT (a), TRIGGER ON s.t TO r;\nGRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA s TO r;\nGRANT EXECUTE ON FUNCTION f() TO r;\nGRANT USAGE ON s.ids TO r;"
      )),
    NearMiss(
      rule: "invalid-privilege", why: "the privileges of Snowflake",
      page: setup(
        "snowflake",
        "GRANT USAGE, MONITOR, MODIFY ON DATABASE d TO ROLE r;\nGRANT CREATE DYNAMIC TABLE, CREATE CORTEX SEARCH SERVICE ON SCHEMA d.s TO ROLE r;\nGRANT OPERATE ON DYNAMIC TABLE d.s.t TO ROLE r;\nGRANT OWNERSHIP ON VIEW d.s.v TO ROLE r;\nGRANT EXECUTE TASK ON ACCOUNT TO ROLE r;"
      )),
    NearMiss(
      rule: "invalid-privilege", why: "privileges that Databricks inherits, and its old ones",
      page: setup(
        "databricks",
        "GRANT SELECT, MODIFY, USE SCHEMA ON CATALOG c TO `g`;\nGRANT SELECT, EXECUTE ON SCHEMA c.s TO `g`;\nGRANT USAGE, CREATE ON SCHEMA s TO `g`;\nGRANT READ FILES ON EXTERNAL LOCATION l TO `g`;"
      )),
    NearMiss(
      rule: "unreachable-object", why: "a role that is made elsewhere",
      page: setup("redshift", "GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE reporting;")),
    NearMiss(
      rule: "unreachable-object",
      why: "the use of the schema through another role, from all, and by ownership",
      page: setup(
        "redshift",
        "CREATE ROLE a;\nCREATE ROLE b;\nGRANT USAGE ON SCHEMA s TO ROLE a;\nGRANT SELECT ON s.t TO ROLE b;\nGRANT ROLE a TO ROLE b;\nGRANT USAGE ON SCHEMA o TO PUBLIC;\nGRANT SELECT ON o.t TO ROLE b;\nCREATE SCHEMA own AUTHORIZATION ann;\nGRANT SELECT ON own.t TO ann;\nGRANT SELECT ON public.t TO ROLE b;"
      )),
    NearMiss(
      rule: "unreachable-object", why: "members that have the other half",
      page: setup(
        "snowflake",
        "CREATE ROLE reads;\nCREATE ROLE uses;\nCREATE ROLE analyst;\nGRANT SELECT ON ALL TABLES IN SCHEMA d.s TO ROLE reads;\nGRANT USAGE ON DATABASE d TO ROLE uses;\nGRANT USAGE ON SCHEMA d.s TO ROLE uses;\nGRANT ROLE reads TO ROLE analyst;\nGRANT ROLE uses TO ROLE analyst;"
      )),
    NearMiss(
      rule: "unreachable-object", why: "a statement that is not read",
      page: setup("redshift", "CREATE ROLE r;\nGRANT SELECT ON s.t TO ROLE r;\nCALL open_schema('s');")),
    NearMiss(
      rule: "unreachable-object", why: "functions in the schema",
      page: setup(
        "postgres", "CREATE ROLE r;\nGRANT USAGE ON SCHEMA api TO r;\nGRANT EXECUTE ON FUNCTION api.f() TO r;"
      )),
    NearMiss(
      rule: "shadowed-future-grant", why: "the same on both levels, and other types",
      page: setup(
        "snowflake",
        "GRANT SELECT ON FUTURE TABLES IN DATABASE d TO ROLE r;\nGRANT SELECT ON FUTURE TABLES IN SCHEMA d.s TO ROLE r;\nGRANT SELECT ON FUTURE VIEWS IN SCHEMA d.t TO ROLE q;\nGRANT SELECT ON FUTURE TABLES IN SCHEMA e.s TO ROLE q;"
      )),
    NearMiss(
      rule: "revoked-access", why: "a part taken out, and a fresh start",
      page: setup(
        "redshift",
        "CREATE ROLE r;\nGRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE r;\nREVOKE SELECT ON s.secret FROM ROLE r;\nGRANT ALL ON s.t TO ROLE r;\nREVOKE DELETE ON s.t FROM ROLE r;\nREVOKE ALL ON SCHEMA s FROM ROLE r;\nGRANT USAGE ON SCHEMA s TO ROLE r;\nREVOKE ALL ON SCHEMA public FROM PUBLIC;"
      )),
    NearMiss(
      rule: "revoked-access", why: "a page that shows how to undo it",
      page: setup("redshift", "CREATE ROLE r;\nGRANT SELECT ON s.t TO ROLE r;")
        + "\n## Remove the role\n\n```sql\nREVOKE SELECT ON s.t FROM ROLE r;\nDROP ROLE r;\n```\n"),
    NearMiss(
      rule: "public-grant", why: "what is open to all anyway",
      page: setup(
        "postgres",
        "GRANT USAGE ON SCHEMA public TO PUBLIC;\nGRANT CONNECT ON DATABASE d TO PUBLIC;\nGRANT EXECUTE ON FUNCTION f() TO PUBLIC;\nREVOKE ALL ON SCHEMA public FROM PUBLIC;"
      )),
    NearMiss(
      rule: "public-grant", why: "a row for everybody",
      page: script(["`public` | use | schema `sales`"], "GRANT USAGE ON SCHEMA sales TO PUBLIC;")),
    NearMiss(
      rule: "vacuous-grant", why: "a schema with a table",
      page: setup(
        "redshift",
        "CREATE SCHEMA s;\nCREATE TABLE s.t (a int);\nGRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE r;")),
    NearMiss(
      rule: "vacuous-grant", why: "a schema that may have been there",
      page: setup(
        "redshift",
        "CREATE SCHEMA IF NOT EXISTS s;\nCREATE EXTERNAL SCHEMA lake FROM DATA CATALOG DATABASE 'l' IAM_ROLE default;\nGRANT SELECT ON ALL TABLES IN SCHEMA s, lake TO ROLE r;"
      )),
    NearMiss(
      rule: "vacuous-grant", why: "a user who may have filled it in between",
      page: setup("redshift", "CREATE SCHEMA s;\nGRANT CREATE ON SCHEMA s TO loader;")
        + "\nLoad the data.\n\n```sql\nGRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE r;\n```\n"),
  ]
}
