"""A small site in two versions, and what lies on the disk of it."""
import contextlib
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator

Tree = dict[str, str]

PAGE = """---
title: {title} {number}
kind: concept
---

{title} of page {number}: `storage.objects.get` is needed, see [the next](page-{next}.md).
"""
BROKEN = "---\ntitle: Broken\nkind: concept\n---\n\n[nowhere](nowhere.md)\n"
MISNUMBERED = "\n1. Open the list.\n3. Choose a name.\n"
# Files in the output that are not ours: a build must carry them over.
FOREIGN = {"CNAME": "docs.example.com\n", "files/report.txt": "mine\n"}


class Site:
    """A site of some pages in a folder of its own, and the program that builds it."""

    def __init__(self, program: pathlib.Path, folder: pathlib.Path, pages: int) -> None:
        self.program = program.resolve()
        self.folder = folder
        self.pages = pages
        self.output = folder / "public"
        self.write("old")

    def write(self, version: str) -> None:
        """Writes all pages anew; the title of the site stands on each page of the output."""
        content = self.folder / "content"
        content.mkdir(parents=True, exist_ok=True)
        (self.folder / "rolebook.yml").write_text(f"title: The {version} site\n")
        for number in range(self.pages):
            page = PAGE.format(title=version, number=number, next=(number + 1) % self.pages)
            (content / f"page-{number}.md").write_text(page)

    def break_(self) -> None:
        """Adds a page with an error, so that nothing is published."""
        (self.folder / "content/broken.md").write_text(BROKEN)

    def misnumber(self) -> None:
        """Adds steps to each page of which the second has the number of a third, which `check --fix` mends."""
        for page in (self.folder / "content").iterdir():
            page.write_text(page.read_text() + MISNUMBERED)

    def mend(self) -> None:
        """Takes the page with the error away."""
        (self.folder / "content/broken.md").unlink()

    def command(self, *arguments: str) -> list[str]:
        """A run of the program on this site, with one task, so that its calls come in one order."""
        return [str(self.program), *arguments, "--root", str(self.folder), "--quiet", "--jobs", "1"]

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        """Runs a command to its end."""
        return subprocess.run(self.command(*arguments), capture_output=True, text=True)

    def build(self, *arguments: str) -> None:
        """Builds; fails where the program does."""
        result = self.run("build", *arguments)
        assert result.returncode == 0, f"build ended with {result.returncode}: {result.stderr}"

    def add_foreign_files(self) -> None:
        """Puts files of others into the output."""
        for name, text in FOREIGN.items():
            (self.output / name).parent.mkdir(exist_ok=True)
            (self.output / name).write_text(text)

    def beside(self) -> list[str]:
        """What builds left beside the output."""
        return sorted(name for name in os.listdir(self.folder) if ".new" in name or ".old" in name)


def tree_of(path: pathlib.Path) -> Tree:
    """What lies at a path: the digest of each file, below a folder by its path there. Empty where there is nothing."""
    if path.is_file():
        return {"": digest_of(path)}
    files = (pathlib.Path(folder) / name for folder, _, names in os.walk(path) for name in names)
    return {str(file.relative_to(path)): digest_of(file) for file in files}


def digest_of(file: pathlib.Path) -> str:
    """The digest of a file's bytes."""
    return hashlib.blake2b(file.read_bytes(), digest_size=16).hexdigest()


def different(tree: Tree, other: Tree) -> str:
    """The first paths in which two trees differ."""
    paths = sorted(path for path in tree.keys() | other.keys() if tree.get(path) != other.get(path))
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def remove(path: pathlib.Path) -> None:
    """Removes a file or a folder, or nothing."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def copy_all(paths: list[pathlib.Path], folder: pathlib.Path) -> None:
    """Copies files and folders into a folder, those of them that are there; files that are one stay one."""
    there = [str(path) for path in paths if path.exists()]
    if there:
        subprocess.run(["cp", "-a", *there, str(folder)], check=True)


@contextlib.contextmanager
def work_folder() -> Iterator[pathlib.Path]:
    """A folder that is removed in the end: in memory, where the system has such a place."""
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="torture-", dir=memory if memory.is_dir() else None) as folder:
        yield pathlib.Path(folder).resolve()
