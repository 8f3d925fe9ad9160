"""Puts some 250 hostile names into links, images, redirects and the disk, and watches a build's calls: `paths.py ROLEBOOK`.

A build may open nothing outside the site and its output but what it opens for a site without such names, may write
nothing there at all, opens no socket, runs no process but git, and nothing of a file beside the site may get into it.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable

from path_cases import LINKS, SECRET, all_names
from running import missing_pages, work_folder, write_plain_site

# What a secret file holds.
SAYS = "what nobody may see"
LINE = re.compile(r'^\d+ +(\w+)\((.*)$')
# A path in a call: behind the open folder that it starts from, where it is not absolute.
PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>(?:, )?)?"((?:[^"\\]|\\.)*)"')
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|^(mkdir|unlink|rmdir|rename|link|symlink|chmod|chown|truncate|mknod|utimensat)")
# Git asks which program runs it.
OF_GIT = re.compile(r'"/proc/\d+/stat"')
NETWORK = {"socket", "connect", "bind", "listen", "accept", "accept4", "socketpair", "sendto", "sendmsg"}


class Watch:
    """What one build asked of the system, outside the site."""

    def __init__(self, log: str, site: pathlib.Path) -> None:
        self.site = site
        self.opened: set[str] = set()
        self.written: set[str] = set()
        self.sockets: list[str] = []
        self.programs: set[str] = set()
        of_git: set[str] = set()
        for line in log.splitlines():
            thread = line.split(" ", 1)[0]
            match = LINE.match(line)
            if not match:
                continue
            name, rest = match.groups()
            if name.startswith("execve"):
                program = PATH.search(rest)[2]
                self.programs.add(os.path.basename(program))
                if os.path.basename(program) == "git":
                    of_git.add(thread)
            elif name in NETWORK:
                self.sockets.append(line)
            elif thread not in of_git:
                self.note(name, rest)

    def note(self, name: str, rest: str) -> None:
        """Notes a call on a path outside the site; a file without a name is none."""
        if "O_TMPFILE" in rest or OF_GIT.search(rest):
            return
        for folder, path in PATH.findall(rest.split("] = ")[0]):
            path = os.path.normpath(os.path.join(folder or "/", path.encode().decode("unicode_escape", errors="replace")))
            if path == str(self.site) or path.startswith(f"{self.site}/"):
                continue
            if WRITES.search(name) or WRITES.search(rest):
                self.written.add(path)
            elif name in ("open", "openat"):
                self.opened.add(path)


def watched(program: pathlib.Path, site: pathlib.Path) -> tuple[subprocess.CompletedProcess, Watch]:
    """Builds a site under strace."""
    log = site.parent / "calls"
    command = ["strace", "-f", "-y", "-s", "8192", "-o", str(log), "-e", "trace=%file,%network,%process,symlinkat", str(program), "build", "--force",
               "--root", str(site)]
    made = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, cwd=site, errors="replace", text=True)
    return made, Watch(log.read_text(errors="replace"), site)


def write_named(site: pathlib.Path, name: str) -> None:
    """A page that names a path wherever a page may name one, and a line of redirects."""
    quoted = "'" + name.replace("'", "''").replace("\n", " ") + "'"
    text = (f"---\ntitle: Hostile\nkind: concept\nstatus: superseded\nsuperseded_by: {quoted}\nredirect_from: [{quoted}]\n---\n\n"
            f"[a](<{name}>) ![b](<{name}>) [c]({name}) ![d]({name}) [e] <{name}>\n\n[e]: <{name}>\n\n```sql option={name} database={name}\nSELECT 1;\n```\n")
    (site / "content/hostile.md").write_text(text)
    (site / "content/_redirects").write_text(f"{name} /other/\n/old/ {name}\n")


def write_settings(key: str) -> Callable[[pathlib.Path, str], None]:
    """Settings that name a path."""
    def write(site: pathlib.Path, name: str) -> None:
        (site / "rolebook.yml").write_text("title: Plain\n" + f"{key}: '" + name.replace("'", "''") + "'\n")
    return write


def write_file(site: pathlib.Path, name: str) -> None:
    """Files and folders of this name, as far as the disk can hold it."""
    part = name.replace("/", "∕").replace("\0", "")[:80] or "a"
    (site / "content" / (part + ".md")).write_text("---\ntitle: Hostile\nkind: concept\n---\n\nText.\n")
    (site / "content" / (part + ".png")).write_text("a")
    if part not in (".", ".."):
        (site / "content" / part).mkdir(exist_ok=True)
        (site / "content" / part / "inner.md").write_text("---\ntitle: Inner\nkind: concept\n---\n\nText.\n")


def write_link(site: pathlib.Path, name: str) -> None:
    """Links on the disk that lead to a path."""
    for place in ["content/hostile", "content/hostile.md", "content/hostile.png", "content/_redirects", "templates", ".rolebook"]:
        path = site / place
        is_inside = path.parent.is_dir() and not path.parent.is_symlink()
        if is_inside and "\0" not in name and len(name) < 4000:
            path.symlink_to(name)


def write_output_link(site: pathlib.Path, name: str) -> None:
    """A link in the place of the output's files."""
    public = site / "public"
    public.mkdir()
    (public / ".rolebook").write_text("rolebook 1\nother/index.html\nindex.html\n")
    if "\0" not in name and len(name) < 4000:
        (public / "other").symlink_to(name)
        (public / "index.html").symlink_to(name)


PLACES = {"pages": write_named, "file names": write_file, "links": write_link, "links in the output": write_output_link,
          "content": write_settings("content"), "templates": write_settings("templates")}


def problems_of(program: pathlib.Path, site: pathlib.Path, plain: Watch | None, place: str,
                name: str) -> tuple[list[str], Watch]:
    """What is wrong with a build of a site with a hostile name."""
    made, watch = watched(program, site)
    problems = [f"opens {path}" for path in sorted(watch.opened - plain.opened)] if plain else []
    problems += [f"writes {path}" for path in sorted(watch.written) if path != "/dev/null"]
    problems += [f"uses the network: {line}" for line in watch.sockets[:1]]
    problems += [f"runs {name}" for name in sorted(watch.programs - {program.name, "git"})]
    if made.returncode not in (0, 2, 3) or "internal error" in made.stderr:
        problems.append(f"ended with {made.returncode}: {made.stderr[:200]}")
    # Where another folder is the content, the plain pages are a section of it.
    missing = missing_pages(site, os.path.relpath("content", name) if place == "content" else ".") if made.returncode == 0 else []
    problems += [f"did not publish {page}" for page in missing[:1]]
    if made.returncode == 3 and place == "pages":
        problems.append(f"published nothing: {made.stderr[:200]}")
    return problems + [f"published the secret in {path}" for path in files_with_secret(site / "public")], watch


def files_with_secret(output: pathlib.Path) -> list[str]:
    """The files of the output that hold what nobody may see."""
    found = []
    for folder, _, names in os.walk(output):
        for name in names:
            path = os.path.join(folder, name)
            if not os.path.islink(path) and SAYS in open(path, errors="replace").read():
                found.append(path)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--only", choices=PLACES)
    options = parser.parse_args()
    program = options.program.resolve()
    count, problems = 0, 0
    with work_folder() as work:
        site, outside = work / "site", work / "outside"
        outside.mkdir()
        for folder in (outside, work):
            (folder / SECRET).write_text(SAYS)
        before = snapshot(work, site)
        write_plain_site(site)
        found, plain = problems_of(program, site, None, "plain", "")
        assert not found, found
        shutil.rmtree(site)
        for place, write in PLACES.items():
            if options.only not in (None, place):
                continue
            for name in all_names() + (LINKS if place.startswith("links") else []):
                write_plain_site(site)
                write(site, name)
                found, _ = problems_of(program, site, plain, place, name)
                if snapshot(work, site) != before:
                    found.append("changed what lies beside the site")
                for problem in found:
                    print(f"FAILS {place}, {name[:80]!r}: {problem}", file=sys.stderr, flush=True)
                count += 1
                problems += len(found)
                remove(site)
    print(f"{len(all_names())} names and {len(LINKS)} links, {count} builds watched; {problems} problems")
    sys.exit(1 if problems or not count else 0)


def remove(site: pathlib.Path) -> None:
    """Removes a site and follows no link."""
    shutil.rmtree(site)


def snapshot(work: pathlib.Path, site: pathlib.Path) -> dict[str, bytes]:
    """What lies beside the site, but for the list of calls."""
    files = {}
    for folder, names, found in os.walk(work):
        if pathlib.Path(folder) == work:
            names[:] = [name for name in names if name != site.name]
        for name in found:
            if name != "calls":
                files[os.path.join(folder, name)] = pathlib.Path(folder, name).read_bytes()
    return files


if __name__ == "__main__":
    main()
