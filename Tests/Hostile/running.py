"""Runs of the program on sites that strangers wrote: how they ended, what they found, and what they cost."""
import contextlib
import json
import os
import pathlib
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass

# No run may take longer; one that does has failed, and is killed.
PATIENCE = 60
# Of a site without hostile pages; each says what it is, so that it can be found in the output.
PLAIN = {
    "index.md": "---\ntitle: Home\nkind: concept\n---\n\nThe plain page home, see [the other](other.md).\n",
    "other.md": "---\ntitle: Other\nkind: concept\n---\n\nThe plain page other.\n",
    "roles.md": "---\ntitle: Roles\nkind: reference\nplatform: storage\n---\n\nThe plain page roles.\n\n"
                "| Permission | Description |\n| --- | --- |\n| `storage.objects.get` | Read an object. |\n",
}
PUBLISHED = {"index.html": "plain page home", "other/index.html": "plain page other", "roles/index.html": "plain page roles"}


@dataclass
class Run:
    """How a run ended."""

    code: int
    # Of the processor, of its own and the system's time, and by the clock.
    cpu: float
    seconds: float
    # The most that was in memory at once.
    mebibytes: float
    output: str
    talk: str

    def findings(self) -> list[dict]:
        """What `check --format json` found."""
        return json.loads(self.output)["findings"] if self.output else []


def run(program: pathlib.Path, site: pathlib.Path, *arguments: str, user: int | None = None) -> Run:
    """Runs a command on a site to its end; -1 is the code of one that was killed for its time."""
    command = [str(program), *arguments, "--root", str(site)]
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as talk:
        start = time.monotonic()
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=talk, cwd="/", user=user,
            group=user, extra_groups=None if user is None else [])
        is_late = not ends_within(child, PATIENCE)
        if is_late:
            child.kill()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        output.seek(0)
        talk.seek(0)
        return Run(
            -1 if is_late else child.returncode, usage.ru_utime + usage.ru_stime, seconds, usage.ru_maxrss / 1024,
            output.read().decode(errors="replace"), talk.read().decode(errors="replace"))


def ends_within(child: subprocess.Popen, seconds: float) -> bool:
    """Waits for a child to end, and leaves its status to be asked for."""
    descriptor = os.pidfd_open(child.pid)
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


def write_plain_site(site: pathlib.Path, settings: str = "title: Plain\n") -> None:
    """Writes the plain pages and the settings of a site."""
    (site / "content").mkdir(parents=True)
    (site / "rolebook.yml").write_text(settings)
    for name, text in PLAIN.items():
        (site / "content" / name).write_text(text)


def missing_pages(site: pathlib.Path, section: str = ".") -> list[str]:
    """The plain pages that were not published, in the section that they are in."""
    paths = {name: site / "public" / section / name for name in PUBLISHED}
    return [name for name, text in PUBLISHED.items() if not paths[name].is_file() or text not in paths[name].read_text()]


@contextlib.contextmanager
def work_folder() -> Iterator[pathlib.Path]:
    """A folder that every user may enter and that is removed in the end: in memory, where the system has such a place."""
    # Some sites have a thousand folders in each other.
    sys.setrecursionlimit(10_000)
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="hostile-", dir=memory if memory.is_dir() else None) as folder:
        os.chmod(folder, 0o755)
        yield pathlib.Path(folder).resolve()
