"""How many instructions the program needs, by callgrind: `instructions.py ROLEBOOK [--record]`.

Unlike times, they are nearly the same in each run. Ends with 1 where a task needs a tenth more than was recorded.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import corpus

RECORD = pathlib.Path(__file__).with_suffix(".json")
PAGES = 240
MOST = 1.10
# Hashes differ from run to run otherwise.
ENVIRONMENT = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}


def instructions(program: pathlib.Path, site: pathlib.Path, *arguments: str) -> int:
    """How many a command needs on a site."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *arguments, "--root", site]
    told = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", told.stderr)
    if told.returncode or not found:
        raise SystemExit(f"{' '.join(map(str, command))}: exit {told.returncode}\n{told.stderr[-2000:]}")
    return int(found[1])


def counts(program: pathlib.Path) -> dict[str, int]:
    """By task: a check and a build with nothing kept, a build when a page was edited, one when nothing was."""
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder)
        corpus.write(PAGES, site / "content")
        (site / "rolebook.yml").write_text("title: Access handbook\ndefault_kind: concept\n")
        check = instructions(program, site, "check", "--jobs", "1")
        shutil.rmtree(site / ".rolebook")
        build = instructions(program, site, "build", "--jobs", "1")
        page = min((site / "content").rglob("*-00001.md"))
        page.write_text(page.read_text() + "\nOne more sentence.\n")
        edited = instructions(program, site, "build", "--jobs", "1")
        return {"check": check, "build": build, "build after an edit": edited}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--record", action="store_true", help="write down what is counted")
    options = parser.parse_args()
    counted = counts(options.program.resolve())
    if options.record:
        RECORD.write_text(json.dumps(counted, indent=2) + "\n")
    recorded = json.loads(RECORD.read_text())
    slower = False
    for task, count in counted.items():
        ratio = count / recorded[task]
        slower |= ratio > MOST
        print(f"{task:20} {count / 1e6:8.0f} million instructions, {ratio:.3f} of what was recorded"
              + (f": at most {MOST}" if ratio > MOST else ""))
    sys.exit(slower)


if __name__ == "__main__":
    main()
