"""Chapter 7: its two explorers, and the numbers that its texts state."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.content import load
from servicequality.exercises import find
from servicequality.figures import find as find_figure
from servicequality.hotel import levels
from servicequality.model.complaints import (
    gain,
    kept,
    needed_to_earn,
    needed_when_invited,
    prevented_instead,
)
from servicequality.model.recovery import needed_solving
from servicequality.model.rights import RIGHT_GAPS
from servicequality.page.html import to_text
from tests.drawing import values

AUDIT, CARD, POOL = find("rights-audit"), find("invite-complaints"), find("case-cold-pool")
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


def test_the_broken_right_that_mattered_most_at_the_start_and_after_task_one() -> None:
    found = result(AUDIT)
    assert (found["kept"], found["broken"], found["unknown"]) == (2, 5, 1)
    assert found["cards"] == ["R3"]
    lighter = result(AUDIT, rights=with_right("R3", weight=3))
    assert lighter["cards"] == ["R4"]
    card = said(AUDIT, "cards", rights=with_right("R3", weight=3))
    assert "It opens Gap 3" in card
    assert "It opens Gap 2 if a rule" in card


def test_task_two_a_right_that_is_not_known_is_not_kept() -> None:
    found = result(AUDIT, rights=with_right("R5", state="unknown"))
    assert (found["kept"], found["broken"], found["unknown"]) == (2, 4, 2)
    assert next(bar["signed"] for bar in found["bars"] if bar["right"] == "R5") == 0


def test_a_judgement_without_evidence_is_asked_for_it() -> None:
    rows = with_right("R6", evidence="")
    assert result(AUDIT, rights=rows)["proof"] == "missing"
    assert "Judgements without evidence: 1 of 7." in said(AUDIT, "proof", rights=rows)


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
    found = result(CARD, borders=True)
    assert (found["now"], found["then"]) == (pytest.approx(700), pytest.approx(652))
    assert found["needed"] == pytest.approx(100 * 156 / 432)
    assert found["needed"] == pytest.approx(36.1, abs=0.05)
    assert found["needed_to_earn"] == pytest.approx(44.3, abs=0.05)
    between = result(CARD, solved_then=40)
    assert between["more"] == pytest.approx(16.8)
    assert between["euros"] == pytest.approx(-4_920)
    assert result(CARD, solved_then=36)["verdict"] == "same"
    assert result(CARD, solved_then=37)["verdict"] == "more"


def test_the_borders_are_held_back_until_they_are_asked_for() -> None:
    found = result(CARD)
    assert (found["border"], found["earning"]) == ("hidden", "hidden")
    assert not {"needed", "needed_to_earn"} & set(found)
    assert said(CARD, "border") == said(CARD, "earning") == ""
    assert "36.1%" in said(CARD, "border", borders=True)
    assert "44.3%" in said(CARD, "earning", borders=True)


def test_task_two_half_of_all_solved() -> None:
    found = result(CARD, solved_then=50)
    assert (found["more"], found["then"]) == (pytest.approx(60), pytest.approx(760))
    assert found["euros"] == pytest.approx(6_600)
    assert result(CARD, solved_then=50, value=180)["euros"] == pytest.approx(-6_600)
    assert found["prevented"] == pytest.approx(166, abs=0.5)
    rows = {row["when"]: row["recovered"] for row in found["heard_rows"]}
    assert rows["then"] - rows["now"] == pytest.approx(240)


def test_task_three_where_silence_comes_back() -> None:
    found = result(CARD, solved_then=50, silent=60)
    assert (found["now"], found["then"]) == (pytest.approx(924), pytest.approx(888))
    assert result(CARD, silent=60, borders=True)["needed"] == pytest.approx(58.3, abs=0.05)


def test_half_of_each_share_moves_the_guests_and_not_the_border() -> None:
    """What the text says of chapters 1 and 5: the shares count only as they compare."""
    start = CARD.start(str)["values"]
    whole = {name: start[name] / 100 for name in ("good", "unresolved", "silent", "smooth")}
    half = {name: share / 2 for name, share in whole.items()}
    more, needed, instead, euros, earning = [], [], [], [], []
    now_heard = {"failed": 1600.0, "complain": 0.3, "solved": 0.5}
    money = {name: float(start[name]) for name in ("value", "cost", "programme")}
    for shares in (whole, half):
        now = kept(1600, 0.3, 0.5, shares)
        more.append(kept(1600, 0.6, 0.5, shares) - now)
        needed.append(needed_when_invited(0.3, 0.5, 0.6, shares))
        euros.append(gain(more[-1], 240, 400, 60, 3000))
        earning.append(needed_to_earn(now_heard, 0.6, shares, money))
        instead.append(prevented_instead(more[-1], shares["smooth"], now / 1600))
    assert more == [pytest.approx(60), pytest.approx(30)]
    assert needed[0] == pytest.approx(needed[1]) == pytest.approx(0.361, abs=5e-4)
    assert instead[0] == pytest.approx(instead[1])
    assert euros == [pytest.approx(6_600), pytest.approx(-5_400)]
    assert earning == [pytest.approx(0.443, abs=5e-4), pytest.approx(0.6875)]
    smooth = start["failed"] * start["smooth"] / 100
    assert (smooth, smooth - result(CARD)["now"]) == (pytest.approx(1280), pytest.approx(580))
    (ledger,) = [row for row in load("hotel/quality_costs") if row["item_id"] == "lost_guests"]
    assert ledger["euros"] == 30 * start["value"]


def test_the_border_of_the_text_for_new_complaints_alone() -> None:
    assert needed_solving(0.75, 0.3, 0.4) == pytest.approx(0.222, abs=5e-4)


def test_states_at_the_edges() -> None:
    def border(**changes: Any) -> tuple[str, str]:
        found = result(CARD, borders=True, **changes)
        return found["border"], found["earning"]

    assert border() == ("some", "some")
    assert border(good=30) == ("no_gain", "no_gain")
    assert border(cost=180) == ("some", "no_gain")
    assert border(silent=0) == ("always", "always")
    assert border(silent=100) == ("never", "never")
    assert border(programme=30_000, cost=100) == ("some", "some")
    assert border(programme=30_000, cost=150) == ("some", "never")
    assert border(complain=0, silent=20)[0] == "always"
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


def test_the_third_channel_of_the_log_makes_up_the_rest() -> None:
    found = {
        channel: [row["solved_well"] for row in LOG if row["channel"] == channel]
        for channel in ("in_person", "card", "review")
    }
    counted = {channel: (sum(solved), len(solved)) for channel, solved in found.items()}
    assert counted == {"in_person": (190, 300), "card": (40, 90), "review": (10, 90)}


def test_the_costs_of_the_cold_pool() -> None:
    couples, whole, spa = 38, 300, 60
    feedback = said(POOL, "judged", show=True)
    for euros in (couples * whole, couples * spa, 10 * spa):
        assert f"{euros:,} euros" in feedback


def test_the_debate_quotes_importances() -> None:
    found = {level["id"]: level for level in levels()}
    lobby, night = found["lobby_design"], found["quiet_night"]
    assert (round(lobby["manager_importance"]), round(lobby["guest_importance"])) == (19, 2)
    assert (round(night["guest_importance"]), round(night["manager_importance"])) == (18, 7)
