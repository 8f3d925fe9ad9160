// A role that holds certain permissions and nothing else, as tools take it: the same texts as `who-can --as`.
(() => {
  "use strict";

  rolebook.customRole = {
    gcloud: (names) =>
      `gcloud iam roles create customRole --project=PROJECT_ID \\\n  --title="Custom Role" --stage=GA \\\n  --permissions=${names.join(",")}\n`,
    yaml: (names) => `title: Custom Role\nstage: GA\nincludedPermissions:\n${names.map((name) => `- ${name}\n`).join("")}`,
    terraform: (names) =>
      `resource "google_project_iam_custom_role" "custom_role" {\n  role_id = "customRole"\n  title   = "Custom Role"\n`
      + `  permissions = [\n${names.map((name) => `    "${name}",\n`).join("")}  ]\n}\n`,
    sql: (names) =>
      `CREATE ROLE custom_role;\n${names.map((name) => `GRANT ${name} ON <object> TO ROLE custom_role;\n`).join("")}`,
  };
})();
