"""The browser that all checks look through: Debian's Chromium, driven by Playwright."""
import contextlib
import os
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}


@contextlib.contextmanager
def opened_browser() -> Iterator[Browser]:
    """A headless browser; `CHROMIUM` names another one than that on the path."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        raise SystemExit("chromium is missing: make audit installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--force-color-profile=srgb"])
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def opened_page(
    browser: Browser, viewport: dict[str, int] = DESKTOP, scheme: str = "light", scripts: bool = True,
    moves: bool = False,
) -> Iterator[Page]:
    """A fresh page in a context of its own."""
    context: BrowserContext = browser.new_context(
        viewport=viewport, color_scheme=scheme, java_script_enabled=scripts, service_workers="block",
        reduced_motion="no-preference" if moves else "reduce")
    try:
        yield context.new_page()
    finally:
        context.close()
