"""Publishes some 500 scripts in every place that a page has for text, and opens what comes of it: `payloads.py ROLEBOOK`.

None may run in Chromium, on a server without a policy; the frame around a page must stay that of a page of harmless
words, and what lies in it must be made of what pages are made of. The files that programs read must be whole.
"""
import argparse
import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import sys
import urllib.parse
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Audit"))

from browser import opened_browser, opened_page  # noqa: E402
from payload_cases import HARMLESS, SETTINGS, all_payloads, guide, reference  # noqa: E402
from running import run, work_folder  # noqa: E402
from server import serving  # noqa: E402

# What a page of ours is made of, besides its frame.
ELEMENTS = set("a abbr aside noscript b blockquote br button caption circle code col colgroup datalist dd details div dl dt em figcaption figure footer form g h1 h2 h3 h4 h5 h6 header hr i img input kbd label "
               "legend fieldset li line main mark nav ol optgroup option output p path pre rect s section select small span strong sub summary sup svg table tbody td text textarea tfoot th thead time title tr ul wbr".split())
SCHEMES = {"http:", "https:", "mailto:", "tel:", "ftp:"}
WATCH = "window.hits = []; window.pwned = () => { window.hits.push(document.location.href); }; window.alert = window.pwned;"
# What a page shows of itself: the tree of its frame, its elements, and what could run.
LOOK = """() => {
  // A page says its first paragraph in its head, twice, if it has one: `descriptions` counts them.
  const described = ['meta[name="description"]', 'meta[property="og:description"]'];
  const plain = element => element.matches(['wbr', ...described].join()) ? '' : '<' + element.localName + ' '
    + [...element.attributes].map(one => one.name).filter(name => !['aria-current', 'open', 'hidden'].includes(name)).sort().join(' ')
    + '>' + (element.id === 'main' ? '' : [...element.children].map(plain).join(''));
  const all = [...document.querySelectorAll('*')];
  const main = document.querySelector('main');
  const addresses = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'srcset', 'background'];
  const schemes = new Set();
  for (const one of all) for (const name of addresses) {
    if (!one.hasAttribute(name)) continue;
    try { schemes.add(new URL(one.getAttribute(name), document.baseURI).protocol); } catch { }
  }
  return {
    frame: plain(document.documentElement), hits: window.hits, schemes: [...schemes],
    elements: [...new Set(main ? [...main.querySelectorAll('*')].map(one => one.localName) : [])],
    handlers: all.flatMap(one => [...one.attributes].map(at => at.name)).filter(name => /^on|^srcdoc$/.test(name)),
    descriptions: described.map(one => document.querySelectorAll(`head > ${one}`).length),
    scripts: all.filter(one => one.localName === 'script' && !one.src).length,
  };
}"""


def write(site: pathlib.Path, payloads: list[str]) -> None:
    """Writes a site with two pages for each payload."""
    content = site / "content"
    content.mkdir(parents=True, exist_ok=True)
    (site / "rolebook.yml").write_text(SETTINGS)
    (content / "index.md").write_text("---\ntitle: Home\nkind: concept\n---\n\nText.\n")
    for number, payload in enumerate(payloads):
        (content / f"r{number:03}.md").write_text(reference(payload, number))
        (content / f"g{number:03}.md").write_text(guide(payload, number))


def built(program: pathlib.Path, work: pathlib.Path) -> pathlib.Path:
    """The output of a build with all payloads, and with the changes since one with other texts."""
    payloads = [HARMLESS, *all_payloads()]
    write(work / "site", [HARMLESS] + [f"{HARMLESS} {number}" for number in range(len(payloads) - 1)])
    for folder, options in [("before", []), ("after", ["--previous", f"{work / 'before'}/api/v1@2026-01-01"])]:
        made = run(program, work / "site", "build", "--force", "--quiet", "--output", str(work / folder), *options)
        assert made.code == 0, f"build ended with {made.code}: {made.talk[:2000]}"
        write(work / "site", payloads)
    return work / "after"


def pages_of(site: pathlib.Path) -> list[str]:
    """The paths of all pages and pictures."""
    return sorted(str(file.relative_to(site)) for ending in ("html", "svg", "xml") for file in site.rglob(f"*.{ending}"))


def frames(site: pathlib.Path, top: str) -> dict[str, str]:
    """The frame of a page of harmless words, by the kind of page."""
    kinds = {}
    with opened_browser() as browser, opened_page(browser) as page:
        page.add_init_script(WATCH)
        for path in pages_of(site):
            if kind_of(path) not in kinds and path.endswith(".html") and not is_hostile(path):
                page.goto(top + urllib.parse.quote(path))
                kinds[kind_of(path)] = page.evaluate(LOOK)["frame"]
    return kinds


def is_hostile(path: str) -> bool:
    """Whether a page is named for a payload; those of number 0 are harmless."""
    match = re.match(r"(?:[rg](\d{3})/|permissions/open/open\.a(\d+)\.|roles/open/(?:roles~)?r(\d+))", path)
    return match is not None and int(next(filter(None, match.groups()))) != 0


def kind_of(path: str) -> str:
    """What pages of one kind have in common in their paths."""
    return re.sub(r"^([rg])\d{3}/", r"\1/", re.sub(r"^((?:permissions|roles)/[^/]+)/.+", r"\1/one", path))


def look_at(top: str, paths: list[str], kinds: dict[str, str]) -> list[str]:
    """Opens pages one after another, in a browser of its own; gives what is wrong."""
    problems = []
    with opened_browser() as browser, opened_page(browser) as page:
        page.add_init_script(WATCH)
        page.on("dialog", lambda dialog: (problems.append(f"{page.url}: a dialog"), dialog.dismiss()))
        for path in paths:
            page.goto(top + urllib.parse.quote(path), wait_until="load")
            seen = page.evaluate(LOOK)
            problems += [f"{path}: {problem}" for problem in problems_of(path, seen, kinds)]
    return problems


def problems_of(path: str, seen: dict, kinds: dict[str, str]) -> list[str]:
    """What is wrong with a page as a browser has read it."""
    problems = ["a script ran"] if seen["hits"] else []
    if set(seen["schemes"]) - SCHEMES:
        problems.append(f"addresses with {sorted(set(seen['schemes']) - SCHEMES)}")
    if not path.endswith(".html"):
        return problems
    if seen["handlers"] or seen["scripts"]:
        problems.append(f"handlers {seen['handlers'][:3]}, {seen['scripts']} scripts")
    if set(seen["elements"]) - ELEMENTS:
        problems.append(f"elements {sorted(set(seen['elements']) - ELEMENTS)}")
    if seen["descriptions"] not in ([0, 0], [1, 1]):
        problems.append(f"{seen['descriptions']} descriptions")
    if kinds.get(kind_of(path), seen["frame"]) != seen["frame"]:
        problems.append("its frame is not that of a page of harmless words")
    return problems


def search_problems(top: str) -> list[str]:
    """What is wrong with the search and the tools when they are asked for payloads."""
    problems = []
    with opened_browser() as browser, opened_page(browser) as page:
        page.add_init_script(WATCH)
        page.on("pageerror", lambda error: problems.append(f"the search: {error}"))
        for text in ["pwned", "script", "onerror", "<img src=x onerror=pwned()>", "javascript:pwned()", "__proto__", "constructor", "\"><svg onload=pwned()>", "open.a1"]:
            page.goto(top)
            page.keyboard.press("/")
            page.wait_for_selector("dialog.search[open] input:focus")
            page.keyboard.type(text)
            page.wait_for_timeout(700)
            seen = page.evaluate(LOOK)
            found = page.eval_on_selector_all("dialog.search *", "all => [...new Set(all.map(one => one.localName))]")
            if seen["hits"] or seen["handlers"] or set(found) - ELEMENTS:
                problems.append(f"the search for {text}: {seen['hits'][:1]} {seen['handlers'][:3]} {sorted(set(found) - ELEMENTS)}")
    return problems


def file_problems(site: pathlib.Path) -> list[str]:
    """What is wrong with the files that programs read."""
    problems = []
    for file in site.rglob("*"):
        if not file.is_file():
            continue
        text, name = file.read_text(errors="strict"), str(file.relative_to(site))
        try:
            if file.suffix == ".json":
                json.loads(text)
            elif file.suffix == ".ndjson":
                all(json.loads(line) for line in text.split("\n") if line)
            elif file.suffix in (".xml", ".svg"):
                xml.etree.ElementTree.fromstring(text)
        except ValueError as error:
            problems.append(f"{name}: {error}")
        except xml.etree.ElementTree.ParseError as error:
            problems.append(f"{name}: {error}")
        if file.suffix == ".js" and re.search(r"</script", text, re.IGNORECASE):
            problems.append(f"{name} would end a script that holds it")
    return problems


def feed_problems(site: pathlib.Path) -> list[str]:
    """What runs of the HTML that feeds hand to their readers."""
    atom = xml.etree.ElementTree.parse(site / "changes/atom.xml").iter()
    contents = [element.text or "" for element in atom if element.get("type") == "html"]
    contents += [item.get("content_html", "") for item in json.loads((site / "changes/feed.json").read_text())["items"]]
    problems = []
    with opened_browser() as browser, opened_page(browser) as page:
        page.add_init_script(WATCH)
        for content in contents:
            page.goto("about:blank")
            page.set_content(content)
            seen = page.evaluate(LOOK)
            if seen["hits"] or seen["handlers"] or seen["scripts"]:
                problems.append(f"a feed: {content[:200]}")
    return problems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="build the site here and keep it")
    options = parser.parse_args()
    with contextlib.nullcontext(options.keep.resolve()) if options.keep else work_folder() as work:
        site = built(options.program.resolve(), work)
        problems = file_problems(site) + feed_problems(site)
        with serving(site, policy=None) as top:
            kinds = frames(site, top)
            paths = pages_of(site)
            parts = [paths[start::os.cpu_count()] for start in range(os.cpu_count())]
            with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
                for found in pool.map(look_at, [top] * len(parts), parts, [kinds] * len(parts)):
                    problems += found
            problems += search_problems(top)
    for problem in problems[:60]:
        print(f"FAILS {problem}", file=sys.stderr)
    print(f"{len(all_payloads())} payloads on {len(paths)} pages, {len(kinds)} kinds; {len(problems)} problems")
    sys.exit(1 if problems or not paths else 0)


if __name__ == "__main__":
    main()
