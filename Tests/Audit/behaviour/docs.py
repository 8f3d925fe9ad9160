"""The frame of every page: contents, copying, tabs, the list of pages, print."""

TABS = "guide/site/"


def is_shown(element):
    """Whether the browser shows an element; Playwright knows nothing of `content-visibility`."""
    return element.evaluate("element => element.checkVisibility()")


def check_marks_the_current_heading(site, page):
    page.goto(site.url(TABS))
    page.evaluate("document.getElementById('redirects').scrollIntoView()")
    page.wait_for_function(
        "document.querySelector('.contents [aria-current=\"true\"]')?.hash === '#redirects'")
    assert page.locator(".contents [aria-current]").count() == 1


def check_links_headings(site, page):
    page.goto(site.url(TABS))
    page.locator("h2#code a").click()
    assert page.url.endswith("#code"), page.url
    for anchor in page.locator(".text :is(h2, h3) :is(.anchor, .mark)").all():
        assert (anchor.get_attribute("aria-label") or anchor.inner_text()).strip()


def check_copies_code_and_says_so(site, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site.url(TABS))
    button = page.locator("[role=tabpanel]:not([hidden]) button.copy").first
    assert button.get_attribute("aria-label")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[role=status]').textContent !== ''")
    assert page.evaluate("navigator.clipboard.readText()") == "gcloud projects get-iam-policy PROJECT"
    assert button.evaluate("button => button === document.activeElement")


def check_moves_through_tabs_by_keyboard(site, page):
    page.goto(site.url(TABS))
    tabs = page.locator("[role=tablist]").first.locator("[role=tab]")
    assert tabs.all_inner_texts() == ["gcloud", "REST API"], tabs.all_inner_texts()
    tabs.first.focus()
    for key, chosen in [("ArrowRight", 1), ("ArrowRight", 0), ("ArrowLeft", 1), ("Home", 0), ("End", 1)]:
        page.keyboard.press(key)
        selected = [tab.get_attribute("aria-selected") for tab in tabs.all()]
        assert selected == ["true" if index == chosen else "false" for index in range(2)], (key, selected)
        assert tabs.nth(chosen).evaluate("tab => tab === document.activeElement"), key
    blocks = page.locator("[role=tabpanel] pre")
    assert [is_shown(blocks.nth(index)) for index in range(2)] == [False, True]
    assert blocks.nth(1).bounding_box()["height"] > 20
    assert [tab.get_attribute("tabindex") for tab in tabs.all()] == ["-1", "0"]


def check_prints_every_tab(site, page):
    page.goto(site.url(TABS))
    page.emulate_media(media="print")
    for block in page.locator("[role=tabpanel] pre").all():
        assert block.bounding_box()["height"] > 20
    assert not page.locator(".sidebar").is_visible() and not page.locator("button.copy").first.is_visible()


def check_shows_every_tab_without_scripts(site, page):
    context = page.context.browser.new_context(java_script_enabled=False)
    try:
        plain = context.new_page()
        plain.goto(site.url(TABS))
        assert plain.locator(".tab").count() > 1
        for tab in plain.locator(".tab").all():
            assert tab.is_visible()
        assert plain.locator("[role=tab]").count() == 0
    finally:
        context.close()


def check_opens_sections_without_scripts(site, page):
    context = page.context.browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    try:
        plain = context.new_page()
        plain.goto(site.url("bigquery/roles/"))
        link = plain.locator(".sidebar li > details:not([open]) a").first.element_handle()
        assert not is_shown(link)
        link.evaluate_handle("link => link.closest('details').firstElementChild").click()
        assert is_shown(link)
    finally:
        context.close()


def check_shows_the_current_page_in_a_long_list(site, page):
    for scripts in (True, False):
        context = page.context.browser.new_context(
            java_script_enabled=scripts, viewport={"width": 1280, "height": 800})
        try:
            other = context.new_page()
            other.goto(site.url("rules/vacuous-grant/"))
            box = other.locator(".sidebar [aria-current]").bounding_box()
            assert 0 < box["y"] < 800, (scripts, box)
            assert other.evaluate("scrollY") == 0
        finally:
            context.close()


def check_folds_the_list_of_pages_on_a_phone(site, page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.url("bigquery/roles/"))
    current = page.locator(".sidebar [aria-current]")
    assert not current.is_visible()
    page.locator(".sidebar > summary").click()
    assert current.is_visible()


def check_links_the_markdown_of_a_page(site, page):
    page.goto(site.url("bigquery/roles/"))
    address = page.locator("link[type='text/markdown']").evaluate("link => link.href")
    assert page.locator(".about a[type='text/markdown']").evaluate("link => link.href") == address
    text = page.request.get(address).text()
    assert text.startswith("# BigQuery roles\n"), text[:80]
    assert "index.md" in page.request.get(site.url("llms.txt")).text()
