"""Every page as readers have it: as built and used, light and dark, on a phone and on a desktop.

To bring a page's exercises to life and use them takes the longest, so what is looked for on all
pages is looked for on one way through them: axe-core's rules, the focus at every stop, the size of
targets, valid HTML. What each of these finds on pages of its own is in `test_accessibility.py`,
`test_focus.py`, `test_targets.py` and `test_html_valid.py`; small screens are in `test_reflow.py`.
"""

from __future__ import annotations

from pathlib import Path

from servicequality.exercises import all_exercises
from tests.of_each_kind import exercise_and_mode
from tests.opened import Opener, in_colours, on_phone
from tests.pages import named_pages, page_of
from tests.test_accessibility import violations
from tests.test_focus import walk
from tests.test_html_valid import alive, errors
from tests.test_targets import too_small
from tests.used import USES, exercises_on, show_lecture, use_page

# The numbers behind figures.
OPEN_TABLES = """() => document.querySelectorAll(".sq-picture details")
  .forEach((element) => { element.open = true; })"""


def test_every_page_breaks_no_rule(opened: Opener, site: Path, tmp_path: Path) -> None:
    faults: list[str] = []
    used: set[str] = set()
    paths = []
    for name in named_pages(site):
        page = opened(name, "light")
        phone = on_phone(page)
        found = {"as built, light": violations(page)}
        page.evaluate(OPEN_TABLES)
        in_colours(page, "dark")
        found["as built, dark"] = violations(page)
        found["as built, targets"] = too_small(page)
        if ids := exercises_on(page):
            use_page(page)
            used.update(ids)
            found["used, dark"] = violations(page)
            found["used, targets"] = too_small(page)
        # Once there in light colours and once back in dark ones.
        found["back, dark"] = walk(page, "Shift+Tab")
        in_colours(page, "light")
        if ids:
            found["used, light"] = violations(page)
        found["there, light"] = walk(page, "Tab")
        if phone:
            paths.append(tmp_path / name.replace("/", "-"))
            paths[-1].write_text(alive(page), encoding="utf-8")
        faults += [f"{name}, {when}: {fault}" for when, some in found.items() for fault in some]
        page.close()
    assert faults == []
    assert not paths or errors(paths) == []
    assert used == {exercise.id for exercise in all_exercises()} == set(USES)


@exercise_and_mode
def test_the_lecture_view_breaks_no_rule(
    opened: Opener, site: Path, mode: str, exercise_id: str
) -> None:
    page = opened(page_of(site, exercise_id), mode)
    show_lecture(page, exercise_id)
    assert violations(page) == []
    assert too_small(page) == []
    assert walk(page, "Tab") == []
