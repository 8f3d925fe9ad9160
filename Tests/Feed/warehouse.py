"""Load a feed into DuckDB as its users do, and hold the tables against the manifest, the roles and BigQuery's schema.

usage: warehouse.py FEED...     each the folder of a feed, or the output folder above it
"""
import collections
import os
import sys
import time

import duckdb

import feed as feeds

TYPES = {"VARCHAR": "STRING", "BIGINT": "INTEGER"}


def count_problems(warehouse, index):
    for entry in index["files"]:
        if not entry["path"].endswith(".ndjson"):
            continue
        table = entry["path"].removeprefix("ndjson/").removesuffix(".ndjson")
        (count,) = warehouse.execute(f'SELECT count(*) FROM "{table}"').fetchone()
        if count != entry["rows"]:
            yield f"{table}: {count} rows are loaded, and the manifest says {entry['rows']}"


def holder_problems(warehouse, feed):
    """Which roles grant a permission, by SQL and by the file of roles."""
    expected = collections.defaultdict(list)
    for role in feeds.load(feed, "roles.json")["roles"]:
        for permission in role["permissions"]:
            expected[role["platform"], permission].append(role["id"])
    answer = warehouse.execute(
        "SELECT platform, permission, list(role ORDER BY role) FROM role_permissions GROUP BY ALL").fetchall()
    found = {(platform, permission): roles for platform, permission, roles in answer}
    for key in sorted(set(expected) | set(found)):
        if sorted(expected.get(key, [])) != sorted(found.get(key, [])):
            yield f"{key[1]}: {found.get(key)} by SQL, {expected.get(key)} by roles.json"


def column_problems(warehouse, feed):
    """BigQuery gets the columns that DuckDB has."""
    schema = feeds.load(feed, "ndjson/schema.bigquery.json")
    schema.pop("api_version")
    for table, fields in schema.items():
        said = [(field["name"], field["type"], field["mode"] == "REQUIRED") for field in fields]
        described = warehouse.execute(f'DESCRIBE "{table}"').fetchall()
        has = [(name, TYPES.get(kind), null == "NO") for name, kind, null, *_ in described]
        if said != has:
            yield f"{table}: BigQuery has {said}, DuckDB {has}"


def row_problems(feed):
    """Every row would load into BigQuery: no other fields, none of another type, none that is required missing."""
    schema = feeds.load(feed, "ndjson/schema.bigquery.json")
    types = {"STRING": str, "INTEGER": int}
    for table, fields in schema.items():
        if table == "api_version":
            continue
        kinds = {field["name"]: types[field["type"]] for field in fields}
        required = {field["name"] for field in fields if field["mode"] == "REQUIRED"}
        for number, row in enumerate(feeds.rows(feed, f"ndjson/{table}.ndjson"), 1):
            if required - set(row) or any(type(value) is not kinds.get(name) for name, value in row.items()):
                yield f"{table}.ndjson:{number}: does not fit schema.bigquery.json"


def check(path):
    feed = feeds.folder(path).resolve()
    start = time.monotonic()
    os.chdir(feed)
    warehouse = duckdb.connect()
    # Twice: a table that is there already is replaced.
    for _ in range(2):
        warehouse.execute((feed / "ndjson/load.sql").read_text("utf-8"))
    index = feeds.load(feed, "index.json")
    found = [*count_problems(warehouse, index), *holder_problems(warehouse, feed)]
    found += [*column_problems(warehouse, feed), *row_problems(feed)]
    for problem in found:
        print(problem)
    count = sum(entry["rows"] for entry in index["files"] if entry["path"].endswith(".ndjson"))
    print(f"{feed}: {count} rows, {len(found)} problems ({time.monotonic() - start:.1f} s)")
    return not found


if __name__ == "__main__":
    paths = [os.path.abspath(path) for path in sys.argv[1:]]
    sys.exit(0 if all([check(path) for path in paths]) else 1)
