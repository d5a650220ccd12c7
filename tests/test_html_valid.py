"""Pages are valid HTML: html-validate finds no error, as built and as browsers hold them alive."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Page

from servicequality.page.assets import node
from tests.conftest import ROOT
from tests.pages import named_pages

PROGRAM = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
CONFIGURATION = Path(__file__).with_name("html-validate.mjs")

# A browser that runs scripts takes what stands in noscript for text, so none of it is in the copy.
ALIVE = """() => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelectorAll("noscript").forEach((element) => element.remove());
  return "<!DOCTYPE html>\\n" + copy.outerHTML;
}"""


def errors(paths: list[Path]) -> list[str]:
    """What html-validate finds wrong with files: where, which rule, and why."""
    with TemporaryDirectory() as folder:
        # Into a file: what it writes to a pipe may break off at its end.
        report = Path(folder, "report.json")
        run = subprocess.run(
            [node(), PROGRAM, "--config", CONFIGURATION, "--formatter", f"json={report}", *paths],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert run.returncode in (0, 1), run.stderr
        files = json.loads(report.read_text(encoding="utf-8"))
    return [
        f"{file['filePath']}:{found['line']}:{found['column']} {found['ruleId']}: "
        f"{found['message']} ({found['selector']})"
        for file in files
        for found in file["messages"]
    ]


def alive(page: Page) -> str:
    """The HTML of the open page as the browser holds it."""
    # Scripts that were loaded later have whole addresses.
    html: str = page.evaluate(ALIVE)
    return html.replace(f"{page.evaluate('location.origin')}/", "")


def test_every_page_as_built(site: Path) -> None:
    assert errors([site / name for name in named_pages(site)]) == []


def test_every_form_that_sends_something_has_a_button_for_it(
    page: Page, address: str, site: Path
) -> None:
    for name in named_pages(site):
        page.goto(f"{address}/{name}")
        lacking = page.locator(
            "form:not([method=dialog]):not(:has(button[type=submit], input[type=submit]))"
        )
        assert lacking.evaluate_all("(forms) => forms.map(({ outerHTML }) => outerHTML)") == [], (
            name
        )


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<h1>A</h1><p id="a"></p><p id="a"></p>', "no-dup-id"),
        ('<h1>A</h1><input type="text" aria-labelledby="nowhere">', "no-missing-references"),
        ("<h1>A</h1><p><div></div></p>", "close-order"),
        ("<h1>A</h1><ul><p>x</p></ul>", "element-permitted-content"),
        ("<h1>A</h1><h3>B</h3>", "heading-level"),
        ('<h1>A</h1><script src="https://example.org/a.js"></script>', "require-sri"),
    ],
)
def test_a_faulty_page_is_found(tmp_path: Path, body: str, rule: str) -> None:
    path = tmp_path / "page.html"
    head = '<meta charset="utf-8"><title>A</title>'
    path.write_text(f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}</body></html>')
    assert any(f" {rule}: " in error for error in errors([path])), errors([path])
