"""Run the examples of a manual's page and compare what they print with the page.

usage: examples.py PAGE SITE [--record]

A block of `sh` or `sql` with a block of `text` right behind it is an example. Commands run in the folder of the
site, SQL in DuckDB, into which the site's feed is loaded. `bq` is not Google's: it loads into DuckDB too, and is as
strict about schemas.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import duckdb

import feed as feeds

LINES = r"((?:(?!```).*\n)*)"
EXAMPLE = re.compile(rf"^```(sh|sql)\n{LINES}```\n\n```text\n{LINES}```$", re.MULTILINE)

BQ = """#!{python}
import csv, json, re, sys
import duckdb

arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
warehouse = duckdb.connect({database!r})
types = {{"STRING": ("VARCHAR", str), "INTEGER": ("BIGINT", int)}}
if arguments[0] == "mk":
    warehouse.execute(f"CREATE SCHEMA {{arguments[1]}}")
elif arguments[0] == "load":
    assert "--source_format=NEWLINE_DELIMITED_JSON" in sys.argv
    table, rows, schema = arguments[1:]
    fields = json.load(open(schema))
    names = [field["name"] for field in fields]
    columns = ", ".join(
        f'"{{field["name"]}}" {{types[field["type"]][0]}}' + (" NOT NULL" if field["mode"] == "REQUIRED" else "")
        for field in fields)
    warehouse.execute(f"CREATE OR REPLACE TABLE {{table}} ({{columns}})")
    for line in open(rows):
        row = json.loads(line)
        assert set(row) <= set(names), row
        marks = ", ".join("?" for _ in names)
        warehouse.execute(f"INSERT INTO {{table}} VALUES ({{marks}})", [row.get(name) for name in names])
else:
    answer = warehouse.execute(arguments[1])
    print(",".join(column[0] for column in answer.description))
    csv.writer(sys.stdout, lineterminator="\\n").writerows(answer.fetchall())
"""


def load(site):
    os.chdir(feeds.folder(site / "public"))
    warehouse = duckdb.connect()
    warehouse.execute(pathlib.Path("ndjson/load.sql").read_text("utf-8"))
    os.chdir(site)
    return warehouse


def add_bq(folder):
    program = pathlib.Path(folder, "bq")
    program.write_text(BQ.format(python=sys.executable, database=str(pathlib.Path(folder, "bq.duckdb"))))
    program.chmod(0o755)


def run(kind, text, warehouse, tools):
    if kind == "sql":
        return str(warehouse.sql(text))
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", text], env=environment, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    return done.stdout


def shown(text):
    """The output as the page shows it: without blanks at the ends of lines."""
    return "".join(line.rstrip() + "\n" for line in text.rstrip().split("\n"))


def main(page, site, record):
    text = page.read_text("utf-8")
    warehouse = load(site)
    wrong = 0
    with tempfile.TemporaryDirectory() as tools:
        add_bq(tools)

        def recorded(match):
            nonlocal wrong
            kind, command, expected = match.groups()
            if kind == "sh" and "jq" in command and not shutil.which("jq"):
                print(f"jq is not here: left out\n{command}")
                return match[0]
            found = shown(run(kind, command, warehouse, tools))
            if found != expected:
                wrong += 1
                print(f"{command}\nprints\n{found}\nand the page says\n{expected}")
            return f"```{kind}\n{command}```\n\n```text\n{found}```"

        new = EXAMPLE.sub(recorded, text)
    count = len(EXAMPLE.findall(text))
    if record:
        page.write_text(new, "utf-8")
    print(f"{page}: {count} examples, {wrong} {'recorded' if record else 'wrong'}")
    return record or not wrong and count > 0


if __name__ == "__main__":
    page, site = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    sys.exit(0 if main(page, site, "--record" in sys.argv) else 1)
