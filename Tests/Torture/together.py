"""Builds that run at the same time: `together.py ROLEBOOK [--rounds N]`.

The second build of an output waits for the first one and says so; what stands in the end is one whole site, and nothing
is left beside. A check is a function `check_…(work)`; it raises AssertionError where builds do something else.
"""
import argparse
import pathlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable

from small_site import FOREIGN, Site, tree_of, work_folder
from tracing import NO_EXCHANGE

# Holds a build for two seconds before the new site takes the old one's place.
HELD = ["-e", "inject=syncfs:delay_enter=2000000"]
# Holds it between the two steps of an exchange, while there is no site; the first move is that of the ledger.
HELD_IN_GAP = [*NO_EXCHANGE, "-e", "inject=rename:delay_exit=2000000:when=2"]
PAGES = 20


def begin(site: Site, strace: list[str] = [], *arguments: str) -> subprocess.Popen:
    """Begins a build, under strace where it is to be held."""
    command = [str(site.program), "build", "--root", str(site.folder), *arguments]
    prefix = ["strace", "-f", "-o", "/dev/null", "-e", "trace=syncfs,rename,renameat2", *strace] if strace else []
    return subprocess.Popen(prefix + command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(build: subprocess.Popen) -> str:
    """What a build said; it must have ended well."""
    _, talk = build.communicate(timeout=60)
    assert build.returncode == 0, f"a build ended with {build.returncode}: {talk}"
    return talk


def built(work: pathlib.Path, program: pathlib.Path, version: str) -> dict[str, str]:
    """The whole site of a version, as a build alone gives it."""
    site = Site(program, work / f"alone-{version}", PAGES)
    site.write(version)
    site.build()
    return tree_of(site.output)


def check_the_second_waits_and_says_so(site: Site, new: dict[str, str]) -> None:
    site.build()
    site.write("new")
    first = begin(site, HELD)
    time.sleep(0.7)
    start = time.monotonic()
    talk = ended(begin(site))
    assert f"waiting for another build of {site.output} to end\n" in talk, talk
    assert time.monotonic() - start > 0.5, "it did not wait"
    assert "waiting" not in ended(first)
    assert tree_of(site.output) == new and not site.beside()


def check_the_later_build_has_the_later_pages(site: Site, new: dict[str, str]) -> None:
    site.build()
    first = begin(site, HELD)
    time.sleep(0.7)
    second = begin(site)
    time.sleep(0.2)
    site.write("new")
    ended(first)
    ended(second)
    assert tree_of(site.output) == new


def check_two_first_builds_make_one_site(site: Site, new: dict[str, str]) -> None:
    site.write("new")
    first = begin(site, HELD)
    time.sleep(0.7)
    assert "waiting" in ended(begin(site))
    ended(first)
    assert tree_of(site.output) == new and not site.beside()


def check_a_moment_without_a_site_is_waited_for(site: Site, new: dict[str, str]) -> None:
    site.build()
    site.write("new")
    first = begin(site, HELD_IN_GAP)
    time.sleep(1)
    assert not site.output.exists(), "the build was not held while there was no site"
    assert "waiting" in ended(begin(site))
    ended(first)
    assert tree_of(site.output) == new and not site.beside()


def check_the_second_goes_on_when_the_first_is_killed(site: Site, new: dict[str, str]) -> None:
    site.build()
    site.write("new")
    first = begin(site, HELD)
    time.sleep(0.7)
    second = begin(site)
    time.sleep(0.3)
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(first.pid)], capture_output=True, text=True).stdout
    for child in children.split():
        subprocess.run(["kill", "-KILL", child])
    assert "waiting" in ended(second)
    first.wait()
    assert first.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), first.returncode
    assert tree_of(site.output) == new and not site.beside()


def check_other_outputs_do_not_wait(site: Site, new: dict[str, str]) -> None:
    for output in ("public", "other"):
        site.build("--output", str(site.folder / output))
    site.write("new")
    first = begin(site, HELD)
    time.sleep(0.7)
    assert "waiting" not in ended(begin(site, [], "--output", str(site.folder / "other")))
    assert first.poll() is None
    ended(first)
    assert tree_of(site.folder / "other") == new


def check_files_that_come_during_a_build_stay(site: Site, new: dict[str, str]) -> None:
    site.build()
    site.write("new")
    (site.output / "CNAME").write_text("before")
    first = begin(site, HELD)
    time.sleep(0.7)
    (site.output / "CNAME").unlink()
    site.add_foreign_files()
    ended(first)
    for name, text in FOREIGN.items():
        assert (site.output / name).read_text() == text, name
    assert not site.beside()


def check_eight_at_once_give_one_whole_site(site: Site, new: dict[str, str]) -> None:
    site.build()
    site.write("new")
    builds = [begin(site, [], "--force", "--sqlite", str(site.folder / "catalog.db")) for _ in range(8)]
    for build in builds:
        ended(build)
    database = tree_of(site.folder / "catalog.db")
    assert tree_of(site.output) == new and not site.beside()
    ended(begin(site, [], "--force", "--sqlite", str(site.folder / "catalog.db")))
    assert tree_of(site.folder / "catalog.db") == database


def check_eight_fixes_at_once_mend_all(site: Site, new: dict[str, str]) -> None:
    site.misnumber()
    command = [str(site.program), "check", "--fix", "--quiet", "--root", str(site.folder)]
    for fix in [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(8)]:
        _, talk = fix.communicate()
        assert fix.returncode == 0 or "changed while it was checked" in talk, talk
    for page in (site.folder / "content").iterdir():
        assert page.read_text().endswith("\n2. Choose a name.\n") and not page.name.startswith("."), page


def run(check: Callable, program: pathlib.Path) -> str | None:
    """What is wrong; None where all is well."""
    with work_folder() as work:
        try:
            check(Site(program, work / "site", PAGES), built(work, program, "new"))
        except Exception as error:  # a check may fail in any way; the run goes on
            return f"{type(error).__name__}: {error}"
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", metavar="NAME", default="")
    options = parser.parse_args()
    checks = [check for name, check in globals().items() if name.startswith("check_") and options.only in name]
    failures = 0
    for _ in range(options.rounds):
        for check in checks:
            start = time.monotonic()
            problem = run(check, options.program)
            failures += problem is not None
            name = check.__name__.removeprefix("check_").replace("_", " ")
            print(f"{'FAILS' if problem else 'ok':5} {time.monotonic() - start:6.1f} s  {name}", flush=True)
            if problem:
                print(f"      {problem}", file=sys.stderr, flush=True)
    sys.exit(1 if failures or not checks else 0)


if __name__ == "__main__":
    main()
