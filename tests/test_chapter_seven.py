"""Chapter 7: its two explorers, and the numbers that its texts state."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.content import load
from servicequality.exercises import find
from servicequality.figures import find as find_figure
from servicequality.hotel import levels
from servicequality.model.recovery import needed_solving
from servicequality.model.rights import RIGHT_GAPS
from servicequality.page.html import to_text
from tests.drawing import values

AUDIT, CARD = find("rights-audit"), find("invite-complaints")
LOG: list[dict[str, Any]] = load("hotel/complaints")


def result(exercise: Any, **changes: Any) -> dict[str, Any]:
    """What an exercise works out for its start values with some changed."""
    found: dict[str, Any] = exercise.start(str, changes)["result"]
    return found


def said(exercise: Any, name: str, **changes: Any) -> str:
    """What a view of an exercise says."""
    return to_text(exercise.start(str, changes)["views"][name], "en")


def with_right(right: str, **changes: Any) -> list[dict[str, Any]]:
    """The rows of the audit at the start, with one right changed."""
    rows = AUDIT.start(str)["values"]["rights"]
    return [row | (changes if row["id"] == right else {}) for row in rows]


# The audit of rights


def test_the_weakest_right_at_the_start_and_after_task_one() -> None:
    assert result(AUDIT)["cards"] == ["R3"]
    lighter = result(AUDIT, rights=with_right("R3", weight=3))
    assert lighter["cards"] == ["R4"]
    assert "Gap 3" in said(AUDIT, "cards", rights=with_right("R3", weight=3))


def test_task_two_a_right_that_is_not_known_is_not_kept() -> None:
    found = result(AUDIT, rights=with_right("R5", state="unknown"))
    assert (found["kept"], found["broken"], found["unknown"]) == (2, 3, 3)
    assert next(bar["signed"] for bar in found["bars"] if bar["right"] == "R5") == 0


def test_a_judgement_without_evidence_is_asked_for_it() -> None:
    rows = with_right("R6", evidence="")
    assert result(AUDIT, rights=rows)["proof"] == "missing"
    assert "Judgements without evidence: 1 of 6." in said(AUDIT, "proof", rights=rows)


def test_equal_weights_name_no_single_right() -> None:
    found = result(AUDIT, rights=with_right("R4", weight=5))
    assert (found["verdict"], found["cards"]) == ("several", ["R3", "R4"])


def test_nothing_judged_and_nothing_broken() -> None:
    rows = [row | {"state": "unknown"} for row in with_right("R1")]
    assert result(AUDIT, rights=rows)["verdict"] == "open"
    rows = [row | {"state": "kept"} for row in with_right("R1")]
    assert result(AUDIT, rights=rows)["verdict"] == "none"


@pytest.mark.parametrize("right", RIGHT_GAPS)
def test_a_card_names_the_gap_of_its_right(right: str) -> None:
    rows = [
        row | {"state": "broken" if row["id"] == right else "kept", "evidence": "I saw it."}
        for row in with_right("R1")
    ]
    gap = f"Gap {RIGHT_GAPS[right][1:]}"
    assert f"It opens {gap}" in said(AUDIT, "cards", rights=rows)
    assert f"See {gap}" in said(AUDIT, "checked", rights=rows)
    (view,) = [view for view in AUDIT.views if view.name == "cards"]
    assert view.cards[right].tone == f"gap-{gap[-1]}"  # type: ignore[attr-defined]


# A card in every room


def test_the_start_values_are_those_of_the_log() -> None:
    start = CARD.start(str)["values"]
    assert start["failed"] * start["complain"] / 100 == len(LOG) == 480
    solved = [row["returned"] for row in LOG if row["solved_well"]]
    poor = [row["returned"] for row in LOG if not row["solved_well"]]
    assert (len(solved), sum(solved), len(poor), sum(poor)) == (240, 180, 240, 72)
    assert start["solved"] == 100 * len(solved) / len(LOG)
    assert start["good"] == 100 * sum(solved) / len(solved)
    assert start["unresolved"] == 100 * sum(poor) / len(poor)


def test_task_one_twice_the_complaints_and_the_same_hands() -> None:
    found = result(CARD)
    assert (found["now"], found["then"]) == (pytest.approx(700), pytest.approx(652))
    assert found["needed"] == pytest.approx(36.1, abs=0.05)
    assert result(CARD, solved_then=36)["verdict"] == "same"
    assert result(CARD, solved_then=37)["verdict"] == "more"


def test_task_two_half_of_all_solved() -> None:
    found = result(CARD, solved_then=50)
    assert (found["more"], found["then"]) == (pytest.approx(60), pytest.approx(760))
    assert found["euros"] == pytest.approx(11_400)
    assert found["prevented"] == pytest.approx(166, abs=0.5)
    rows = {row["when"]: row["recovered"] for row in found["heard_rows"]}
    assert rows["then"] - rows["now"] == pytest.approx(240)


def test_task_three_where_silence_comes_back() -> None:
    found = result(CARD, solved_then=50, silent=60)
    assert (found["now"], found["then"]) == (pytest.approx(924), pytest.approx(888))


def test_the_border_of_the_text_for_new_complaints_alone() -> None:
    assert needed_solving(0.75, 0.3, 0.4) == pytest.approx(0.222, abs=5e-4)


def test_states_at_the_edges() -> None:
    assert result(CARD, good=30)["border"] == "no_gain"
    assert result(CARD, silent=0)["border"] == "always"
    assert result(CARD, silent=100)["border"] == "never"
    assert result(CARD, complain=0, silent=20)["border"] == "always"
    assert result(CARD, good=90)["paradox"] == "assumed"
    assert result(CARD, smooth=40, solved_then=50)["prevent"] == "odd"


@settings(max_examples=50)
@given(values(CARD))
def test_the_bars_add_up(drawn: dict[str, Any]) -> None:
    found = CARD.compute(drawn)
    for when in ("now", "then"):
        bars = [bar for bar in found["bars"] if bar["when"] == when]
        assert sum(bar["guests"] for bar in bars[:3]) == pytest.approx(bars[3]["guests"])
        assert 0 <= bars[3]["guests"] <= drawn["failed"] + 1e-6


# Numbers in texts


def test_the_figure_counts_the_log() -> None:
    picture = find_figure("complaints")
    rows = {row["service"]: (row["solved"], row["number"]) for row in picture.rows}
    for service, words in {
        "quiet_night": (45, 150), "wifi": (36, 90), "check_in_speed": (42, 84),
        "clear_bill": (42, 48), "cleanliness": (27, 33), "breakfast": (21, 27),
        "problem_solving": (9, 24),
    }.items():  # fmt: skip
        assert rows[service] == words
    assert "150, and 45 of them" in picture.description
    assert sum(number for _, number in rows.values()) == 480


def test_the_debate_quotes_importances() -> None:
    found = {level["id"]: level for level in levels()}
    lobby, night = found["lobby_design"], found["quiet_night"]
    assert (round(lobby["manager_importance"]), round(lobby["guest_importance"])) == (19, 2)
    assert (round(night["guest_importance"]), round(night["manager_importance"])) == (18, 7)
