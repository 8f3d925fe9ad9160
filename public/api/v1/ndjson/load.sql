-- Loads the feed into DuckDB. Run it in the folder of index.json:
-- duckdb catalog.duckdb < ndjson/load.sql

CREATE OR REPLACE TABLE permissions (
  "platform" VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  "service" VARCHAR NOT NULL,
  "resource" VARCHAR,
  "verb" VARCHAR,
  "stage" VARCHAR NOT NULL,
  "description" VARCHAR,
  "url" VARCHAR NOT NULL,
  "place" VARCHAR,
  PRIMARY KEY ("platform", "name")
);
COMMENT ON TABLE permissions IS 'Every permission that a page declares or a role names.';
COMMENT ON COLUMN permissions."platform" IS 'The system that the permission belongs to.';
COMMENT ON COLUMN permissions."name" IS 'The permission: bigquery.tables.getData.';
COMMENT ON COLUMN permissions."service" IS 'The text before the first dot.';
COMMENT ON COLUMN permissions."resource" IS 'What lies between service and verb.';
COMMENT ON COLUMN permissions."verb" IS 'The last part of the name.';
COMMENT ON COLUMN permissions."stage" IS 'ga, beta, alpha, deprecated or reserved.';
COMMENT ON COLUMN permissions."description" IS 'What it allows.';
COMMENT ON COLUMN permissions."url" IS 'Its page.';
COMMENT ON COLUMN permissions."place" IS 'Where it is declared, else where a role names it: a key of places.json.';
COPY permissions FROM 'ndjson/permissions.ndjson' (FORMAT json);

CREATE OR REPLACE TABLE roles (
  "platform" VARCHAR NOT NULL,
  "id" VARCHAR NOT NULL,
  "title" VARCHAR,
  "kind" VARCHAR,
  "stage" VARCHAR NOT NULL,
  "description" VARCHAR,
  "lowest_resource" VARCHAR,
  "permission_count" BIGINT NOT NULL,
  "url" VARCHAR NOT NULL,
  "place" VARCHAR NOT NULL,
  PRIMARY KEY ("platform", "id")
);
COMMENT ON TABLE roles IS 'Every role.';
COMMENT ON COLUMN roles."platform" IS 'The system that the role belongs to.';
COMMENT ON COLUMN roles."id" IS 'The role: roles/bigquery.user.';
COMMENT ON COLUMN roles."title" IS 'Its name for people.';
COMMENT ON COLUMN roles."kind" IS 'basic, predefined, custom or database role.';
COMMENT ON COLUMN roles."stage" IS 'ga, beta, alpha, deprecated or reserved.';
COMMENT ON COLUMN roles."description" IS 'What it is for.';
COMMENT ON COLUMN roles."lowest_resource" IS 'The narrowest thing it can be granted on.';
COMMENT ON COLUMN roles."permission_count" IS 'How many permissions it holds.';
COMMENT ON COLUMN roles."url" IS 'Its page.';
COMMENT ON COLUMN roles."place" IS 'Where it is declared: a key of places.json.';
COPY roles FROM 'ndjson/roles.ndjson' (FORMAT json);

CREATE OR REPLACE TABLE role_permissions (
  "platform" VARCHAR NOT NULL,
  "role" VARCHAR NOT NULL,
  "permission" VARCHAR NOT NULL,
  "via" VARCHAR NOT NULL,
  PRIMARY KEY ("platform", "role", "permission")
);
COMMENT ON TABLE role_permissions IS 'Which role holds which permission, without what it holds under a condition only.';
COMMENT ON COLUMN role_permissions."platform" IS 'The system that both belong to.';
COMMENT ON COLUMN role_permissions."role" IS 'The role''s id.';
COMMENT ON COLUMN role_permissions."permission" IS 'The permission''s name.';
COMMENT ON COLUMN role_permissions."via" IS 'The role''s entries that give it, as written, with commas between.';
COPY role_permissions FROM 'ndjson/role_permissions.ndjson' (FORMAT json);

CREATE OR REPLACE TABLE grants (
  "id" VARCHAR NOT NULL,
  "guide" VARCHAR NOT NULL,
  "platform" VARCHAR,
  "status" VARCHAR NOT NULL,
  "option" VARCHAR,
  "grantee" VARCHAR,
  "role" VARCHAR,
  "privileges" VARCHAR,
  "securable" VARCHAR NOT NULL,
  "statement" VARCHAR,
  "place" VARCHAR NOT NULL,
  PRIMARY KEY ("id")
);
COMMENT ON TABLE grants IS 'What guides grant: a role, or privileges, to whom and on what.';
COMMENT ON COLUMN grants."id" IS 'The guide''s path and the grant''s own name.';
COMMENT ON COLUMN grants."guide" IS 'The path of the guide''s page.';
COMMENT ON COLUMN grants."platform" IS 'The system that the guide is about.';
COMMENT ON COLUMN grants."status" IS 'current, or superseded: kept for readers.';
COMMENT ON COLUMN grants."option" IS 'The option that must be taken; a+b where it takes both.';
COMMENT ON COLUMN grants."grantee" IS 'Who gets it; none for whomever the guide is about.';
COMMENT ON COLUMN grants."role" IS 'The id of a granted role.';
COMMENT ON COLUMN grants."privileges" IS 'The granted privileges, with commas between.';
COMMENT ON COLUMN grants."securable" IS 'What access is on: dataset sales.';
COMMENT ON COLUMN grants."statement" IS 'The SQL, as written.';
COMMENT ON COLUMN grants."place" IS 'Where it is written: a key of places.json.';
COPY grants FROM 'ndjson/grants.ndjson' (FORMAT json);

CREATE OR REPLACE TABLE requirements (
  "guide" VARCHAR NOT NULL,
  "platform" VARCHAR,
  "status" VARCHAR NOT NULL,
  "option" VARCHAR,
  "permission" VARCHAR NOT NULL,
  "securable" VARCHAR NOT NULL,
  "purpose" VARCHAR,
  "place" VARCHAR NOT NULL
);
COMMENT ON TABLE requirements IS 'What a guide''s task needs, and what the custom role of an option holds.';
COMMENT ON COLUMN requirements."guide" IS 'The path of the guide''s page.';
COMMENT ON COLUMN requirements."platform" IS 'The system that the guide is about.';
COMMENT ON COLUMN requirements."status" IS 'current, or superseded: kept for readers.';
COMMENT ON COLUMN requirements."option" IS 'The option whose custom role holds it; none where the task needs it.';
COMMENT ON COLUMN requirements."permission" IS 'The permission''s name.';
COMMENT ON COLUMN requirements."securable" IS 'What it is needed on: project.';
COMMENT ON COLUMN requirements."purpose" IS 'What it is needed for.';
COMMENT ON COLUMN requirements."place" IS 'Where it is written: a key of places.json.';
COPY requirements FROM 'ndjson/requirements.ndjson' (FORMAT json);

CREATE OR REPLACE TABLE findings (
  "fingerprint" VARCHAR NOT NULL,
  "rule" VARCHAR NOT NULL,
  "severity" VARCHAR NOT NULL,
  "status" VARCHAR NOT NULL,
  "file" VARCHAR NOT NULL,
  "message" VARCHAR NOT NULL,
  "help" VARCHAR,
  "place" VARCHAR NOT NULL,
  PRIMARY KEY ("fingerprint")
);
COMMENT ON TABLE findings IS 'What the check finds, allowed findings included.';
COMMENT ON COLUMN findings."fingerprint" IS 'What it is known by when lines move.';
COMMENT ON COLUMN findings."rule" IS 'The rule that found it.';
COMMENT ON COLUMN findings."severity" IS 'error, warning or info.';
COMMENT ON COLUMN findings."status" IS 'new, or suppressed: an author allows it.';
COMMENT ON COLUMN findings."file" IS 'The file that it stands in.';
COMMENT ON COLUMN findings."message" IS 'The fault.';
COMMENT ON COLUMN findings."help" IS 'The cure.';
COMMENT ON COLUMN findings."place" IS 'Where it stands: a key of places.json.';
COPY findings FROM 'ndjson/findings.ndjson' (FORMAT json);
