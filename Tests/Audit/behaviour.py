"""Runs every check of what the site does in a browser: `behaviour.py SITE [--only NAME]`.

Checks of pages on a disk are left out below a path, for such a site is not made for disks. A check is a function `check_…(site, page)` in `behaviour/*.py`; it raises AssertionError where the site does something
else. One line for each; ends with 1 where one fails.
"""
import argparse
import importlib
import pathlib
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser

from browser import opened_browser, opened_page
from server import serving

FOLDER = pathlib.Path(__file__).parent / "behaviour"


@dataclass
class Site:
    """A built site, on disk and served."""

    folder: pathlib.Path
    top: str
    browser: Browser

    def url(self, path: str = "") -> str:
        """The address of a page on the server."""
        return self.top + path.lstrip("/")

    def file_url(self, path: str = "") -> str:
        """The address of a page on the disk."""
        file = self.folder / path.lstrip("/")
        return (file / "index.html" if file.is_dir() else file).resolve().as_uri()


def checks(only: str | None) -> Iterator[tuple[str, Callable]]:
    """The checks, by area and name."""
    sys.path.insert(0, str(FOLDER))
    for file in sorted(FOLDER.glob("*.py")):
        module = importlib.import_module(file.stem)
        for name, check in vars(module).items():
            if name.startswith("check_") and callable(check) and (only is None or only in f"{file.stem}.{name}"):
                yield f"{file.stem}: {name.removeprefix('check_').replace('_', ' ')}", check


def run(check: Callable, site: Site) -> str | None:
    """What is wrong; None where all is well."""
    problems: list[str] = []
    with opened_page(site.browser) as page:
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: problems.append(f"exception in the page: {error}"))
        try:
            check(site, page)
        except Exception as error:  # a check may fail in any way; the run goes on
            place = traceback.extract_tb(error.__traceback__)
            line = next((frame for frame in reversed(place) if str(FOLDER) in frame.filename), place[-1])
            problems.append(f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else line.line}"
                            f" ({pathlib.Path(line.filename).name}:{line.lineno})")
    return "; ".join(problems) or None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--only", metavar="NAME")
    parser.add_argument("--mount", default="/", help="the path that the site is served at")
    options = parser.parse_args()
    failures = count = 0
    with serving(options.site, options.mount) as top, opened_browser() as browser:
        site = Site(options.site, top, browser)
        for name, check in checks(options.only):
            if options.mount != "/" and "disk" in name:
                continue
            start = time.monotonic()
            problem = run(check, site)
            count += 1
            failures += problem is not None
            print(f"{'FAILS' if problem else 'ok':5} {time.monotonic() - start:5.1f} s  {name}", flush=True)
            if problem:
                print(f"      {problem}", file=sys.stderr, flush=True)
    print(f"{count} checks, {failures} failed")
    sys.exit(1 if failures or not count else 0)


if __name__ == "__main__":
    main()
