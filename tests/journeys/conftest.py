"""A browser on the real record, served as in life: Debian's Chromium, driven by Playwright."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from quicksilver.core.policies import secretariat
from quicksilver.services import loading

CHROMIUM = "/usr/bin/chromium"
EXAMPLE = Path(__file__).parents[2] / "examples" / "unep-2007"
ENTERED = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a sandbox, so that it starts in a container."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}: install Debian's chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def site(live_server: Any) -> str:
    """The address of a site that serves the real record."""
    loading.load_record(secretariat("Test secretariat"), EXAMPLE, now=ENTERED)
    return str(live_server.url)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A reader's window, who complains of anything the browser complains of."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert complaints == []


@pytest.fixture(scope="session", autouse=True)
def _database_from_any_thread() -> Iterator[None]:
    """Playwright runs a loop in this thread, in which Django would refuse to read the database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield
