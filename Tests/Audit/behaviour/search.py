"""The search, used by keyboard."""
import json
import pathlib

FIXTURE = pathlib.Path(__file__).resolve().parents[2] / "Fixtures/search-terms.json"


def hits(page, text: str) -> list[str]:
    """Types into the open search; the addresses of the results, the first one first."""
    page.keyboard.type(text)
    page.wait_for_function("() => document.querySelector('.search [role=option]')")
    page.wait_for_timeout(250)
    return page.eval_on_selector_all(".search [role=option]", "all => all.map(one => one.href)")


def opened(site, page, key: str = "/", path: str = "") -> None:
    page.goto(site.url(path))
    page.keyboard.press(key)
    page.wait_for_selector("dialog.search[open] input:focus")


def first_hit(site, page, text: str) -> str:
    opened(site, page)
    return hits(page, text)[0].removeprefix(site.top).removesuffix("index.html")


def check_cuts_text_as_the_generator_does(site, page) -> None:
    page.goto(site.url())
    for case in json.loads(FIXTURE.read_text()):
        assert page.evaluate("text => rolebook.terms.all(text)", case["text"]) == case["terms"], case["text"]


def check_opens_by_keys_and_button(site, page) -> None:
    for key in ("/", "Control+k", "Meta+k"):
        opened(site, page, key)
        page.keyboard.press("Escape")
        assert page.locator("dialog.search[open]").count() == 0
    page.locator(".search-open").click()
    page.wait_for_selector("dialog.search[open] input:focus")


def check_an_id_leads_to_its_own_page(site, page) -> None:
    expected = {
        "dataEditor": "roles/bigquery/bigquery.dataEditor/",
        "getData": "permissions/bigquery/bigquery.tables.getData/",
        "tables.getData": "permissions/bigquery/bigquery.tables.getData/",
        "bigquery.tables.getData": "permissions/bigquery/bigquery.tables.getData/",
        "bigquery.dataset.get": "permissions/bigquery/bigquery.datasets.get/",
        "datasets.get": "permissions/bigquery/bigquery.datasets.get/",
        "dataedtor": "roles/bigquery/bigquery.dataEditor/",
        "roles/bigquery.user": "roles/bigquery/bigquery.user/",
        "BigQuery Data Editor": "roles/bigquery/bigquery.dataEditor/",
    }
    for text, address in expected.items():
        assert first_hit(site, page, text) == address, f"{text}: {first_hit(site, page, text)}"


def check_a_name_of_a_script_leads_to_its_guide(site, page) -> None:
    for text in ("segment_linked_role", "segment_linked"):
        assert first_hit(site, page, text).startswith("redshift/data-graph/"), first_hit(site, page, text)


def check_words_are_found_in_titles_and_text(site, page) -> None:
    assert first_hit(site, page, "reverse etl from big").startswith("bigquery/reverse-etl/")
    assert first_hit(site, page, "input-too-complex").startswith("rules/input-too-complex/")
    assert "redshift/" in first_hit(site, page, "default privileges of another user")


def check_is_used_by_keyboard(site, page) -> None:
    opened(site, page)
    found = hits(page, "bigquery.tables")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".search [aria-selected=true]")
    assert chosen.get_attribute("href") == page.locator(".search [role=option]").nth(1).get_attribute("href")
    assert page.locator(".search input").get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.locator(".search [aria-selected=true]").get_attribute("href").endswith(found[-1][-20:])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(found[0])


def check_says_that_nothing_fits(site, page) -> None:
    opened(site, page)
    page.keyboard.type("zzzqqqxxyy")
    page.wait_for_function("() => document.querySelector('.search .status').textContent.includes('Nothing')")


def check_typing_elsewhere_opens_nothing(site, page) -> None:
    opened(site, page)
    page.keyboard.type("a/b")
    assert page.locator(".search input").input_value() == "a/b"


def check_works_from_a_disk(site, page) -> None:
    page.goto(site.file_url("guide/"))
    page.keyboard.press("/")
    assert hits(page, "tables.getData")[0].split("/public/")[-1].rstrip("index.html").endswith(
        "permissions/bigquery/bigquery.tables.getData/".rstrip("index.html"))


def check_the_first_load_is_light(site, page) -> None:
    sizes = []
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    opened(site, page)
    page.wait_for_timeout(300)
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    hits(page, "user")
    assert sum(sizes) <= 150_000, sizes


def check_the_page_for_errors_offers_what_was_meant(site, page) -> None:
    page.goto(site.url("roles/bigquery/bigquery.dataEdtor/"))
    page.wait_for_selector("main .text ul a")
    assert page.locator("main .text ul a").first.get_attribute("href").endswith(
        ("/roles/bigquery/bigquery.dataEditor/", "/roles/bigquery/bigquery.dataEditor/index.html"))
