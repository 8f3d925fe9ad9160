"""Our pages as sites of three generators, measured in one run: `compare.py ROLEBOOK`.

Material for MkDocs and Zensical get the same Markdown, with their default settings and search. Prints a Markdown table.
The LCP is the median of loads that take turns with those of a page of one paragraph, which shows what the browser takes
for any page. Ends with 1 where one of our pages is painted later than in half of Zensical's time.
"""
import argparse
import contextlib
import dataclasses
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from browser import opened_browser
from measures import Figures, load, measure
from server import serving
from validator import axe_script, html_errors

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARAGRAPH = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>One</title></head><body><p>One paragraph.</p>'
PAGES = ["bigquery/roles/", "redshift/data-graph/", "guide/tables/"]
COLUMNS = {
    "axe violations": "axe", "HTML errors": "html", "KB": "kb", "requests": "requests", "LCP at 4× in ms": "lcp",
    "elements": "nodes", "stops before the text": "stops_before_text", "% of text without scripts": "text_without_scripts",
}


def build_rolebook(program: pathlib.Path, work: pathlib.Path) -> pathlib.Path:
    """Our own site."""
    subprocess.run([program, "build", "--quiet", "--root", ROOT, "--output", work / "rolebook"], check=True)
    return work / "rolebook"


def build_mkdocs(work: pathlib.Path) -> pathlib.Path:
    """Material for MkDocs."""
    (work / "mkdocs.yml").write_text("site_name: Access handbook\ndocs_dir: content\ntheme: {name: material}\n")
    run_in(work, "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml", "--site-dir", "material")
    return work / "material"


def build_zensical(work: pathlib.Path) -> pathlib.Path:
    """Zensical."""
    (work / "zensical.toml").write_text(
        '[project]\nsite_name = "Access handbook"\ndocs_dir = "content"\nsite_dir = "zensical"\n')
    run_in(work, "zensical", "build", "--config-file", "zensical.toml")
    return work / "zensical"


def run_in(work: pathlib.Path, name: str, *arguments: str) -> None:
    """Runs a generator of `.tools/others`."""
    program = ROOT / ".tools/others/bin" / name
    subprocess.run([program, *arguments], cwd=work, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def build_paragraph(work: pathlib.Path) -> pathlib.Path:
    """A site whose every page is one paragraph."""
    for page in PAGES:
        (work / "paragraph" / page).mkdir(parents=True)
        (work / "paragraph" / page / "index.html").write_text(PARAGRAPH)
    return work / "paragraph"


def figures_of(site: pathlib.Path, page: str) -> Figures:
    """The figures of one page of a site."""
    file = site / page / "index.html"
    errors = html_errors([file])[file.resolve()]
    with serving(site) as top, opened_browser() as browser:
        return measure(browser, top + page, axe_script(), errors)


def paints_of(sites: dict[str, pathlib.Path], page: str, loads: int) -> dict[str, int]:
    """The largest contentful paint of a page on each site, in milliseconds: the median of loads in turns."""
    paints: dict[str, list[int]] = {name: [] for name in sites}
    with contextlib.ExitStack() as stack:
        browser = stack.enter_context(opened_browser())
        tops = {name: stack.enter_context(serving(site)) for name, site in sites.items()}
        for _ in range(loads):
            for name, top in tops.items():
                paints[name].append(load(browser, top + page).lcp)
    return {name: round(statistics.median(times)) for name, times in paints.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--loads", type=int, default=11, help="loads of each page; the LCP is their median")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        shutil.copytree(ROOT / "content", work / "content")
        sites = {"Rolebook": build_rolebook(options.program.resolve(), work), "Material for MkDocs": build_mkdocs(work),
                 "Zensical": build_zensical(work)}
        plain = build_paragraph(work)
        print("| page | generator | " + " | ".join(COLUMNS) + " |")
        print("| --- | --- |" + " ---: |" * len(COLUMNS))
        late = []
        for page in PAGES:
            paints = paints_of({"one paragraph": plain, **sites}, page, options.loads)
            print(f"| /{page} | one paragraph | | | | | {paints['one paragraph']} | | | |", flush=True)
            for name, site in sites.items():
                figures = dataclasses.replace(figures_of(site, page), lcp=paints[name])
                cells = [f"{getattr(figures, field):g}" for field in COLUMNS.values()]
                print(f"| /{page} | {name} | " + " | ".join(cells) + " |", flush=True)
            if paints["Rolebook"] > paints["Zensical"] / 2:
                late.append(f"/{page}: our LCP is {paints['Rolebook']} ms, Zensical's {paints['Zensical']} ms")
    for line in late:
        print(line, file=sys.stderr)
    sys.exit(1 if late else 0)


if __name__ == "__main__":
    main()
