"""Hold the SQLite database of a site against its feed.

usage: database.py FILE FEED
"""
import sqlite3
import sys

import feed as feeds


def count_problems(database, feed):
    counts = {f"ndjson/{table}.ndjson": table for table in
              ("permissions", "roles", "role_permissions", "grants", "requirements", "findings")}
    counts |= {"places.json": "places", "pages.json": "pages"}
    for entry in feeds.load(feed, "index.json")["files"]:
        if entry["path"] not in counts:
            continue
        (count,) = database.execute(f'SELECT count(*) FROM "{counts[entry["path"]]}"').fetchone()
        if count != entry["rows"]:
            yield f"{counts[entry['path']]}: {count} rows, and the manifest says {entry['rows']}"


def row_problems(database, feed):
    """Each row of a table is a line of the feed's."""
    for table in ("permissions", "roles", "role_permissions", "grants", "requirements", "findings"):
        rows = database.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in rows.description]
        has = sorted(tuple(str(value) for value in row) for row in rows)
        said = sorted(tuple(str(row.get(name)) for name in names) for row in feeds.rows(feed, f"ndjson/{table}.ndjson"))
        if has != said:
            yield f"{table}: other rows than the feed's"


def holder_problems(database, feed):
    for permission in feeds.load(feed, "permissions.json")["permissions"][::7]:
        key = permission["platform"], permission["name"]
        found = [role for (role,) in database.execute(
            "SELECT role FROM who_can WHERE platform = ? AND permission = ? ORDER BY role", key)]
        if found != sorted(holder["role"] for holder in permission["granted_by"]):
            yield f"{key[1]}: {found} by SQL"


def main(path, feed):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    index = feeds.load(feed, "index.json")
    found = [*count_problems(database, feed), *row_problems(database, feed), *holder_problems(database, feed)]
    found += [str(row) for row in database.execute("PRAGMA integrity_check") if row != ("ok",)]
    found += [f"a broken link: {row}" for row in database.execute("PRAGMA foreign_key_check")]
    metadata = dict(database.execute("SELECT key, value FROM metadata"))
    if any(metadata[key] != index[key] for key in ("api_version", "data_version")):
        found.append(f"metadata: {metadata}")
    for view in ("who_can", "guide_roles", "finding_places"):
        database.execute(f"SELECT * FROM {view}").fetchall()
    (name, *_) = database.execute("SELECT name FROM permissions LIMIT 1").fetchone()
    words = database.execute("SELECT name FROM permissions_fts WHERE permissions_fts MATCH ?", [f'"{name}"'])
    if (name,) not in words.fetchall():
        found.append(f"{name}: is not found by its words")
    for problem in found:
        print(problem)
    print(f"{path}: {len(found)} problems")
    return not found


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1], feeds.folder(sys.argv[2])) else 1)
