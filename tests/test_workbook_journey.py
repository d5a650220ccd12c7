"""The way of a student: seven questions answered, files saved, all of it back on another device."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.book.serve import server
from servicequality.core.progress import DONE
from servicequality.core.workbook import read_workbook
from servicequality.exercises import find
from servicequality.page.words import WORKBOOK as WORDS
from tests.pages import bring_to_life, control, page_of
from tests.progress import ALL
from tests.test_workbook_files import load
from tests.used import USES
from tests.worked import PREFIX, WORKBOOK, kept

QUESTIONS = (
    "recovery-analyser",
    "portfolio-builder",
    "criteria-scales",
    "sorting-board",
    "guess-and-compare",
    "promise-audit",
    "chain-simulator",
)
SENTENCE = "In this hotel quality is lost where nobody asks, and a guest who leaves says nothing. "


def answer_of(exercise_id: str) -> str:
    """A written answer that is long enough for its question."""
    words = find(exercise_id).spec(str)["teaching"]["words"]
    lines = words // len(SENTENCE.split()) + 1
    return f"{exercise_id}:\n\n" + "\n".join([SENTENCE.strip()] * lines)


def finish(exercise: Locator, exercise_id: str) -> None:
    """Writes the answer, opens the model answer and scores every criterion."""
    teaching = find(exercise_id).spec(str)["teaching"]
    control(exercise, teaching["answer"]).fill(answer_of(exercise_id))
    control(exercise, teaching["reveal"]).check()
    for place, score in enumerate(teaching["scores"]):
        control(exercise, score).select_option(str(1 + place % 3))


def is_kept(page: Page, exercise_id: str) -> None:
    """Waits until an exercise is kept as done."""
    page.wait_for_function(
        """([key, done]) => JSON.parse(localStorage.getItem(key))?.progress === done""",
        arg=[f"{PREFIX}exercise/{exercise_id}", DONE],
    )


def save(page: Page, action: str) -> bytes:
    """The content of the file that a button of the workbook saves."""
    with page.expect_download() as download:
        page.locator(f'[data-action="{action}"]').click()
    return download.value.path().read_bytes()


@pytest.fixture
def elsewhere(site: Path) -> Iterator[str]:
    """The address of the site on another server: another origin."""
    httpd = server(site)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()


@pytest.fixture(scope="module")
def worked(browser: Browser, address: str, site: Path) -> Any:
    """What a browser has stored once its student has answered all questions and left."""
    context = browser.new_context()
    page = context.new_page()
    for exercise_id in QUESTIONS:
        page.goto(f"{address}/{page_of(site, exercise_id)}")
        exercise = bring_to_life(page, exercise_id)
        USES[exercise_id](exercise)
        finish(exercise, exercise_id)
        is_kept(page, exercise_id)
    page.goto(f"{address}/{WORKBOOK}")
    page.locator("[data-own=alias]").fill("Blue Heron")
    page.locator("[data-own=date]").fill("2026-11-24")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def returned(browser: Browser, address: str, worked: Any) -> Iterator[Page]:
    """The workbook, opened again in that browser."""
    context = browser.new_context(storage_state=worked)
    page = context.new_page()
    page.goto(f"{address}/{WORKBOOK}")
    yield page
    context.close()


def test_all_is_there_when_the_browser_is_opened_again(returned: Page) -> None:
    sheet = returned.locator("[data-document]")
    expect(returned.locator("[data-count]").first).to_contain_text(f"7 of {ALL} exercises done")
    titles = [find(exercise_id).title for exercise_id in QUESTIONS]
    expect(sheet.locator("h4")).to_have_text(titles)
    answers = sheet.locator(".sq-answer").evaluate_all(
        "(all) => all.map(({ textContent }) => textContent)"
    )
    assert set(answers) >= {answer_of(exercise_id) for exercise_id in QUESTIONS}
    expect(sheet.locator("tfoot")).to_have_count(7)


def test_the_exercises_show_it_again(returned: Page, address: str, site: Path) -> None:
    for exercise_id in QUESTIONS:
        returned.goto(f"{address}/{page_of(site, exercise_id)}")
        exercise = bring_to_life(returned, exercise_id)
        expect(control(exercise, "written_answer")).to_have_value(answer_of(exercise_id))
        expect(control(exercise, "show_model")).to_be_checked()


def test_the_word_document_has_it_all(returned: Page) -> None:
    document = Document(BytesIO(save(returned, "word")))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert headings == [find(exercise_id).title for exercise_id in QUESTIONS]
    written = "\n\n".join(p.text for p in document.paragraphs if p.style.name == "Answer")
    for exercise_id in QUESTIONS:
        assert answer_of(exercise_id) in written
    totals = [table.rows[-1].cells for table in document.tables]
    scored = [cells for cells in totals if cells[0].text == WORDS["total"]]
    assert [cells[1].text for cells in scored] == ["7 of 12 points"] * 7
    assert document.core_properties.author == "Blue Heron"


def test_markdown_has_it_all(returned: Page) -> None:
    text = save(returned, "markdown").decode()
    for exercise_id in QUESTIONS:
        assert f"### {find(exercise_id).title}" in text
        assert f"> {exercise_id}:\n>\n> {SENTENCE.strip()}  \n" in text


def test_a_fresh_browser_elsewhere_gets_the_same_workbook(
    browser: Browser, returned: Page, elsewhere: str, tmp_path: Path
) -> None:
    first = save(returned, "take-along")
    file = tmp_path / "workbook.json"
    file.write_bytes(first)
    document = returned.locator("[data-document]").inner_html()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{elsewhere}/{WORKBOOK}")
    assert not any("exercise/" in key for key in kept(page))
    load(page, file)
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(
        WORDS["loaded"].format(files=file.name)
    )
    assert save(page, "take-along") == first
    assert page.locator("[data-document]").inner_html() == document
    # And what is kept for the exercises is the same too.
    there, here = kept(page), kept(returned)
    for exercise_id in QUESTIONS:
        key = f"{PREFIX}exercise/{exercise_id}"
        assert there[key] == here[key]
    context.close()
    course = {exercise_id: find(exercise_id).spec(str) for exercise_id in QUESTIONS}
    found = read_workbook(course, json.loads(first))
    assert [one["progress"] for one in found["exercises"]] == [DONE] * 7
    assert found["left_out"] == []
