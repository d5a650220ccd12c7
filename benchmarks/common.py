"""What the measurements share: arguments, the browser, statistics, the state of the machine."""

from __future__ import annotations

import argparse
import contextlib
import math
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
CHAPTER = "chapters/03-five-gap-model.html"
PAGES = ["index.html", CHAPTER, "exercises/q5-gap-one.html"]

PHONE = ViewportSize(width=375, height=812)
CPU_SLOWDOWN = 4
# Without the second option Chromium asks its maker's hosts for updates at every start.
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-background-networking"]


def sites(description: str) -> list[Path]:
    """The folders named on the command line, else the built site; each must hold a site."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "sites", metavar="SITE", nargs="*", type=Path, default=[SITE],
        help="folders of built sites, measured in turns (default: _build/html)",
    )  # fmt: skip
    folders: list[Path] = parser.parse_args().sites
    for folder in folders:
        if not (folder / "index.html").is_file():
            parser.error(f"{folder} holds no built site: there is no index.html. Run 'make site'.")
    return folders


def pages_of(folder: Path) -> list[str]:
    """Those of the measured pages that a site has; says which it does not have."""
    for page in PAGES:
        if not (folder / page).is_file():
            print(f"{folder}: there is no {page}")
    return [page for page in PAGES if (folder / page).is_file()]


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A browser: the machine's Chromium where there is one, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS
        )
        print(f"Chromium {browser.version}, {os.cpu_count()} cores")
        yield browser
        browser.close()


@contextlib.contextmanager
def fresh_page(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """A page of a phone's size with an empty cache and a slow processor, and its controls."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    controls = context.new_cdp_session(page)
    controls.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    yield page, controls
    context.close()


def print_load() -> None:
    """Prints how busy the machine was: other work makes every time longer."""
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    print(f"load of the last 1, 5 and 15 minutes: {load}")


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed."""
    return sorted(values)[math.ceil(share * len(values)) - 1]
