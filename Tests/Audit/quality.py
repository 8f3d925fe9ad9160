"""Measures pages of built sites against what the site promises: `quality.py SITE…`.

Prints a line for each page; ends with 1 where a page is past a figure, and says which.
"""
import argparse
import concurrent.futures
import os
import pathlib
import sys

from browser import opened_browser
from measures import Figures, measure
from pages import chosen
from server import serving
from validator import axe_script, html_errors

# The most that a page may have of each; `text_without_scripts` is the least.
LIMITS = {
    "axe": 0, "html": 0, "kb": 30, "requests": 4, "outside": 0, "console": 0, "overflow": 0,
    "stops_before_text": 4, "stops_at_fault": 0,
}


def excesses(figures: Figures) -> list[str]:
    """What is past its limit, in words."""
    found = [f"{name} is {getattr(figures, name)}, at most {limit}"
             for name, limit in LIMITS.items() if getattr(figures, name) > limit]
    if figures.text_without_scripts < 100:
        found.append(f"{figures.text_without_scripts} % of the text is there without scripts")
    return found


def row(kind: str, path: str, figures: Figures) -> str:
    """The figures of a page in columns."""
    return (f"{kind:12} {figures.axe:3} {figures.html:4} {figures.kb:6.1f} {figures.requests:4} {figures.overflow:5} "
            f"{figures.stops_before_text:4} {figures.stops_at_fault:6} {figures.text_without_scripts:5.0f} "
            f"{figures.lcp:5} {figures.nodes:6}  /{path}")


def measure_alone(url: str, axe: str, html: list[str]) -> Figures:
    """The figures of a page, in a browser of its own."""
    with opened_browser() as browser:
        return measure(browser, url, axe, html)


def audit(site: pathlib.Path) -> list[str]:
    """Measures a page of each kind of a site; gives what is past a limit."""
    pages = [(kind, path) for kind, paths in chosen(site).items() for path in paths]
    files = {path: site / path / "index.html" if (site / path).is_dir() else site / path for _, path in pages}
    errors = html_errors(files.values())
    axe = axe_script()
    problems = []
    print(f"{site}\nkind         axe html     KB reqs  over stops faults  text   LCP  nodes  page")
    with serving(site) as top, concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        measured = [pool.submit(measure_alone, top + path, axe, errors[files[path].resolve()]) for _, path in pages]
        for (kind, path), future in zip(pages, measured):
            figures = future.result()
            print(row(kind, path, figures), flush=True)
            past = excesses(figures)
            problems += [f"/{path}: {excess}" for excess in past]
            problems += [f"    {fault}" for fault in figures.faults[:8] if past]
    return problems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    problems = [problem for site in options.sites for problem in audit(site)]
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
