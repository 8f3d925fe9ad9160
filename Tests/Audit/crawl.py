"""Follows every link of a built site, on the disk: `crawl.py SITE [--base PATH] [--disk]`.

A site that may be opened from a disk names files, for a folder would show its listing: `--disk` asks for that.
Each page, its stylesheet, scripts, pictures and links inside the site must lead to a file, each anchor to an element.
"""
import argparse
import pathlib
import re
import sys
import urllib.parse

LINK = re.compile(rb'<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]*)"')
ANCHOR = re.compile(rb'\sid="([^"]*)"')


class Crawl:
    """The pages of a site, and what their links lead to."""

    def __init__(self, folder: pathlib.Path, base: str, names_files: bool) -> None:
        self.folder = folder.resolve()
        self.base = base
        self.names_files = names_files
        self.anchors: dict[pathlib.Path, set[str]] = {}
        self.links = 0

    def problems(self) -> list[str]:
        """The links that lead nowhere, with their pages."""
        found = []
        for file in sorted(self.folder.rglob("*.html")):
            for link in set(LINK.findall(file.read_bytes())):
                self.links += 1
                problem = self.problem(file, unescaped(link.decode()))
                if problem:
                    found.append(f"{file.relative_to(self.folder)}: {problem}")
        return found

    def problem(self, page: pathlib.Path, link: str) -> str | None:
        """What is wrong with a link; links to other sites are not followed."""
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        # The page for errors is served at any address, so its links start at the top.
        if self.names_files and parts.path.endswith("/") and not parts.path.startswith("/"):
            return f"{link} names a folder"
        file = self.file(page, urllib.parse.unquote(parts.path))
        if file is None or not file.is_file():
            return f"{link} leads to nothing"
        anchor = urllib.parse.unquote(parts.fragment)
        if anchor and file.suffix == ".html" and anchor not in self.anchors_of(file):
            return f"{link} names an anchor that is not there"
        return None

    def file(self, page: pathlib.Path, path: str) -> pathlib.Path | None:
        """The file at a path as a page writes it; None outside the site."""
        if path.startswith("/"):
            if not path.startswith(self.base):
                return None
            file = self.folder / path.removeprefix(self.base)
        else:
            file = page.parent / path if path else page
        file = file.resolve()
        if file.is_dir():
            file = file / "index.html"
        return file if file.is_relative_to(self.folder) else None

    def anchors_of(self, file: pathlib.Path) -> set[str]:
        """The ids of a page."""
        if file not in self.anchors:
            self.anchors[file] = {unescaped(name.decode()) for name in ANCHOR.findall(file.read_bytes())}
        return self.anchors[file]


def unescaped(text: str) -> str:
    """An attribute's value without the escapes that the site writes."""
    return text.replace("&quot;", '"').replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--base", default="/", help="the path that the site is served at")
    parser.add_argument("--disk", action="store_true", help="links must name files")
    options = parser.parse_args()
    crawl = Crawl(options.site, options.base, options.disk)
    problems = crawl.problems()
    for problem in problems[:40]:
        print(problem, file=sys.stderr)
    print(f"{options.site}: {crawl.links} links, {len(problems)} lead nowhere")
    sys.exit(1 if problems or not crawl.links else 0)


if __name__ == "__main__":
    main()
