"""From a slider's event to the changed figure: `python -m benchmarks.slider_latency [SITE ...]`.

Arrow keys move the first slider of the gap explorer, its chart being drawn live as for any reader
who touched it. Taken are the times from the slider's input event, and from the key press itself,
to the moment when the figure's text has changed in the page.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.common import (
    CHAPTER,
    CPU_SLOWDOWN,
    chromium,
    fresh_page,
    percentile,
    print_load,
    sites,
)
from benchmarks.host import served

EVENTS = 40
EXERCISE = "[data-exercise=gap-explorer]"

# Sets nextChange(): a promise of the two times, kept once the figure's text is another.
WATCH = """exercise => {
  const figure = document.querySelector(`${exercise} .sq-view-figure[data-output]`);
  window.nextChange = () => new Promise((resolve, reject) => {
    const before = figure.textContent;
    const once = { capture: true, once: true };
    let key, input;
    addEventListener("keydown", (event) => { key = event.timeStamp; }, once);
    addEventListener("input", () => { input = performance.now(); }, once);
    const watch = new MutationObserver(() => {
      if (figure.textContent === before) return;
      const now = performance.now();
      watch.disconnect();
      resolve([now - input, now - key]);
    });
    watch.observe(figure, { childList: true, characterData: true, subtree: true });
    setTimeout(() => reject(new Error("The figure did not change within 10 seconds.")), 10000);
  });
}"""


def press(page: Page, key: str) -> tuple[float, float]:
    """Presses a key on the slider; milliseconds from the input event and from the key press."""
    page.evaluate("() => { window.change = nextChange(); }")
    page.keyboard.press(key)
    from_input, from_key = page.evaluate("() => window.change")
    return from_input, from_key


def latencies(browser: Browser, address: str) -> list[tuple[float, float]]:
    """The times of all events on the chapter of a site."""
    with fresh_page(browser) as (page, _):
        page.goto(f"{address}/{CHAPTER}")
        page.locator(f"{EXERCISE} input[type=range]").first.focus()
        page.locator(f"{EXERCISE}[data-state=live]").wait_for()
        page.evaluate(WATCH, EXERCISE)
        press(page, "ArrowRight")  # brings the chart to life
        page.locator(f"{EXERCISE} [data-chart-state=live]").wait_for()
        times = []
        for number in range(EVENTS):
            # Uneven pauses, so that events do not keep step with the screen's frames.
            page.wait_for_timeout(50 + number * 7 % 17)
            times.append(press(page, "ArrowRight" if number % 2 else "ArrowLeft"))
        return times


def report(folder: Path, times: list[tuple[float, float]]) -> None:
    """Prints median, 95th percentile and maximum."""
    print(f"\n{folder}: {CHAPTER}, {len(times)} events")
    for name, series in zip(("input event", "key press"), zip(*times, strict=True), strict=True):
        print(
            f"  {name + ' to text':22} median {median(series):5.1f} ms   "
            f"p95 {percentile(series, 0.95):5.1f} ms   max {max(series):5.1f} ms"
        )


def main() -> int:
    """The command line; gives the exit status."""
    folders = sites(__doc__)
    print(f"SLIDER TO CHANGED TEXT, processor slowed down {CPU_SLOWDOWN} times")
    print_load()
    with chromium() as browser:
        for folder in folders:
            with served(folder) as address:
                report(folder, latencies(browser, address))
    print_load()
    return 0


if __name__ == "__main__":
    sys.exit(main())
