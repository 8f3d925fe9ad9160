"""Builds the same pages under other circumstances and compares the bytes: `same_bytes.py ROLEBOOK`.

The circumstances: tasks at once, time zone, locale, umask, home, folder, clock, current folder, caches, and the order in
which folders list their files (by disorderfs, where the system lets us mount it; else by the order in which they are made).
"""
import argparse
import contextlib
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from small_site import Tree, different, tree_of, work_folder

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "Tests/Mutations/Sites/google-cloud"
# The days of commits stand on pages.
COMMITTER = {
    f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A"), ("EMAIL", "a@example.com"), ("DATE", "2026-01-31T23:30:00+0000"))
}


@dataclass
class Circumstances:
    """What differs from the first build."""

    name: str
    arguments: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    # A program that runs the build.
    through: list[str] = field(default_factory=list)
    umask: int = 0o022
    folder: str = "site"
    order: str = "made"
    keeps_caches: bool = False
    inside: bool = False


ALL = [
    Circumstances("as the first"),
    Circumstances("one task", ["--jobs", "1"]),
    Circumstances("three tasks", ["--jobs", "3"]),
    Circumstances("64 tasks", ["--jobs", "64"]),
    Circumstances("a time zone far east", environment={"TZ": "Pacific/Kiritimati"}),
    Circumstances("a time zone far west", environment={"TZ": "Etc/GMT+12"}),
    Circumstances("a German locale", environment={"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}),
    Circumstances("a Turkish locale", environment={"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    Circumstances("the C locale", environment={"LC_ALL": "C", "LANG": "C"}),
    Circumstances("umask 077", umask=0o077),
    Circumstances("umask 000", umask=0),
    Circumstances("no home", environment={"HOME": "/nonexistent"}),
    Circumstances("another name and folder", folder="a folder/with ünusual/names"),
    Circumstances("inside the site", inside=True),
    Circumstances("a clock in 1999", through=["faketime", "1999-12-31 23:59:58"]),
    Circumstances("a clock in 2099", through=["faketime", "2099-02-28 12:00:00"]),
    Circumstances("files made in reverse", order="reversed"),
    Circumstances("files made by their digest", order="digest"),
    Circumstances("folders listed in reverse", order="disorderfs"),
    Circumstances("caches of a build before", keeps_caches=True),
    Circumstances("no colours, no terminal", environment={"NO_COLOR": "1", "TERM": "dumb", "CI": "true"}),
]


def copied(source: pathlib.Path, target: pathlib.Path, order: str) -> None:
    """Copies a site's files one by one, in an order, and commits them on a day."""
    parts = [source / name for name in ("rolebook.yml", "_redirects", "content", "templates")]
    files = sorted(file for part in parts for file in ([part] if part.is_file() else part.rglob("*")) if file.is_file())
    if order == "reversed":
        files.reverse()
    if order == "digest":
        files.sort(key=lambda file: hashlib.sha256(str(file.relative_to(source)).encode()).digest())
    for file in files:
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message=pages"]):
        subprocess.run(["git", *command], cwd=target, env=os.environ | COMMITTER, check=True)


@contextlib.contextmanager
def listed_in_reverse(folder: pathlib.Path, work: pathlib.Path) -> Iterator[pathlib.Path | None]:
    """The folder through a file system that lists names in reverse; None where it cannot be mounted."""
    mount = work / "mount"
    mount.mkdir()
    command = ["disorderfs", "--sort-dirents=yes", "--reverse-dirents=yes", "--multi-user=no", str(folder), str(mount)]
    is_mounted = bool(shutil.which("disorderfs")) and subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield mount if is_mounted else None
    finally:
        if is_mounted:
            subprocess.run(["fusermount", "-u", str(mount)], check=True)


def built(program: pathlib.Path, site: pathlib.Path, work: pathlib.Path, circumstances: Circumstances) -> dict[str, Tree]:
    """The output and the database of a build."""
    output = work / "output"
    command = [*circumstances.through, str(program), "build", "--force", "--quiet", "--output", str(output), "--sqlite",
               str(work / "catalog.db"), *circumstances.arguments]
    where = ["--root", str(site)] if not circumstances.inside else []
    old = os.umask(circumstances.umask)
    try:
        subprocess.run(command + where, check=True, cwd=site if circumstances.inside else "/",
                       env=os.environ | circumstances.environment)
    finally:
        os.umask(old)
    return {"site": tree_of(output), "database": tree_of(work / "catalog.db")}


def result(program: pathlib.Path, source: pathlib.Path, circumstances: Circumstances) -> dict[str, Tree] | None:
    """What a build under these circumstances gives; None where the system does not provide them."""
    with work_folder() as work:
        site = work / circumstances.folder
        copied(source, site, circumstances.order)
        if circumstances.through and not shutil.which(circumstances.through[0]):
            return None
        if circumstances.order == "disorderfs":
            with listed_in_reverse(site, work) as mount:
                return built(program, mount, work, circumstances) if mount else None
        if circumstances.keeps_caches:
            built(program, site, work, circumstances)
            shutil.rmtree(work / "output")
        return built(program, site, work, circumstances)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("sites", type=pathlib.Path, nargs="*", default=[ROOT, SAMPLE])
    options = parser.parse_args()
    failures = 0
    for source in options.sites:
        first = None
        for circumstances in ALL:
            found = result(options.program.resolve(), source.resolve(), circumstances)
            first = first or found
            word = "absent" if found is None else "ok" if found == first else "FAILS"
            failures += word == "FAILS"
            count = len(found["site"]) if found else 0
            print(f"{word:6} {source.resolve().name}: {circumstances.name}: {count} files", flush=True)
            if word == "FAILS":
                names = [f"{part}: {different(first[part], found[part])}" for part in first if first[part] != found[part]]
                print(f"       other bytes: {'; '.join(names)}", file=sys.stderr, flush=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
