"""The marking page in class mode: a browser opens thirty files, gives marks, saves the table."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.marking.words import MARKING
from tests.handed_in import broken_files, handed_in, save
from tests.test_classroom import AXE, PATIENCE, Server, server

__all__ = ["server"]  # a fixture

PAGE = "/voila/render/marking.ipynb"


@dataclass
class Marking:
    """The marking page in a browser, the folder with thirty files, and all that the page asked."""

    page: Page
    files: list[Path]
    asked: list[str]
    faults: list[str]

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=MARKING[name], exact=True)

    def pick(self, name: str, files: list[Path]) -> None:
        """Opens files with a button, by keyboard."""
        with self.page.expect_file_chooser() as chooser:
            self.button(name).press("Enter")
        chooser.value.set_files(files)

    def rows(self) -> Locator:
        return self.page.locator(".sq-mark-students tbody tr")

    def cards(self) -> Locator:
        return self.page.locator(".sq-mark-card")

    def choose(self, title: str) -> None:
        """Chooses a question."""
        self.page.get_by_label(MARKING["question"]).select_option(label=title)

    def wait_for_marks(self, text: str) -> None:
        """Waits until the link that saves marks holds a text: the kernel answers in its time."""
        # The other link, to the summary, names all students from the start.
        self.page.wait_for_function(
            "text => atob(document.querySelector('.sq-mark-save')?.href.split(',')[1] ?? '')"
            ".includes(text)",
            arg=text,
        )

    def saved(self, name: str) -> list[dict[str, str]]:
        """The rows of a file that a link saves."""
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=MARKING[name]).press("Enter")
        path = download.value.path()
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def opened(
    server: Server, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Marking]:
    context = server.context(
        browser, viewport={"width": 1280, "height": 900}, accept_downloads=True
    )
    page = context.new_page()
    files = save(handed_in(), tmp_path_factory.mktemp("handed-in"))
    marking = Marking(page, files, [], [])
    page.on("request", lambda request: marking.asked.append(request.url))
    page.on("pageerror", lambda error: marking.faults.append(str(error)))
    page.goto(server.address + PAGE, timeout=PATIENCE)
    expect(marking.button("open_files")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(MARKING["none_open"])).to_be_visible()
    marking.pick("open_files", files)
    expect(marking.rows()).to_have_count(26, timeout=PATIENCE)
    marking.choose("Q6: Promise audit")
    expect(marking.cards()).to_have_count(10, timeout=PATIENCE)
    yield marking
    context.close()


def test_the_start_page_lists_it_for_the_instructor(server: Server, page: Page) -> None:
    page.goto(server.start)
    heading = page.get_by_role("heading", name="For the instructor")
    link = heading.locator("+ ul").get_by_role("link", name="Mark workbooks")
    expect(link).to_have_attribute("href", PAGE)
    assert server.answer(PAGE)[0] == 200


def test_it_shows_twenty_six_students_and_says_what_is_wrong_with_four(opened: Marking) -> None:
    page = opened.page
    expect(page.get_by_role("status").first).to_have_text(
        "Workbooks open: 26. Files that could not be used: 4."
    )
    broken = page.locator(".sq-mark-broken li")
    expect(broken).to_have_count(4)
    for item, name in zip(broken.all(), sorted(broken_files()), strict=True):
        expect(item).to_contain_text(name)
    for said in ("cut off", "newer edition", "“Gap explorer”", "UTF-8"):
        expect(broken.filter(has_text=said)).to_have_count(1)


def test_marks_given_by_keyboard_are_in_table_and_files(opened: Marking) -> None:
    page, card = opened.page, opened.cards().first
    alias = card.locator(".sq-legend").inner_text()
    expect(page.get_by_role("group", name=alias)).to_have_count(1)
    for control, points in zip(card.get_by_role("combobox").all(), "3221", strict=True):
        control.focus()
        # As native lists do: a key goes to the option that begins with it.
        page.keyboard.press(points)
    card.get_by_label(MARKING["remark"]).press_sequentially("=1+1; -2")
    expect(card.locator(".sq-mark-total")).to_have_text("8 of 12 points: a pass.")
    opened.wait_for_marks("'=1+1; '-2")
    row = opened.rows().filter(has=page.get_by_text(alias, exact=True))
    # Alias, date, done, begun, change, and then two cells for each question.
    expect(row.locator("th, td").nth(5 + 2 * 5 + 1)).to_have_text("8")
    rows = opened.saved("save_marks")
    assert [row["mark"] for row in rows] == ["3", "2", "2", "1"]
    assert {row["alias"] for row in rows} == {alias}
    assert {row["remark"] for row in rows} == {"'=1+1; '-2"}
    (summary,) = [row for row in opened.saved("save_summary") if row["mark"]]
    assert (summary["alias"], summary["mark"], summary["passed"]) == (alias, "8", "yes")


def test_saved_marks_are_loaded_again(opened: Marking, tmp_path: Path) -> None:
    page, card = opened.page, opened.cards().nth(1)
    first, second = card.get_by_role("combobox").all()[:2]
    total = card.locator(".sq-mark-total")
    first.select_option(label="2: correct")
    expect(total).to_have_text("1 of 4 criteria marked.")
    opened.wait_for_marks(card.locator(".sq-legend").inner_text())
    with page.expect_download() as download:
        page.get_by_role("link", name=MARKING["save_marks"]).click()
    path = tmp_path / "marks.csv"
    download.value.save_as(path)
    second.select_option(label="0: it is missing")
    expect(total).to_have_text("2 of 4 criteria marked.")
    opened.pick("load_marks", [path])
    expect(page.get_by_role("status").last).to_contain_text("Replaced here: 1.")
    expect(total).to_have_text("1 of 4 criteria marked.")
    expect(second.locator("option:checked")).to_have_text(MARKING["not_marked"])


def test_other_questions_and_students_are_shown(opened: Marking) -> None:
    first = opened.cards().first.locator(".sq-legend").inner_text()
    opened.page.get_by_label(MARKING["shown_students"]).select_option(index=1)
    legend = opened.cards().first.locator(".sq-legend")
    expect(legend).not_to_have_text(first)
    expect(opened.cards().first).to_have_attribute("aria-label", legend.inner_text())
    opened.choose("Q1: Recovery analyser")
    expect(opened.page.get_by_text("Describe an occasion when you stayed")).to_be_visible()
    expect(opened.cards().first.get_by_role("combobox")).to_have_count(4)
    opened.choose("Q6: Promise audit")
    expect(opened.cards().first.locator(".sq-legend")).to_have_text(first)


def test_axe_finds_nothing(opened: Marking) -> None:
    page = opened.page
    for summary in page.locator(".sq-mark-section").last.locator("summary").all():
        summary.press("Enter")
    opened.cards().first.locator("summary").press("Enter")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then((result) => result.violations)")
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


@pytest.mark.parametrize("width", [320, 375, 800])
def test_a_narrow_page_does_not_scroll_sideways(opened: Marking, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    wide = opened.page.evaluate("document.documentElement.scrollWidth")
    opened.page.set_viewport_size({"width": 1280, "height": 900})
    assert wide <= width


def test_a_file_of_fifty_megabytes_is_told_and_the_page_goes_on(
    opened: Marking, tmp_path: Path
) -> None:
    with (tmp_path / "video.json").open("wb") as file:
        file.truncate(50_000_000)
    opened.pick("open_files", [tmp_path / "video.json"])
    told = opened.page.locator(".sq-mark-broken li").filter(has_text="video.json")
    expect(told).to_contain_text("too large for a workbook", timeout=PATIENCE)
    opened.pick("open_files", [path for path in opened.files if "Black-Heron" in path.name])
    expect(opened.page.locator(".sq-mark-notes")).to_contain_text("is open already")
    expect(opened.rows()).to_have_count(26)


def test_nobody_else_is_asked_and_nothing_throws(opened: Marking, server: Server) -> None:
    assert [url for url in opened.asked if not url.startswith((server.address, "data:"))] == []
    assert opened.faults == []
