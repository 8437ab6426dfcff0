"""A real Chromium over pages on disk."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
AXE = "axe-core@4.10.3"


def missing(what: str) -> NoReturn:
    """Skip for want of a tool; in CI, where every tool must be there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@dataclass
class Opened:
    """A page with what it said and asked for since it was opened."""

    page: Page
    path: Path
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def quiet(self) -> bool:
        """Whether nothing was said on the console, and nothing asked for but the page itself."""
        return not self.messages and set(self.requests) <= {self.path.as_uri()}

    def saved(self, button: str) -> bytes:
        """The content of the file that a button saves."""
        with self.page.expect_download() as download:
            self.page.click(button)
        return download.value.path().read_bytes()

    def main_text(self) -> str:
        """The text of the view that is chosen. Chromium leaves out of `innerText` the paragraphs it has not yet drawn
        (`content-visibility: auto`), so all are drawn first."""
        drawn = "document.querySelectorAll('#text p').forEach(each => { each.style.contentVisibility = 'visible' })"
        self.page.evaluate(drawn)
        return self.page.locator("main").inner_text()

    def text(self) -> str:
        """The corrected text that the page saves."""
        if self.page.locator("#live details").get_attribute("open") is None:
            self.page.click("#live summary")
        return self.saved("#save").decode("utf-8")

    def serious(self, axe: str) -> list[tuple[str, list[str]]]:
        """The violations that axe-core calls serious or critical, and the elements they are at."""
        self.page.evaluate(axe)
        found = self.page.evaluate("axe.run().then(found => found.violations)")
        return [
            (each["id"], [node["html"][:200] for node in each["nodes"]])
            for each in found
            if each["impact"] in ("serious", "critical")
        ]

    def keys(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)


Opener = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    if not Path(CHROMIUM).exists():
        missing(CHROMIUM)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens HTML from disk, written there first or there already: `opened(html, width=…, dark=…, scripts=…)`."""
    contexts: list[BrowserContext] = []

    def open_page(
        html: str | Path, name: str = "report.html", width: int = 1280, dark: bool = False, scripts: bool = True
    ) -> Opened:
        path = html if isinstance(html, Path) else tmp_path / name
        if isinstance(html, str):
            path.write_text(html, encoding="utf-8", newline="")
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            accept_downloads=True,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        shown = Opened(context.new_page(), path)
        shown.page.on("console", lambda message: shown.messages.append(message.text))
        shown.page.on("pageerror", lambda error: shown.messages.append(str(error)))
        shown.page.on("request", lambda request: shown.requests.append(request.url.split("#")[0]))
        shown.page.goto(path.as_uri())
        return shown

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, installed by npm into a folder that is thrown away."""
    npm = shutil.which("npm")
    if npm is None:
        missing("npm")
    folder = tmp_path_factory.mktemp("axe")
    command = [
        str(npm),
        "install",
        "--no-save",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--prefix",
        str(folder),
        AXE,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        missing(f"axe-core ({done.stderr.strip()[-200:]})")
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
