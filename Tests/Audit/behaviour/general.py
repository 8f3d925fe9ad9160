"""What holds for every page."""
import urllib.parse

from browser import opened_page

PAGES = ["", "guide/", "bigquery/roles/", "roles/bigquery/bigquery.user/"]


def check_theme_follows_the_system(site, page) -> None:
    """Light and dark grounds differ, from the first paint on: the page's own style says it, no script."""
    grounds = []
    for scheme in ("light", "dark"):
        with opened_page(site.browser, scheme=scheme, scripts=False) as other:
            other.goto(site.url())
            grounds.append(other.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds[0] != grounds[1], f"both grounds are {grounds[0]}"
    page.emulate_media(color_scheme="dark")
    page.add_init_script("""addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => {
      window.firstGround = getComputedStyle(document.body).backgroundColor;
    }))""")
    page.goto(site.url())
    page.wait_for_function("window.firstGround")
    assert page.evaluate("[window.firstGround, getComputedStyle(document.body).backgroundColor]") == [grounds[1]] * 2


def check_pages_work_from_a_disk(site, page) -> None:
    """Opened as files, pages have their style and scripts, and links lead to pages."""
    for path in PAGES:
        page.goto(site.file_url(path))
        assert page.evaluate("document.styleSheets.length") > 0
        assert page.evaluate("typeof window.rolebook") == "object"
    page.goto(site.file_url(""))
    page.locator("main a[href$='index.html']").first.click()
    assert page.locator("main h1").count() == 1


def check_nothing_is_loaded_from_outside(site, page) -> None:
    """Every request of a page goes to the site."""
    hosts = set()
    page.on("request", lambda request: hosts.add(urllib.parse.urlsplit(request.url).netloc))
    for path in PAGES:
        page.goto(site.url(path))
    assert hosts == {urllib.parse.urlsplit(site.top).netloc}, hosts


def check_skip_link_leads_to_the_text(site, page) -> None:
    """The first Tab stop skips to the text."""
    page.goto(site.url("guide/"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('main, main *')")


def check_an_unknown_address_is_answered(site, page) -> None:
    """The page for errors has its style at any depth."""
    response = page.goto(site.url("no/such/page/"))
    assert response.status == 404
    assert page.locator("h1").inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def check_the_policy_blocks_nothing(site, page) -> None:
    """With `default-src 'self'`, no page has anything that a browser refuses."""
    messages = []
    page.on("console", lambda message: messages.append(message.text) if message.type == "error" else None)
    for path in [*PAGES, "matrix/bigquery/", "explorer/pick/", "quality/", "redshift/data-graph/"]:
        page.goto(site.url(path))
    assert messages == [], messages[:3]
