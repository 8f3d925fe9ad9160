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
  ]
}
