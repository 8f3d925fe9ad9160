"""The pages of roles, permissions and guides."""


def card(page) -> str:
    page.wait_for_selector(".card:visible")
    return page.locator(".card").inner_text()


def check_a_link_says_what_it_leads_to(site, page) -> None:
    page.goto(site.url("bigquery/reverse-etl/"))
    page.locator("main a[href*='roles/bigquery/bigquery.user/']").first.hover()
    text = card(page)
    assert "BigQuery User" in text and "permissions" in text, text
    page.locator(".card").hover()
    page.wait_for_timeout(300)
    assert page.locator(".card").is_visible(), "the way to the card closes it"
    page.keyboard.press("Escape")
    assert page.locator(".card").is_hidden()


def check_the_keyboard_shows_cards_too(site, page) -> None:
    page.goto(site.url("roles/bigquery/bigquery.user/"))
    link = page.locator("main a[href*='permissions/bigquery/bigquery.jobs.create']").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert "Held by" in card(page)
    assert link.get_attribute("aria-describedby") == "card"
    page.keyboard.press("Tab")
    page.wait_for_timeout(50)


def check_cards_work_from_a_disk(site, page) -> None:
    page.goto(site.file_url("roles/bigquery/bigquery.user/"))
    page.locator("main a[href*='permissions/bigquery/bigquery.jobs.create']").first.hover()
    assert "Held by" in card(page)


def check_ways_through_a_guide_stand_side_by_side(site, page) -> None:
    page.goto(site.url("bigquery/reverse-etl/"))
    ways = page.locator(".way")
    assert ways.count() == 2
    assert "45 granted on project" in ways.nth(0).inner_text()
    assert "42 in excess" in ways.nth(0).inner_text()
    assert "29 granted on dataset __segment_reverse_etl" in ways.nth(1).inner_text()
    boxes = [ways.nth(index).bounding_box() for index in range(2)]
    assert boxes[0]["y"] == boxes[1]["y"] and boxes[0]["x"] < boxes[1]["x"]


def check_a_guide_leads_to_the_smallest_roles(site, page) -> None:
    page.goto(site.url("bigquery/reverse-etl/"))
    page.locator(".way a").last.click()
    page.wait_for_selector(".answer h2")
    assert page.locator(".ticks input:checked").count() == 3
