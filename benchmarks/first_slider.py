"""Time to the first working slider: `python -m benchmarks.first_slider [SITE ...]`.

A slow line, a slow processor, an empty cache, and a reader (reader.js) who tries the first slider
of the page as soon as it is on the screen, every 100 ms, until a text changes. Beside the course
stands a Jupyter Book as it comes, whose sliders have nothing behind them.
"""

from __future__ import annotations

import contextlib
import json
import math
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession

from benchmarks import vanilla
from benchmarks.common import (
    CPU_SLOWDOWN,
    chromium,
    fresh_page,
    pages_of,
    print_load,
    sites,
)
from benchmarks.host import served

RUNS = 5
SLOW_LINE = {
    "offline": False,
    "latency": 150,  # ms
    "downloadThroughput": 1_600_000 / 8,  # bytes a second
    "uploadThroughput": 750_000 / 8,
}
PROTOTYPE = 4.5  # s, to its first working slider on the same line

READER = (Path(__file__).parent / "reader.js").read_text(encoding="utf-8")
COURSE = {
    "slider": "[data-exercise] input[type=range]",
    "scope": "[data-exercise]",
    "outputs": "[data-output]",
    "patience": 0,  # the sliders of the course stand in its HTML
    "giveUp": 60_000,
}
# The slider that ipywidgets' own scripts put into the page, if they come at all.
VANILLA = {
    "slider": ".noUi-handle",
    "scope": ".widget-interact",
    "outputs": ".widget-output",
    "patience": 10_000,
    "giveUp": 10_000,
}


class Traffic:
    """What a page asked for and what came, told by the browser's network events."""

    def __init__(self, controls: CDPSession, own: str) -> None:
        self.own = own
        self.asked: dict[str, str] = {}
        self.came: list[tuple[float, str, float]] = []
        self.failed: list[str] = []
        self.start: float | None = None
        controls.on("Network.requestWillBeSent", self._ask)
        controls.on("Network.loadingFinished", self._come)
        controls.on("Network.loadingFailed", self._fail)
        controls.send("Network.enable")
        controls.send("Network.emulateNetworkConditions", SLOW_LINE)

    def _ask(self, event: dict[str, Any]) -> None:
        self.start = self.start or event["timestamp"]
        self.asked[event["requestId"]] = event["request"]["url"]

    def _come(self, event: dict[str, Any]) -> None:
        url = self.asked[event["requestId"]]
        self.came.append((event["timestamp"], url, event["encodedDataLength"]))

    def _fail(self, event: dict[str, Any]) -> None:
        self.failed.append(self.asked[event["requestId"]])

    def is_own(self, url: str) -> bool:
        """Whether an address is the site's, or holds its content in itself (`data:`, `blob:`)."""
        return url.startswith(self.own) or not url.startswith("http")

    def kilobytes(self, own: bool, until: float | None) -> float:
        """What came from the site or from elsewhere, up to a second of the visit or in all."""
        assert self.start is not None
        end = math.inf if until is None else self.start + until
        sizes = (size for at, url, size in self.came if at <= end and self.is_own(url) == own)
        return sum(sizes) / 1000


@dataclass
class Visit:
    """What one reader saw: seconds from the start of navigation, None where it never came."""

    paint: float
    touched: float | None
    changed: float | None
    tries: int
    kilobytes: float  # up to the changed text; up to the end where it never came
    outside: int  # requests to other hosts
    outside_failed: int
    outside_kilobytes: float


def visit(browser: Browser, address: str, page_name: str, plan: dict[str, Any]) -> Visit:
    """Sends a reader to a page."""
    with fresh_page(browser) as (page, controls):
        traffic = Traffic(controls, address)
        page.add_init_script(f"({READER.strip()})({json.dumps(plan)})")
        page.goto(f"{address}/{page_name}", wait_until="commit")
        seen = page.evaluate("window.reader")
        changed = in_seconds(seen["changed"])
        return Visit(
            paint=seen["paint"] / 1000,
            touched=in_seconds(seen["touched"]),
            changed=changed,
            tries=seen["tries"],
            kilobytes=traffic.kilobytes(own=True, until=changed),
            outside=sum(not traffic.is_own(url) for url in traffic.asked.values()),
            outside_failed=sum(not traffic.is_own(url) for url in traffic.failed),
            outside_kilobytes=traffic.kilobytes(own=False, until=changed),
        )


def in_seconds(milliseconds: float | None) -> float | None:
    """The same time in seconds."""
    return None if milliseconds is None else milliseconds / 1000


def report(name: str, visits: list[Visit], yardstick: list[Visit]) -> None:
    """Prints the medians of a page, and how they compare to the book as it comes."""
    paint, size = paint_and_size(visits)
    print(f"\n{name}")
    print(f"  first contentful paint     {paint:.2f} s")
    print_slider(visits)
    when = "by then" if all(one.changed for one in visits) else "in all"
    print(f"  transferred {when:15}{size:.0f} KB")
    if visits is not yardstick:
        other_paint, other_size = paint_and_size(yardstick)
        print(f"  to the book as it comes    paint {paint / other_paint:.2f} ×, "
              f"bytes {size / other_size:.2f} ×")  # fmt: skip
    outside = max(visits, key=lambda one: one.outside)
    print(f"  requests to other hosts    {outside.outside} ({outside.outside_failed} failed, "
          f"{outside.outside_kilobytes:.0f} KB came)")  # fmt: skip
    if outside.outside_failed:
        print("  With these hosts in reach it would be heavier, and slower to paint.")


def paint_and_size(visits: list[Visit]) -> tuple[float, float]:
    """The medians of the first paint in seconds and of the kilobytes."""
    return median(one.paint for one in visits), median(one.kilobytes for one in visits)


def print_slider(visits: list[Visit]) -> None:
    """Prints when the slider stood on the screen and when a text changed, if ever."""
    touched = [one.touched for one in visits if one.touched is not None]
    changed = [one.changed for one in visits if one.changed is not None]
    if not touched:
        print("  slider on the screen       none")
        return
    print(f"  slider on the screen       {median(touched):.2f} s")
    tries = f"{median(one.tries for one in visits):.0f} tries"
    if len(changed) < len(visits):
        print(f"  first changed text         never in {len(visits) - len(changed)} runs ({tries})")
        return
    runs = ", ".join(f"{time:.2f}" for time in changed)
    print(f"  first changed text         {median(changed):.2f} s   ({runs}; {tries}; "
          f"{median(changed) / PROTOTYPE:.2f} × the prototype)")  # fmt: skip


def main() -> int:
    """The command line; gives the exit status."""
    folders = sites(__doc__)
    print(f"FIRST WORKING SLIDER, 1.6 Mbit/s, 150 ms, processor slowed down {CPU_SLOWDOWN} times, "
          f"empty cache, medians of {RUNS} runs")  # fmt: skip
    print_load()
    with contextlib.ExitStack() as stack:
        book = vanilla.build(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        as_it_comes = "Jupyter Book as it comes, one slider"
        cases = {as_it_comes: (stack.enter_context(served(book)), vanilla.PAGE, VANILLA)}
        for folder in folders:
            address = stack.enter_context(served(folder))
            for page in pages_of(folder):
                cases[f"{folder}: {page}"] = (address, page, COURSE)
        browser = stack.enter_context(chromium())
        visits: dict[str, list[Visit]] = {name: [] for name in cases}
        # In turns, so that whatever else the machine does falls on all of them.
        for _ in range(RUNS):
            for name, case in cases.items():
                visits[name].append(visit(browser, *case))
    for name, of_page in visits.items():
        report(name, of_page, visits[as_it_comes])
    print(f"\nprototype (from earlier measurements)\n  first changed text         {PROTOTYPE} s")
    print_load()
    return 0


if __name__ == "__main__":
    sys.exit(main())
