"""Cuts our own pages into what the fuzzer begins with: `seeds.py FOLDER`, which gets a folder for each target."""
import argparse
import hashlib
import pathlib
import re
from collections.abc import Iterator

ROOT = pathlib.Path(__file__).resolve().parents[2]
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
SQL = re.compile(r"^ *```sql.*\n((?:.*\n)*?) *```", re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
CUTS = {
    "front-matter": FRONT_MATTER.findall,
    "tables": TABLE.findall,
    "sql": SQL.findall,
    "patterns": lambda text: ["\n".join(CODE.findall(text)[:20])],
    "page": lambda text: [text],
}
# A longer seed is fed to nobody, for the fuzzer would be busy with it alone.
LONGEST = 8192


def pages() -> Iterator[str]:
    """The text of each page of ours, and of the pages in the examples of rules."""
    for folder in ("content", "Tests/Worlds", "Tests/Mutations/Sites"):
        for file in sorted((ROOT / folder).rglob("*.md")):
            text = file.read_text()
            yield text
            for example in re.findall(r"^```+markdown.*\n((?:.*\n)*?)```+$", text, re.MULTILINE):
                yield example


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    for target, cut in CUTS.items():
        folder = options.folder / target
        folder.mkdir(parents=True, exist_ok=True)
        for seed in (seed.encode()[:LONGEST] for text in pages() for seed in cut(text)):
            (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)


if __name__ == "__main__":
    main()
