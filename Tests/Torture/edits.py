"""Edits a site at random and builds it after each edit: `edits.py ROLEBOOK [--edits N] [--seed S]`.

What comes of a build that knows the last one, its caches and its output, must be what a build from nothing gives: the
same bytes, the same findings, the same exit code. Pages, folders, assets, redirects, templates and settings are added,
changed, renamed, moved, dropped and brought back.
"""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
from collections.abc import Callable

from small_site import different, tree_of, work_folder

ROOT = pathlib.Path(__file__).resolve().parents[2]
# From 200 pages on, builds keep caches: a site never has fewer than FEWEST.
PAGES = 240
FEWEST = 220
PAGE = "---\ntitle: Page {number}\nkind: concept\n---\n\nSee [the next](page-{next}.md).\n\n## One\n\nWord{number}.\n\n## Two\n\nMore.\n"
LINES = [
    "## Another heading", "### One", "- `bigquery.tables.*`", "See [the roles](../bigquery/roles.md#roles).", "",
    "GRANT USAGE ON SCHEMA public TO reader;", "title: Another title", "kind: guide", "order: 3", "redirect_from: [/old/]",
    "status: superseded", "<!-- allow dead-link: a test -->", "| `bigquery.tables.frobnicate` | Frobnicate a table |",
    "Grant `roles/bigquery.admin`, then **BigQuery User**.", "```sql", "[a page](page-7.md#two)", "![a file](shot.png)",
]
SETTINGS = [
    "title: Another handbook", "base_url: https://docs.example.com/", "base_url: https://docs.example.com/access/",
    "edit_url: https://example.com/edit/{path}", "rules: {dead-link: off}", "nonsense: true",
]
TEMPLATES = {
    "page.mustache": ["<!DOCTYPE html><title>{{title}}</title>{{{body}}}", "{{>head}}{{{sidebar}}}{{{lead}}}{{{text}}}", "{{titel}}"],
    "footer.mustache": ["<p>Ours</p>", "<p>{{site_title}}</p>"],
    "strings.yml": ["lang: fr\n", "skip: Zum Text\n", "nothing: at all\n"],
    "style.css": ["body { color: red }"],
    "extra.css": [":root { --mark: #7a3e9d }", "p { margin: 0 }"],
}

BUILD = ["build", "--force"]
CHECK = ["check"]


class Editor:
    """A site on the disk, and what is done to it."""

    def __init__(self, folder: pathlib.Path, seed: int) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.random = random.Random(seed)
        shutil.copytree(ROOT / "Tests/Worlds/seeds/content", self.content)
        (folder / "rolebook.yml").write_bytes((ROOT / "Tests/Worlds/seeds/rolebook.yml").read_bytes())
        (self.content / "many").mkdir()
        for number in range(PAGES):
            text = PAGE.format(number=number, next=(number + 1) % PAGES)
            (self.content / "many" / f"page-{number}.md").write_text(text)
        self.original = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        self.edits: list[Callable[[], str]] = [
            *[self.edit_line] * 8, *[self.add_page, self.drop_page, self.move_page, self.revert_page] * 2, self.move_folder,
            self.edit_asset, self.edit_redirects, *[self.edit_template] * 2, *[self.edit_settings] * 2, self.revert_all,
            self.edit_and_hide, self.touch, self.spoil_output, self.nothing]

    def edit(self) -> str:
        """Does one thing and says which."""
        return self.random.choice(self.edits)()

    def pages(self) -> list[pathlib.Path]:
        """The pages there are, in order."""
        return sorted(self.content.rglob("*.md"))

    def page(self) -> pathlib.Path:
        """One of the pages; those with facts come as often as the others."""
        pages = self.pages()
        with_facts = [page for page in pages if page.parent.name != "many"]
        return self.random.choice(self.random.choice([pages, with_facts or pages]))

    def name(self) -> str:
        return self.random.choice(["new", "page-3", "Ünusual name", "index", "roles", "old"])

    def edit_line(self) -> str:
        page = self.page()
        lines = page.read_text().split("\n")
        at = self.random.randrange(len(lines))
        match self.random.randrange(5):
            case 0: del lines[at]
            case 1: lines.insert(at, lines[at])
            case 2: lines.insert(at, self.random.choice(LINES))
            case 3: lines.insert(at, self.random.choice(self.page().read_text().split("\n")))
            case _: lines[at] += " and more"
        page.write_text("\n".join(lines))
        return f"edited {page.relative_to(self.content)}:{at + 1}"

    def add_page(self) -> str:
        folder = self.random.choice([page.parent for page in self.pages()] + [self.content / "fresh"])
        folder.mkdir(exist_ok=True)
        page = folder / f"{self.name()}.md"
        page.write_bytes(self.page().read_bytes())
        return f"added {page.relative_to(self.content)}"

    def drop_page(self) -> str:
        page = self.page()
        if len(self.pages()) <= FEWEST:
            return self.edit_line()
        page.unlink()
        return f"dropped {page.relative_to(self.content)}"

    def move_page(self) -> str:
        page = self.page()
        target = self.random.choice(self.pages()).parent / f"{self.name()}{self.random.choice(['.md', '.md', '.txt'])}"
        page.rename(target)
        return f"moved {page.relative_to(self.content)} to {target.relative_to(self.content)}"

    def move_folder(self) -> str:
        folder = self.random.choice([path for path in sorted(self.content.iterdir()) if path.is_dir()])
        target = folder.with_name("moved" if folder.name != "moved" else "many")
        if target.exists():
            return self.edit_line()
        folder.rename(target)
        return f"moved the folder {folder.name} to {target.name}"

    def revert_page(self) -> str:
        path = self.random.choice(sorted(self.original))
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(self.original[path])
        return f"brought {path} back"

    def revert_all(self) -> str:
        for name in ("content", "templates"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for path, data in self.original.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(data)
        return "brought all back"

    def edit_asset(self) -> str:
        asset = self.random.choice([self.content, self.page().parent]) / self.random.choice(["shot.png", "CNAME", "a b.bin"])
        if asset.exists() and self.random.random() < 0.4:
            asset.unlink()
        else:
            asset.write_bytes(self.random.randbytes(self.random.randrange(40)))
        return f"changed the asset {asset.relative_to(self.content)}"

    def edit_redirects(self) -> str:
        lines = self.random.sample(["/gone/ /", "/old/ /many/page-1/", "/x/* /y/:splat", "/loop/ /loop/", "/page-3/ /"], 2)
        (self.content / "_redirects").write_text("\n".join(lines) + "\n")
        return f"redirects {lines}"

    def edit_template(self) -> str:
        name = self.random.choice(sorted(TEMPLATES))
        file = self.folder / "templates" / name
        file.parent.mkdir(exist_ok=True)
        if file.exists():
            file.unlink()
            return f"dropped the template {name}"
        file.write_text(self.random.choice(TEMPLATES[name]))
        return f"wrote the template {name}"

    def edit_settings(self) -> str:
        settings = self.folder / "rolebook.yml"
        line = self.random.choice(SETTINGS)
        key = line.split(":")[0]
        kept = [known for known in settings.read_text().splitlines() if not known.startswith(f"{key}:")]
        settings.write_text("\n".join(kept + [line] * self.random.randrange(2)) + "\n")
        return f"set {line}"

    def edit_and_hide(self) -> str:
        """Changes a letter, and keeps the size and the time of the file."""
        page = self.page()
        status, text = page.stat(), page.read_text()
        page.write_text(text.replace("e", "a", 1))
        os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
        return f"hid an edit of {page.relative_to(self.content)}"

    def touch(self) -> str:
        page = self.page()
        os.utime(page)
        return f"touched {page.relative_to(self.content)}"

    def spoil_output(self) -> str:
        """Damages a published file: the next build mends it."""
        files = sorted(file for file in (self.folder / "public").rglob("*.html"))
        if not files:
            return "had no output to damage"
        file = self.random.choice(files)
        # Others may hold the same file by a link, as an earlier site of ours does.
        file.unlink()
        if self.random.random() < 0.5:
            file.write_text("spoiled")
        return f"damaged {file.relative_to(self.folder)}"

    def nothing(self) -> str:
        return "did nothing"


def run(program: pathlib.Path, folder: pathlib.Path, *command: str) -> tuple[int, str]:
    """How a command ends and what it says."""
    arguments = [program, *command, "--quiet", "--color", "never", "--root", folder]
    result = subprocess.run(arguments, capture_output=True, text=True)
    return result.returncode, (result.stdout + result.stderr).replace(str(folder), "")


def copied(site: pathlib.Path, fresh: pathlib.Path) -> None:
    """Copies what an author has of a site, and nothing that the program made."""
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(site, fresh, ignore=lambda folder, _: {"public", ".rolebook"} if folder == str(site) else set())


def problem_with(program: pathlib.Path, site: pathlib.Path, fresh: pathlib.Path, commands: list[list[str]]) -> str | None:
    """How these commands differ on a site that was built before and on a fresh copy."""
    before = tree_of(site / "public")
    for command in commands:
        again, anew = run(program, site, *command), run(program, fresh, *command)
        if again != anew:
            return f"{command[0]} says {again} and from nothing {anew}"
    # Under settings that cannot be read nothing is published, and the old site stays.
    expected = tree_of(fresh / "public") if (fresh / "public").exists() else before
    built = tree_of(site / "public")
    return None if built == expected else f"other bytes in {different(built, expected)}"


def check(program: pathlib.Path, work: pathlib.Path, edits: int, seed: int) -> tuple[int, str | None]:
    """How many files were compared, and what is wrong after which edit."""
    site, fresh = work / "site", work / "fresh"
    editor = Editor(site, seed)
    run(program, site, *BUILD)
    count = 0
    for number in range(1, edits + 1):
        said = [editor.edit() for _ in range(editor.random.choice([1, 1, 1, 2, 5]))]
        copied(site, fresh)
        if problem := problem_with(program, site, fresh, [CHECK, BUILD] if number % 2 else [BUILD]):
            return count, f"edit {number}, {said}: {problem}"
        count += len(tree_of(fresh / "public"))
    return count, None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--edits", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with work_folder() as work:
        count, problem = check(options.program.resolve(), work, options.edits, options.seed)
    print(f"{'FAILS' if problem else 'ok'}  {options.edits} edits, seed {options.seed}: {count} files compared")
    if problem:
        print(f"      {problem}", file=sys.stderr)
    sys.exit(1 if problem else 0)


if __name__ == "__main__":
    main()
