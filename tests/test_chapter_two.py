"""The explorers of chapter 2: what they work out at the start, and what their answers promise."""

from __future__ import annotations

from typing import Any

import pytest

from servicequality.exercises import find
from servicequality.figures.three_outcomes import FIGURE
from servicequality.hotel import means

VALUE = find("delivered-value")
STAYS = find("five-stays")
PARTS = find("many-parts")


def start(exercise: Any) -> dict[str, Any]:
    """The start values of an exercise."""
    values: dict[str, Any] = exercise.start(str)["values"]
    return values


def with_changes(exercise: Any, **changes: Any) -> dict[str, Any]:
    """The result for the start values with some changed."""
    result: dict[str, Any] = exercise.compute({**start(exercise), **changes})
    return result


def account(**changes: dict[str, float]) -> list[dict[str, Any]]:
    """The account at the start, some rows changed."""
    return [row | changes.get(row["id"], {}) for row in start(VALUE)["account"]]


def felt(result: dict[str, Any]) -> list[str]:
    """What the guest feels at each stay."""
    return [row["outcome"] for row in result["rows"]]


def test_two_guests_at_the_start() -> None:
    result = with_changes(VALUE)
    assert (result["couple"], result["business"]) == (25, 20)
    assert result["couple_ratio"] == pytest.approx(1.09, abs=0.005)
    assert result["business_ratio"] == pytest.approx(1.17, abs=0.005)
    assert (result["verdict"], result["by_ratio"]) == ("couple", "opposite")
    unseen = {row["guest"]: row["unseen"] for row in result["summary"]}
    assert unseen == {
        "couple": pytest.approx(24, abs=0.5),
        "business": pytest.approx(33, abs=0.5),
    }


def test_the_bars_lead_from_total_value_to_delivered_value() -> None:
    result = with_changes(VALUE)
    for guest in ("couple", "business"):
        value, *costs, kept = result[f"{guest}_steps"]
        left = value["end"]
        for cost in costs:
            assert cost["end"] == left
            left = cost["start"]
            assert cost["amount"] == left - cost["end"]
        assert kept["end"] == left == result[guest]


def test_what_the_answers_on_delivered_value_say() -> None:
    calm = with_changes(VALUE, account=account(strain={"couple": 0}))
    assert calm["couple"] == 50
    cheap = with_changes(VALUE, account=account(money={"couple": 185}))
    assert cheap["couple"] == 50
    paid = with_changes(VALUE, account=account(money={"business": 0}))
    assert paid["business"] == 100
    assert paid["summary"][1]["unseen"] == 100


def test_the_ratio_depends_on_where_a_quiet_night_is_entered() -> None:
    as_value = with_changes(VALUE, account=account(core={"couple": 225}))
    as_cost = with_changes(VALUE, account=account(strain={"couple": 0}))
    assert as_value["couple"] == as_cost["couple"] == 50
    assert as_value["couple_ratio"] == pytest.approx(1.18, abs=0.005)
    assert as_cost["couple_ratio"] == pytest.approx(1.20, abs=0.005)


def test_a_guest_who_gives_up_nothing_has_no_ratio() -> None:
    nothing = {"couple": 0.0, "business": 0.0}
    names = [row["id"] for row in account()]
    result = with_changes(VALUE, account=account(**dict.fromkeys(names, nothing)))
    assert (result["verdict"], result["by_ratio"]) == ("same", "none")


def test_the_breakfast_is_that_of_couples_in_the_survey() -> None:
    values = start(STAYS)
    for name in ("expectation", "perception"):
        mean = means("guest_survey", name, "couple")["breakfast"]
        assert values[name] == pytest.approx(mean, abs=0.05)
    assert values["promise"] == means("promises", "promised_level")["breakfast"]


def test_what_the_answers_on_five_stays_say() -> None:
    assert felt(with_changes(STAYS)) == ["delighted", *["satisfied"] * 4]
    told = with_changes(STAYS, promise=7.0, promise_moves="expected")
    assert told["expected"] == pytest.approx(6.2)
    assert (told["verdict"], told["zone"]) == ("dissatisfied", "inside")
    treated = with_changes(STAYS, treat_when="first")
    assert felt(treated)[:2] == ["delighted", "dissatisfied"]
    assert treated["rows"][1]["expectation"] == pytest.approx(6.1)
    assert treated["rows"][1]["difference"] == pytest.approx(-0.3)


def test_a_promise_can_narrow_the_zone() -> None:
    told = with_changes(STAYS, promise=7.0, promise_moves="both")
    assert (told["low"], told["high"]) == (pytest.approx(5.5), 6.5)
    assert told["width"] == pytest.approx(1.0)


def test_without_learning_nothing_changes_from_stay_to_stay() -> None:
    assert len(set(felt(with_changes(STAYS, learning="none")))) == 1


def test_what_the_answers_on_many_parts_say() -> None:
    result = with_changes(PARTS)
    assert (result["simple"], result["rich"]) == (
        pytest.approx(92.3, abs=0.05),
        pytest.approx(86.0, abs=0.05),
    )
    assert with_changes(PARTS, rich_parts=35)["rich"] == pytest.approx(83.9, abs=0.05)
    assert with_changes(PARTS, rich_parts=35, rich_works=99.6)["rich"] == pytest.approx(
        86.9, abs=0.05
    )


def test_each_house_has_one_mark_on_its_line() -> None:
    line = with_changes(PARTS)["line"]
    marked = [(row["house"], row["parts"]) for row in line if row["here"]]
    assert marked == [("simple", 8), ("rich", 30)]


def test_the_outcomes_that_the_text_tells_are_those_of_the_figure() -> None:
    rows = {row["attribute"]: row for row in FIGURE.rows}
    assert rows["lobby_design"]["above"] == pytest.approx(71, abs=0.5)
    assert rows["cleanliness"]["below"] == pytest.approx(40, abs=0.5)
    assert rows["clear_bill"]["below"] == pytest.approx(28.3, abs=0.05)
    for row in rows.values():
        assert row["below"] + row["met"] + row["above"] == pytest.approx(100, abs=1e-5)


def test_the_later_stays_differ_by_less_and_less() -> None:
    differences = [row["difference"] for row in with_changes(STAYS)["rows"]]
    assert differences == pytest.approx([0.4, 0.2, 0.1, 0.05, 0.025])
