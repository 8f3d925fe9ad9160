"""What is measured of a page, each in a fresh page of the browser."""
import pathlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from browser import NARROW, PHONE, opened_page

PROBES = pathlib.Path(__file__).parent / "probes"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def probe(name: str) -> str:
    """The script of a probe."""
    return (PROBES / f"{name}.js").read_text()


@dataclass
class Figures:
    """The figures of one page; `faults` says in words what lies behind those that should be zero."""

    axe: int = 0
    html: int = 0
    kb: float = 0
    requests: int = 0
    outside: int = 0
    console: int = 0
    overflow: int = 0
    stops_before_text: int = 0
    stops_at_fault: int = 0
    text_without_scripts: float = 100
    lcp: int = 0
    nodes: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass
class Loading:
    """What one load took: transferred kilobytes, requests, what went outside, problems, milliseconds to the LCP."""

    kb: float
    requests: int
    outside: list[str]
    problems: list[str]
    lcp: int
    nodes: int


def load(browser: Browser, url: str, slowdown: float = 4) -> Loading:
    """Loads a page with an empty cache on a processor slowed down this many times."""
    outside: list[str] = []
    problems: list[str] = []
    bytes_in: list[float] = []
    with opened_page(browser) as page:
        page.add_init_script(probe("timing"))
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        # Requests are watched and not intercepted: each stop would count as time of the page.
        network.on("Network.requestWillBeSent", lambda event: note_outside(event["request"]["url"], outside))
        network.on("Network.loadingFinished", lambda event: bytes_in.append(event["encodedDataLength"]))
        network.on("Network.loadingFailed", lambda event: bytes_in.append(0))
        page.goto(url, wait_until="load")
        page.wait_for_timeout(600)
        lcp, nodes = page.evaluate("() => [largestPaint, document.querySelectorAll('*').length]")
    return Loading(round(sum(bytes_in) / 1024, 1), len(bytes_in), outside, problems, round(lcp), nodes)


def note_outside(address: str, outside: list[str]) -> None:
    """Notes an address of another host."""
    if not address.startswith(("http://127.0.0.1", "data:", "blob:")):
        outside.append(address)


def accessibility(browser: Browser, url: str, axe: str) -> list[str]:
    """The rules of axe that the page breaks: light, dark and on a phone."""
    found = []
    for look, options in {"light": {}, "dark": {"scheme": "dark"}, "phone": {"viewport": PHONE}}.items():
        with opened_page(browser, **options) as page:
            page.goto(url, wait_until="load")
            page.wait_for_timeout(200)
            page.evaluate(axe)
            result = page.evaluate(
                "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
                RULES)
            found += [f"axe, {look}: {rule['id']} at {rule['nodes'][0]['html'][:120]}"
                      for rule in result["violations"]]
    return found


def overflow(browser: Browser, url: str) -> tuple[int, list[str]]:
    """By how many pixels the page is too wide at 390 and at 320, and what reaches out."""
    widest, blame = 0, []
    for viewport in (PHONE, NARROW):
        with opened_page(browser, viewport) as page:
            page.goto(url, wait_until="load")
            page.wait_for_timeout(100)
            found = page.evaluate(probe("overflow"))
            widest = max(widest, found["excess"])
            blame += [f"{viewport['width']} px: {element}" for element in found["blame"]]
    return widest, blame


def keyboard(browser: Browser, url: str, limit: int = 400) -> tuple[int, list[str]]:
    """How many Tab stops lie before the text behind the link that skips to it, and the stops that are at fault."""
    with opened_page(browser) as page:
        page.goto(url, wait_until="load")
        page.wait_for_timeout(100)
        page.evaluate(probe("focus-setup"))
        stops = walk(page, limit)
    before = next((index for index, stop in enumerate(stops) if stop["isInText"]), len(stops))
    faults = [f"{fault}: {stop['what']}" for stop in stops for fault, is_fine in (
        ("invisible", stop["isVisible"]), ("no sign of focus", stop["shows"]), ("no name", stop["isNamed"])
    ) if not is_fine]
    return before, faults


def walk(page: Page, limit: int) -> list[dict]:
    """The Tab stops of a page, from its top."""
    stops = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(probe("focus-now"))
        if stop is None or stop == "again":
            break
        stops.append(stop)
    return stops


def words_to_read(browser: Browser, url: str, scripts: bool) -> Counter[str]:
    """The words of a page's text; what stands in controls is not read, and what is kept for pages without scripts
    neither."""
    with opened_page(browser, scripts=scripts) as page:
        page.goto(url, wait_until="load")
        page.wait_for_timeout(100)
        text = page.locator("main").evaluate(probe("text"))
    return Counter(text.split())


def text_share(browser: Browser, url: str) -> float:
    """How much of what is there to read with scripts is there without them, in percent."""
    whole, plain = (words_to_read(browser, url, scripts) for scripts in (True, False))
    missing = (whole - plain).total()
    return round(100 * (1 - missing / max(1, whole.total())), 2)


def measure(browser: Browser, url: str, axe: str, html: Sequence[str]) -> Figures:
    """All figures of a page; `html` is what the validator found in its file."""
    last = load(browser, url)
    broken = accessibility(browser, url, axe)
    wide, blame = overflow(browser, url)
    stops, stop_faults = keyboard(browser, url)
    return Figures(
        axe=len(broken), html=len(html), kb=last.kb, requests=last.requests, outside=len(last.outside),
        console=len(last.problems), overflow=wide, stops_before_text=stops, stops_at_fault=len(stop_faults),
        text_without_scripts=text_share(browser, url), lcp=last.lcp,
        nodes=last.nodes, faults=[*broken, *html, *last.outside, *last.problems, *blame, *stop_faults])
