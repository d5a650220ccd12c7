"""The views' text: what a page writes is what Python writes, for every exercise.

That `compute` gives the same on both Pythons is checked in `test_both_pythons.py`; here everything
after it is: words, numbers, their formats, and the rows that charts are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from servicequality.declare import Exercise
from servicequality.page.exercise import chart_rows
from servicequality.page.html import to_text
from tests.drawing import values
from tests.of_each_kind import inputs_for, of_each_kind
from tests.pages import (
    TEXTS,
    answer,
    bring_to_life,
    expected,
    page_of,
    shown,
    start_values,
    the_exercise,
)
from tests.same_answers import differences

BATCH = 5

# Inputs go to the page some at a time: the way there and back takes longer than the work. More
# of them than these are too large a thing to draw where an exercise has a table.
SHOW_ALL = f"""([id, inputs]) => {{
  const {{ exercise }} = document.querySelector(`[data-exercise="${{id}}"]`);
  return inputs.map((raw) => {{
    exercise.fields.write(raw);
    const entered = exercise.fields.read();
    exercise.show(exercise.python.evaluate(id, raw));
    return {{
      entered,
      texts: ({TEXTS})(exercise.element),
      announced: exercise.announcement,
      rows: Object.fromEntries(
        Object.entries(exercise.charts).map(([name, chart]) => [name, chart.rows]),
      ),
    }};
  }});
}}"""

every_exercise = pytest.mark.parametrize(
    "exercise", of_each_kind(), ids=lambda exercise: exercise.id
)


@pytest.fixture(scope="module")
def open_page(browser: Browser, address: str, site: Path) -> Iterator[Callable[[Exercise], Page]]:
    """Opens the page of an exercise, alive."""
    page = browser.new_page()

    def open_it(exercise: Exercise) -> Page:
        page.goto(f"{address}/{page_of(site, exercise.id)}")
        bring_to_life(page, exercise.id)
        return page

    yield open_it
    page.close()


def by_python(exercise: Exercise, raw: dict[str, Any]) -> dict[str, Any]:
    """What SHOW_ALL gives for one input, worked out here."""
    views = answer(exercise, raw)["views"]
    texts = {name: to_text(nodes, "en") for name, nodes in views.items()}
    return {
        "entered": raw,
        "texts": texts,
        "announced": texts[exercise.announce],
        "rows": {name: chart_rows(views[name]) for name in exercise.charts},
    }


@every_exercise
def test_drawn_inputs_show_the_same_text(
    open_page: Callable[[Exercise], Page],
    exercise: Exercise,
    record_property: Callable[[str, object], None],
) -> None:
    page = open_page(exercise)
    count = 0

    @settings(
        max_examples=inputs_for(exercise) // BATCH,
        derandomize=True,
        deadline=None,
        database=None,
        # The first difference says which view and which text; shrinking whole batches is slow.
        phases=[Phase.generate],
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.large_base_example,
        ],
    )
    @given(st.lists(values(exercise), min_size=BATCH, max_size=BATCH))
    def run(inputs: list[dict[str, Any]]) -> None:
        nonlocal count
        count += len(inputs)
        on_page = page.evaluate(SHOW_ALL, [exercise.id, inputs])
        for raw, there in zip(inputs, on_page, strict=True):
            assert differences(by_python(exercise, raw), there) == []

    run()
    print(f"{exercise.id}: {count} drawn inputs, 0 differences")
    record_property("inputs", count)
    assert count >= inputs_for(exercise)


@every_exercise
def test_going_live_changes_no_text(
    browser: Browser, page: Page, place: str, site: Path, exercise: Exercise
) -> None:
    where = f"{place}/{page_of(site, exercise.id)}"
    still = browser.new_context(java_script_enabled=False)
    as_built = still.new_page()
    as_built.goto(where)
    built = shown(the_exercise(as_built, exercise.id))
    assert built == expected(exercise)

    page.goto(where)
    assert shown(bring_to_life(page, exercise.id)) == built
    still.close()


@every_exercise
def test_the_rows_built_into_a_chart_are_those_it_is_given_live(
    open_page: Callable[[Exercise], Page], exercise: Exercise
) -> None:
    page = open_page(exercise)
    built = page.evaluate(
        """(id) => Object.fromEntries(
          Object.entries(document.querySelector(`[data-exercise="${id}"]`).exercise.charts).map(
            ([name, chart]) => [name, chart.vega.data.find((set) => set.name === "rows").values],
          ),
        )""",
        exercise.id,
    )
    assert differences(by_python(exercise, start_values(exercise))["rows"], built) == []
