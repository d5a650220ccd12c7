"""Every page of a discussion question works in class: Voilà shows it, and its kernel answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from servicequality.exercises import find
from servicequality.i18n.interface import INTERFACE
from tests.conftest import ROOT
from tests.test_classroom import PATIENCE, Server, server
from tests.test_notebooks import stored_outputs

__all__ = ["server"]  # a fixture

PAGES = sorted(ROOT.glob("exercises/q*.ipynb"))


def test_there_are_seven() -> None:
    assert [path.name[:3] for path in PAGES] == [f"q{number}-" for number in range(1, 8)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_question_works_in_class(server: Server, browser: Browser, path: Path) -> None:
    (exercise_id,) = stored_outputs(path)
    exercise = find(exercise_id)
    context = server.context(browser, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{server.address}/voila/render/{path.name}", timeout=PATIENCE)
    model = page.locator("[data-output=model_answer]")
    expect(model).to_contain_text("Write your own answer first", timeout=PATIENCE)
    for field in exercise.fields:
        # A row of buttons shows its label, but ipywidgets does not bind it to them.
        if getattr(field, "buttons", False):
            expect(page.get_by_text(field.label).first).to_be_visible()
        elif field.kind in ("slider", "choice", "yes_no"):
            expect(page.get_by_label(field.label).first).to_be_attached()
    page.get_by_label(INTERFACE["show_model"]).press("Space")
    expect(model).to_contain_text(exercise.teaching.model_answer[0][:60], timeout=PATIENCE)
    text = page.locator("body").inner_text()
    context.close()
    for literal in ("{term}", "{cite", ":::", "{teaches}", "$$"):
        assert literal not in text
    assert faults == []
