"""Lighthouse on the measured pages: `python -m benchmarks.lighthouse [SITE ...]`.

The mobile preset, three runs of each page. Its npm packages are fetched on first use.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.common import CHROMIUM_OPTIONS, pages_of, print_load, sites
from benchmarks.host import served
from servicequality.page.assets import node

HERE = Path(__file__).parent
PACKAGE = HERE / "node_modules" / "lighthouse"
PROGRAM = PACKAGE / "cli" / "index.js"
RUNS = 3

CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
# What is printed of each: audit, its name here, divided by, decimals.
AUDITS = [
    ("first-contentful-paint", "first contentful paint, s", 1000, 2),
    ("largest-contentful-paint", "largest contentful paint, s", 1000, 2),
    ("total-blocking-time", "total blocking time, ms", 1, 0),
    ("cumulative-layout-shift", "cumulative layout shift", 1, 3),
    ("total-byte-weight", "transferred, KB", 1000, 0),
]


def install() -> None:
    """Fetches Lighthouse in the pinned version where it is missing or another."""
    pinned = json.loads((HERE / "package.json").read_text())["devDependencies"]["lighthouse"]
    manifest = PACKAGE / "package.json"
    if manifest.is_file() and json.loads(manifest.read_text())["version"] == pinned:
        return
    npm = shutil.which("npm", path=os.pathsep.join([str(Path(node()).parent), os.environ["PATH"]]))
    if npm is None:
        raise FileNotFoundError("npm was not found. Run 'make setup', which installs it.")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run([npm, "ci", *options], cwd=HERE, check=True)


def chromium_path() -> str:
    """The machine's Chromium where there is one, else Playwright's own."""
    if found := shutil.which("chromium"):
        return found
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def run(address: str, browser: str) -> dict[str, Any]:
    """Lighthouse's report on a page."""
    flags = " ".join(["--headless=new", *CHROMIUM_OPTIONS])
    command = [node(), str(PROGRAM), address, "--quiet", "--output=json",
               f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}"]  # fmt: skip
    done = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": browser}, capture_output=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"Lighthouse failed on {address}:\n{done.stderr.decode()}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def shortfalls(reports: list[dict[str, Any]]) -> list[str]:
    """The checks that cost a category points in any run, performance apart."""
    return sorted(
        {
            f"{category}: {reference['id']}"
            for report in reports
            for category in CATEGORIES[1:]
            for reference in report["categories"][category]["auditRefs"]
            if reference["weight"] and report["audits"][reference["id"]]["score"] not in (None, 1)
        }
    )


def line(name: str, values: list[float], decimals: int = 0) -> str:
    """A row of the table: the runs and their median."""
    cells = [f"{value:8.{decimals}f}" for value in [*values, median(values)]]
    return f"  {name:30}" + "".join(cells)


def print_reports(name: str, reports: list[dict[str, Any]]) -> None:
    """Prints what is wanted of the reports on a page."""
    heads = [*(f"run {number + 1}" for number in range(len(reports))), "median"]
    print(f"\n{name}\n  {'':30}" + "".join(f"{head:>8}" for head in heads))
    for category in CATEGORIES:
        print(line(category, [100 * one["categories"][category]["score"] for one in reports]))
    for audit, label, unit, decimals in AUDITS:
        values = [one["audits"][audit]["numericValue"] / unit for one in reports]
        print(line(label, values, decimals))
    speeds = [one["environment"]["benchmarkIndex"] for one in reports]
    print(line("the machine's speed (index)", speeds))
    for shortfall in shortfalls(reports):
        print(f"  below 100 for {shortfall}")


def main() -> int:
    """The command line; gives the exit status."""
    folders = sites(__doc__)
    install()
    print(f"LIGHTHOUSE, mobile preset, {RUNS} runs")
    print_load()
    browser = chromium_path()
    with contextlib.ExitStack() as stack:
        addresses = {
            f"{folder}: {page}": f"{address}/{page}"
            for folder in folders
            for address in [stack.enter_context(served(folder))]
            for page in pages_of(folder)
        }
        reports: dict[str, list[dict[str, Any]]] = {name: [] for name in addresses}
        for _ in range(RUNS):
            for name, address in addresses.items():
                reports[name].append(run(address, browser))
    for name, of_page in reports.items():
        print_reports(name, of_page)
    print_load()
    return 0


if __name__ == "__main__":
    sys.exit(main())
