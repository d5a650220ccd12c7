"""Records of exercises as a browser keeps them, for pages that show or load them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from servicequality.core.progress import progress, start_values
from servicequality.core.workbook import FILE_VERSION, FORMAT, RECORD_VERSION
from servicequality.exercises import find
from tests.pages import put_kept

WORKBOOK = "book/workbook.html"
PREFIX = "servicequality/"
CHANGED = "2026-11-24T09:30:00.000Z"

ANSWER = (
    "Managers of Hotel Yasen believe that tour groups want a big lobby. Guests say: a quiet night!"
    "\n\nCauses:\n- nobody asks guests, and comment cards lie unread;\n- three levels of management"
    " stand between reception and the director.\n\nSo I would ask 50 guests a month, by telephone "
    "and in their language, and have the director work at the desk one day a month. Contact staff "
    "get a weekly meeting where what they heard is written down & answered. Knowing alone is not "
    "enough: standards must follow, or Gap 2 opens."
)


def record(exercise_id: str, **changed: Any) -> dict[str, Any]:
    """What a browser keeps of an exercise in which some fields were changed."""
    spec = find(exercise_id).spec(str)
    values = {**start_values(spec), **changed}
    return {
        "version": RECORD_VERSION,
        "changed": CHANGED,
        "progress": progress(spec, values),
        "values": values,
    }


def with_cells(exercise_id: str, field: str, **cells: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a table as an exercise starts with them, cells changed by the ids of rows."""
    rows = start_values(find(exercise_id).spec(str))[field]
    return [{**row, **cells.get(row["id"], {})} for row in rows]


def some_work() -> dict[str, dict[str, Any]]:
    """Records of a student who has done two exercises and begun two, by exercise."""
    ratings = with_cells(
        "guess-and-compare",
        "ratings",
        quiet_night={"importance": 25, "expected": 6.5},
        lobby_design={"importance": 2},
        wifi={"importance": None},
    )
    own_card = {"id": "own1", "name": "A <b>late</b> bus | shuttle", "technical": True,
                "functional": False, "societal": True, "score": 7, "weight": 3}  # fmt: skip
    return {
        "gap-model": record("gap-model", gap="G3"),
        "gap-explorer": record(
            "gap-explorer", service="Breakfast", expectation=6.4, promise_heard=True,
            conclusion="Gap 3: the standard is there, the hands are not.",
        ),
        "sorting-board": record(
            "sorting-board", kinds_sleep=["technical"], own_cards=[own_card],
            kinds_poster=["functional", "societal"], outcome_share=65,
        ),
        "guess-and-compare": record(
            "guess-and-compare", ratings=ratings, compare=True, check_causes=True,
            causes=["no_research", "layers"], ask_guests=25, written_answer=ANSWER,
            show_model=True, score_definition="3", score_causes="2", score_remedies="3",
            score_example="1",
        ),
    }  # fmt: skip


def workbook(records: Mapping[str, Mapping[str, Any]], **changed: Any) -> dict[str, Any]:
    """A workbook file with these records, by exercise."""
    return {
        "format": FORMAT,
        "version": FILE_VERSION,
        "alias": "Blue Heron",
        "date": "2026-11-24",
        "pages": [],
        "exercises": [{"id": name, **found} for name, found in records.items()],
        **changed,
    }


def file_text(data: Any) -> str:
    """Data as a workbook file holds them."""
    return json.dumps(as_browsers_write(data), ensure_ascii=False, indent=2) + "\n"


def as_browsers_write(data: Any) -> Any:
    """Data with whole numbers written as such: for JavaScript, 6.0 is 6."""
    if isinstance(data, dict):
        return {key: as_browsers_write(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_browsers_write(value) for value in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data


def keep(page: Page, address: str, kept: Mapping[str, Any]) -> None:
    """Puts things into the browser's storage as pages at an address keep them, by key."""
    texts = {PREFIX + key: json.dumps(value, ensure_ascii=False) for key, value in kept.items()}
    put_kept(page, address, texts)
    page.goto(f"{address}/{WORKBOOK}")


def keep_work(page: Page, address: str, records: Mapping[str, Any] | None = None) -> None:
    """Opens the workbook of a student who has worked."""
    found = some_work() if records is None else records
    keep(page, address, {f"exercise/{name}": one for name, one in found.items()})
    page.reload()


def kept(page: Page) -> dict[str, str]:
    """All that the course keeps in the browser, by key."""
    found: dict[str, str] = page.evaluate(
        """(prefix) => Object.fromEntries(
          Object.entries(localStorage).filter(([key]) => key.startsWith(prefix)).sort())""",
        PREFIX,
    )
    return found
