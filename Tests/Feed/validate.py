"""Hold every file of a feed against its schema, the manifest and the laws of its bytes.

usage: validate.py FEED...     each the folder of a feed, or the output folder above it
"""
import concurrent.futures
import functools
import hashlib
import json
import sys
import time
import unicodedata

from jsonschema import Draft202012Validator

import feed as feeds

SHOWN = 5


def members(pairs):
    """An object, if its keys ascend and are unlike."""
    keys = [key for key, _ in pairs]
    for one, other in zip(keys, keys[1:]):
        if one >= other:
            raise ValueError(f"key {other!r} follows {one!r}")
    return dict(pairs)


def no_float(number):
    raise ValueError(f"{number} is no integer")


def parse(text):
    return json.loads(text, object_pairs_hook=members, parse_float=no_float, parse_constant=no_float)


def byte_problems(data):
    text = data.decode("utf-8")
    if "\r" in text:
        yield "a line ends in CR"
    if text and not text.endswith("\n"):
        yield "the last line does not end"
    if not unicodedata.is_normalized("NFC", text):
        yield "text is not in normal form C"
    if "</" in text:
        yield "`</` is not escaped"


@functools.cache
def validator(path):
    schema = parse((current / path).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def schema_problems(schema, values):
    errors = (error for value in values for error in validator(schema).iter_errors(value))
    for _, error in zip(range(SHOWN), errors):
        yield f"{error.json_path}: {error.message[:300]}"


def row_count(path, value):
    """How many elements a file's list has; none where it is no list."""
    lists = [item for key, item in value.items() if key != "api_version"]
    if path.startswith(("schemas/", "permissions/", "roles/", "guides/", "ndjson/")) or len(lists) != 1:
        return None
    return len(lists[0])


def problems(entry):
    """What is wrong with one file of the manifest."""
    data = (current / entry["path"]).read_bytes()
    yield from byte_problems(data)
    if len(data) != entry["bytes"] or hashlib.sha256(data).hexdigest() != entry["sha256"]:
        yield "is not the file that the manifest lists"
    if entry["path"].endswith(".sql"):
        return
    is_table = entry["path"].endswith(".ndjson")
    values = [parse(line) for line in data.splitlines()] if is_table else [parse(data)]
    count = len(values) if is_table else row_count(entry["path"], values[0])
    if count != entry.get("rows"):
        yield f"has {count} rows, and the manifest says {entry.get('rows')}"
    if not entry.get("schema"):
        yield "the manifest gives it no schema"
    elif entry["schema"].startswith("https://"):
        Draft202012Validator.check_schema(values[0])
    else:
        yield from schema_problems(entry["schema"], values)


def listed_problems(entry):
    try:
        return [f"{entry['path']}: {problem}" for problem in problems(entry)]
    except Exception as error:
        return [f"{entry['path']}: {error}"]


def place_problems(index):
    """Every place that is named is there, and its file is pinned."""
    places = feeds.load(current, "places.json")["places"]
    named = set()
    for name in ("permissions", "roles", "guides", "grants", "findings"):
        collect(feeds.load(current, f"{name}.json")[name], named)
    for entry in index["files"]:
        if entry["path"].endswith(".ndjson"):
            collect(feeds.rows(current, entry["path"]), named)
    yield from (f"places.json: {place} is missing" for place in sorted(named - set(places))[:SHOWN])
    files = {place["file"] for place in places.values()}
    yield from (f"index.json: no blob id of {file}" for file in sorted(files - set(index["sources"])))


def collect(value, named):
    """Adds the ids of places below a value."""
    if isinstance(value, list):
        for item in value:
            collect(item, named)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "place":
                named.add(item)
            elif key in ("sources", "proves", "proved_by"):
                named.update(item)
            else:
                collect(item, named)


def folder_problems(index):
    """The folder holds what the manifest lists, and nothing else."""
    listed = {entry["path"] for entry in index["files"]} | {"index.json"}
    found = {str(path.relative_to(current)) for path in current.rglob("*") if path.is_file()}
    yield from (f"{path}: is not in the manifest" for path in sorted(found - listed)[:SHOWN])
    yield from (f"{path}: is in the manifest only" for path in sorted(listed - found)[:SHOWN])
    folded = {path.lower() for path in listed}
    if len(folded) != len(listed):
        yield "two files differ in case only"


def check(path):
    global current
    current = feeds.folder(path)
    validator.cache_clear()
    start = time.monotonic()
    data = (current / "index.json").read_bytes()
    index = parse(data)
    found = [f"index.json: {problem}" for problem in byte_problems(data)]
    found += [f"index.json: {problem}" for problem in schema_problems("schemas/index.schema.json", [index])]
    found += folder_problems(index)
    found += place_problems(index)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for listed in pool.map(listed_problems, index["files"], chunksize=64):
            found += listed
    for problem in sorted(found):
        print(problem)
    print(f"{current}: {len(index['files']) + 1} files, {len(found)} problems ({time.monotonic() - start:.1f} s)")
    return not found


if __name__ == "__main__":
    sys.exit(0 if all([check(path) for path in sys.argv[1:]]) else 1)
