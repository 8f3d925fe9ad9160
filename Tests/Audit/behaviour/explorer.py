"""The tools that answer questions about access, and the matrix."""
import json
import pathlib

FIXTURE = pathlib.Path(__file__).resolve().parents[2] / "Fixtures/who-can.json"
PICKED = "explorer/pick/?platform=bigquery&p=bigquery.tables.getData,bigquery.jobs.create"


def check_answers_as_the_command_does(site, page) -> None:
    """The same roles, smallest sets and excess as `rolebook who-can`."""
    page.goto(site.url("explorer/pick/"))
    fixture = json.loads(FIXTURE.read_text())
    answers = page.evaluate("""({ access, cases }) => {
      const data = rolebook.access(access);
      return cases.map(({ permissions, level }) => {
        const { roles, cover, unheld } = data.whoCan(permissions, level);
        return { roles: roles.map(({ id }) => id), unheld, cover: cover && cover.roles.map(({ id }) => id),
          excess: cover && cover.excess };
      });
    }""", fixture)
    assert len(answers) >= 50
    for case, answer in zip(fixture["cases"], answers):
        for key, value in answer.items():
            assert case.get(key) == value, f"{key} of {case['permissions']}: {value}, not {case.get(key)}"


def check_picks_by_filter_and_keeps_the_state(site, page) -> None:
    page.goto(site.url("explorer/pick/"))
    page.locator("[name=filter]").fill("tables.getData")
    page.get_by_label("bigquery.tables.getData").check()
    page.wait_for_selector(".answer table")
    assert "p=bigquery.tables.getData" in page.url.replace("%2C", ",")
    page.locator("[name=on]").select_option("table")
    before = page.locator(".answer").inner_text()
    page.reload()
    page.wait_for_selector(".answer table")
    assert page.locator(".answer").inner_text() == before


def check_pasted_ids_are_picked(site, page) -> None:
    page.goto(site.url("explorer/pick/"))
    page.locator("[name=filter]").fill("bigquery.tables.get, bigquery.jobs.create no.such.id")
    page.keyboard.press("Enter")
    page.wait_for_selector(".answer pre")
    assert page.locator(".ticks input:checked").count() == 2


def check_writes_custom_roles(site, page) -> None:
    page.goto(site.url(PICKED))
    page.wait_for_selector(".answer pre")
    texts = {}
    for form in ("gcloud", "yaml", "terraform", "sql"):
        page.locator(".answer select").select_option(form)
        texts[form] = page.locator(".answer pre").inner_text()
    assert "--permissions=bigquery.jobs.create,bigquery.tables.getData" in texts["gcloud"]
    assert "- bigquery.jobs.create\n- bigquery.tables.getData" in texts["yaml"]
    assert 'permissions = [\n    "bigquery.jobs.create",' in texts["terraform"]
    assert "as=sql" in page.url


def check_compares_two_roles(site, page) -> None:
    page.goto(site.url("explorer/compare/?platform=bigquery&a=roles/bigquery.dataViewer&b=roles/bigquery.dataEditor"))
    page.wait_for_selector(".answer h2")
    assert page.locator(".sentence").inner_text() == "BigQuery Data Editor is BigQuery Data Viewer and 14 permissions more."
    assert page.locator(".answer a[href*='bigquery.tables.create']").count() == 1


def check_says_what_a_role_lacks(site, page) -> None:
    asked = []
    page.goto(site.url("explorer/check/"))
    page.wait_for_function("() => document.querySelector('[name=guide]').options.length > 1")
    page.locator("[name=guide]").select_option(label="Reverse ETL from BigQuery: Limited access")
    page.wait_for_function("() => document.querySelector('.answer').textContent")
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[name=role]").fill(
        "includedPermissions:\n- bigquery.jobs.create\n- bigquery.datasets.get\n- bigquery.tables.delete\n")
    page.wait_for_selector(".answer h2")
    text = page.locator(".answer").inner_text()
    assert "1 of 3 is missing" in text and "bigquery.tables.getData" in text, text
    assert asked == [], "what is pasted leaves the browser"


def check_says_what_grants_lack(site, page) -> None:
    page.goto(site.url("explorer/check/"))
    page.wait_for_function("() => document.querySelector('[name=guide]').options.length > 1")
    guide = page.locator("[name=guide] option", has_text="A whole schema").first.inner_text()
    page.locator("[name=guide]").select_option(label=guide)
    page.locator("[name=role]").fill(
        "GRANT USAGE ON SCHEMA devices TO ROLE segment_linked_role;\nGRANT DELETE ON sales.orders TO x;")
    page.wait_for_selector(".answer h2")
    text = page.locator(".answer").inner_text()
    assert "SELECT ON all tables in schema devices" in text, text
    assert "DELETE ON table sales.orders" in text, text


def check_the_matrix_filters(site, page) -> None:
    page.goto(site.url("matrix/bigquery/"))
    rows = page.locator(".grid tbody tr:not(.group):visible")
    everything = rows.count()
    page.get_by_label("Filter permissions").fill("tables.get")
    assert 0 < rows.count() < everything
    page.get_by_label("Filter permissions").fill("")
    page.get_by_label("Only differences").check()
    assert 0 < rows.count() <= everything


def check_arrow_keys_move_in_the_matrix(site, page) -> None:
    page.goto(site.url("matrix/bigquery/"))
    page.locator(".grid tbody th a").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.tagName") == "TD"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.closest('th').textContent") == page.locator(
        ".grid tbody tr:not(.group) th").nth(1).inner_text()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("Boolean(document.activeElement.closest('thead'))")


def check_a_phone_shows_one_role_at_a_time(site, page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.url("matrix/bigquery/"))
    assert page.locator(".grid thead th:visible").count() == 2
    page.locator(".chooser select").select_option(index=3)
    assert "connectionUser" in page.locator(".grid thead th:visible").nth(1).inner_text()


def check_tools_work_from_a_disk(site, page) -> None:
    page.goto(site.file_url("explorer/compare/") + "?platform=bigquery&a=roles/bigquery.user&b=roles/bigquery.admin")
    page.wait_for_selector(".answer .sentence")
