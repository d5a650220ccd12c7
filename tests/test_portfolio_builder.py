"""Discussion question 2: the segments, their worth, the loyalty money, the model answer."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.content import load
from servicequality.core.values import read
from servicequality.exercises import find
from servicequality.exercises.portfolio_builder import MOST_MONEY, STEP, compute
from servicequality.exercises.portfolio_builder.segments import BLANK, ROWS, START
from servicequality.page.html import to_text
from tests.drawing import values

EXERCISE = find("portfolio-builder")
BEGIN = EXERCISE.start(str)
CHECKED = values(EXERCISE).map(lambda raw: read(EXERCISE.spec(str)["fields"], raw)[0])
drawing = settings(derandomize=True, database=None, deadline=None, max_examples=150)
COUPLES, BUSINESS, CONFERENCE, BOOKING, TOUR, LONG_STAY = range(6)


def segments(*changes: dict[str, Any], money: list[int] | None = None) -> list[dict[str, Any]]:
    """The segments of the start, some cells changed (`{"row": 5, "cost": 540}`), or other money."""
    rows = [dict(row) for row in START]
    for change in changes:
        cells = dict(change)
        rows[cells.pop("row")].update(cells)
    for row, amount in zip(rows, money or [], strict=False):
        row["money"] = amount
    return rows


def only(**cells: Any) -> list[dict[str, Any]]:
    """A portfolio of one segment: a blank row with some cells filled."""
    return [{"id": "segment_1", **BLANK, **cells}]


def result_for(**changes: Any) -> dict[str, Any]:
    """The result for the start values with some changed."""
    return compute({**BEGIN["values"], **changes})


def said(view: str, **changes: Any) -> str:
    """What a view says for the start values with some changed."""
    return to_text(EXERCISE.start(str, changed=changes)["views"][view], "en")


# The start


def test_the_start_shows_a_whale_four_kinds_and_a_plan_that_can_be_better() -> None:
    result = BEGIN["result"]
    assert (result["earned"], result["lost"]) == (pytest.approx(268.4), pytest.approx(36.0))
    assert {row["kind"] for row in result["kinds"]} == {
        "true_friend",
        "butterfly",
        "barnacle",
        "stranger",
    }
    assert (result["whale"], result["plan"], result["loser_state"]) == (
        "whale",
        "better",
        "several",
    )
    assert result["equity"] == pytest.approx(332.72, abs=5e-3)
    assert result["net"] == pytest.approx(1.11, abs=5e-3)
    assert said("told") == "Your plan gains 1.1 thousand euros; the best plan gains 43.4."


def test_a_new_row_may_be_added_up_to_ten() -> None:
    (field,) = [field for field in EXERCISE.fields if field.name == "segments"]
    assert (len(field.default), len(field.rows), field.minimum) == (6, 10, 1)
    full = [{"id": row, **BLANK, "name": row} for row in ROWS]
    assert len(result_for(segments=full)["values"]) == 10
    assert len(result_for(segments=full[3:4])["values"]) == 1


# Who earns, who stays


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        (segments(), "whale"),
        (only(guests=0), "nobody"),
        (segments(*({"row": n, "guests": 0} for n in range(6))), "nobody"),
        (only(margin=100, cost=0), "all_earn"),
        (only(margin=0, cost=0), "all_earn"),
        (only(margin=-50), "all_lose"),
        (segments(*({"row": n, "cost": 5000} for n in range(6))), "all_lose"),
        (segments({"row": LONG_STAY, "guests": 5000}), "eaten"),
    ],
)
def test_the_whale_sentence(rows: list[dict[str, Any]], state: str) -> None:
    result = result_for(segments=rows)
    assert result["whale"] == state
    assert (result["curve"] == []) is (state == "nobody")
    assert said("whale", segments=rows) != ""


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"margin": 100, "cost": 20, "retention": 67}, "true_friend"),
        ({"margin": 100, "cost": 20, "retention": 66}, "butterfly"),
        ({"margin": 99, "cost": 20, "retention": 67}, "barnacle"),
        ({"margin": 99, "cost": 20, "retention": 66}, "stranger"),
    ],
)
def test_the_kind_follows_the_cuts(cells: dict[str, Any], kind: str) -> None:
    rows = only(stays=1.0, **cells)
    (found,) = result_for(segments=rows)["kinds"]
    assert found["kind"] == kind
    everyone = result_for(segments=rows, profit_cut=0, lifetime_cut=1.0)["kinds"]
    assert everyone[0]["kind"] == "true_friend"


# What a guest is worth


def test_the_convention_on_screen_moves_every_value_by_one_profit() -> None:
    later, now = result_for(), result_for(convention="now")
    for before, after in zip(later["values"], now["values"], strict=True):
        assert after["value"] - before["value"] == pytest.approx(before["profit"])
    assert now["equity"] - later["equity"] == pytest.approx(later["profit"])
    for name in ("brought", "net", "best_net", "best_spent", "plan_rows"):
        assert later[name] == now[name]
    assert "m × r ÷ (1 + i − r)" in said("formula")
    assert "worth 2.67 euros" in said("formula")
    assert "m × (1 + i) ÷ (1 + i − r)" in said("formula", convention="now")
    assert "worth 3.67 euros" in said("formula", convention="now")


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        ({"margin": 100, "cost": 0, "retention": 80, "acquisition": 10}, "all_pay"),
        ({"margin": 100, "cost": 0, "retention": 30, "acquisition": 150}, "needs"),
        ({"margin": -100, "cost": 0, "retention": 80, "acquisition": 0}, "never"),
        ({"margin": 10, "cost": 0, "retention": 80, "acquisition": 2000}, "never"),
    ],
)
def test_whether_a_new_guest_earns_back_the_cost_to_win_one(
    cells: dict[str, Any], state: str
) -> None:
    rows = only(stays=1.0, **cells)
    assert result_for(segments=rows)["newcomer"] == state
    assert said("newcomer", segments=rows) != ""


def test_the_retention_that_a_new_guest_needs() -> None:
    """literature.md 2.10: AC = 150, m = 100, i = 10%: 0.66."""
    rows = only(margin=100, stays=1.0, cost=0, retention=30, acquisition=150)
    assert "a retention of 66%" in said("newcomer", segments=rows)


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        (segments(), "range"),
        (only(margin=100, cost=0, retention=80), "same"),
        (only(margin=-10), "none"),
        (only(margin=100, cost=0, retention=95), "none"),
        (only(margin=100, cost=0, retention=99), "none"),
    ],
)
def test_what_five_points_more_are_worth(rows: list[dict[str, Any]], state: str) -> None:
    assert result_for(segments=rows)["five_points"] == state


# Loyalty money


def gain(tables: list[list[float]], split: Any) -> float:
    """What a split brings after its cost, in thousand euros."""
    brought = math.fsum(table[n] for table, n in zip(tables, split, strict=True))
    return brought - STEP * sum(split)


def tables_of(rows: list[dict[str, Any]], discount: float, lift: float) -> list[list[float]]:
    """What 0, 1, 2 … steps bring in each segment, by the formula as the reader is told it."""
    found = []
    for row in rows:
        profit = row["margin"] * row["stays"] - row["cost"]
        r, guests = row["retention"] / 100, row["guests"]
        line = []
        for money in range(0, MOST_MONEY + STEP, STEP):
            a_guest = 1000 * money / guests if guests else 0.0
            raised = min(0.99, r + lift * (1 - 0.5 ** (a_guest / 20)))
            line.append(guests * (raised - r) * profit / (1 + discount - r) / 1000)
        found.append(line)
    return found


@pytest.mark.parametrize("budget", [0, 5, 15, 30])
@pytest.mark.parametrize("lift", [0, 5, 20, 30])
def test_the_best_plan_is_that_of_brute_force(budget: int, lift: int) -> None:
    rows = segments(money=[0] * 6)
    result = result_for(segments=rows, budget=budget, lift=lift)
    tables = tables_of(rows, 0.1, lift / 100)
    every_split = (
        split
        for split in itertools.product(range(budget // STEP + 1), repeat=6)
        if sum(split) <= budget // STEP
    )
    assert result["best_net"] == pytest.approx(max(gain(tables, s) for s in every_split))
    split = [row["best"] // STEP for row in result["plan_rows"]]
    assert gain(tables, split) == pytest.approx(result["best_net"])
    assert STEP * sum(split) == result["best_spent"] <= budget


def test_the_best_plan_has_no_more_money_than_the_students() -> None:
    result = result_for(segments=segments(money=[5, 0, 0, 0, 0, 5]), budget=100)
    assert (result["spent"], result["best_spent"]) == (10, 10)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "better"),
        ({"segments": segments(money=[0] * 6)}, "nothing"),
        ({"segments": segments(money=[0] * 6), "lift": 0}, "nothing_pays"),
        ({"segments": segments(money=[0] * 6), "budget": 0}, "nothing_pays"),
        ({"budget": 25}, "over"),
        ({"lift": 0}, "stop"),
        ({"lift": 5}, "loss"),
        ({"segments": segments(money=[15, 15, 0, 0, 0, 0])}, "best"),
        ({"segments": only(guests=0, money=5)}, "stop"),
    ],
)
def test_the_sentence_on_the_plan(changes: dict[str, Any], state: str) -> None:
    result = result_for(**changes)
    assert result["plan"] == state
    assert result["net"] == pytest.approx(result["brought"] - result["spent"])
    assert said("plan", **changes) != ""


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "none"),
        ({"segments": segments(money=[5, 5, 0, 0, 0, 0])}, "pays"),
        ({"segments": segments(money=[20, 15, 5, 0, 0, 0]), "budget": 100}, "stop"),
        ({"segments": only(money=50), "budget": 100}, "none"),
    ],
)
def test_the_next_step(changes: dict[str, Any], state: str) -> None:
    assert result_for(**changes)["next"] == state
    assert (said("next", **changes) == "") is (state == "none")


@pytest.mark.parametrize(
    ("money", "state", "loser"),
    [
        ([5, 5, 0, 0, 0, 0], "none", ""),
        ([0, 0, 0, 0, 5, 0], "one", "Tour groups"),
        ([0, 0, 0, 0, 50, 5], "several", "Long-stay guests"),
    ],
)
def test_a_warning_where_money_goes_to_guests_who_lose_money(
    money: list[int], state: str, loser: str
) -> None:
    rows = segments(money=money)
    assert result_for(segments=rows)["loser_state"] == state
    assert loser in said("loser", segments=rows)
    assert said("loser", segments=rows).startswith("Warning" if loser else "")


def test_a_warning_where_there_are_no_guests_for_the_money() -> None:
    rows = segments({"row": TOUR, "guests": 0})
    assert "no guests in Tour groups" in said("ghost", segments=rows)
    assert said("ghost") == ""


# The forecast


def test_ten_points_up_and_down() -> None:
    rows = segments({"row": COUPLES, "retention": 4}, {"row": BUSINESS, "retention": 95})
    couples, business = result_for(segments=rows)["retention_rows"][:2]
    assert couples["low"] == 0
    assert couples["high"] == pytest.approx(180 * 0.14 / (1.1 - 0.14))
    assert business["high"] == pytest.approx(300 * 0.99 / (1.1 - 0.99))
    result = result_for()
    assert result["same_equity"] == pytest.approx(result["equity"])
    assert result["same_net"] == pytest.approx(result["net"])


# Bad input never breaks it


@pytest.mark.parametrize("retention", [0, 99])
@pytest.mark.parametrize("discount", [0, 30])
@pytest.mark.parametrize("guests", [0, 1, 5000])
@pytest.mark.parametrize("margin", [-500, 0, 2000])
def test_the_corners_of_the_table(retention: int, discount: int, guests: int, margin: int) -> None:
    rows = only(guests=guests, margin=margin, stays=52.0, retention=retention, money=MOST_MONEY)
    for convention in ("later", "now"):
        answer = EXERCISE.start(
            str, {"segments": rows, "discount": discount, "convention": convention}
        )
        for nodes in answer["views"].values():
            text = to_text(nodes, "en")
            assert "nan" not in text.lower().split()
            assert "inf" not in text.lower().split()


@pytest.mark.parametrize("name", ["", "   ", "\t"])
def test_a_segment_without_a_name_goes_by_its_place(name: str) -> None:
    rows = segments({"row": BUSINESS, "name": name})
    assert [row["name"] for row in result_for(segments=rows)["values"]][:2] == [
        "Spa couples, direct",
        "(2)",
    ]


def test_two_segments_of_the_same_name_stay_two() -> None:
    result = result_for(segments=segments({"row": BUSINESS, "name": "Spa couples, direct"}))
    assert len(result["curve"]) == 7
    assert len({dot["place"] for dot in result["dots"]}) == 6


@given(CHECKED)
@drawing
def test_whatever_is_entered_the_sums_agree(raw: dict[str, Any]) -> None:
    result = compute(raw)
    rows, discount = raw["segments"], raw["discount"] / 100
    profits = [row["margin"] * row["stays"] - row["cost"] for row in rows]
    worth = [
        p * (1 + discount if raw["convention"] == "now" else row["retention"] / 100)
        / (1 + discount - row["retention"] / 100)
        for p, row in zip(profits, rows, strict=True)
    ]  # fmt: skip
    assert [row["value"] for row in result["values"]] == pytest.approx(worth, abs=1e-6)
    equity = math.fsum(row["guests"] * w for row, w in zip(rows, worth, strict=True)) / 1000
    assert result["equity"] == pytest.approx(equity, abs=1e-6)
    tables = tables_of(rows, discount, raw["lift"] / 100)
    own = [row["money"] // STEP for row in rows]
    assert result["net"] == pytest.approx(gain(tables, own), rel=1e-6, abs=1e-6)
    best = [row["best"] // STEP for row in result["plan_rows"]]
    assert result["best_net"] == pytest.approx(gain(tables, best), rel=1e-6, abs=1e-6)
    assert result["best_net"] >= -1e-9
    if 0 < result["spent"] <= raw["budget"]:
        scale = max(1.0, abs(result["best_net"]))
        assert result["net"] <= result["best_net"] + 1e-9 * scale
    if result["whale"] != "nobody":
        assert result["curve"][-1]["guests"] == pytest.approx(100)
        assert result["curve"][-1]["profit"] == pytest.approx(result["profit"], abs=1e-6)


# The answers to the tasks


def test_task_1_who_takes_away_how_much_of_the_peak() -> None:
    answer = EXERCISE.tasks[0].answer
    ranking = {row["name"]: row for row in BEGIN["result"]["ranking"]}
    losers = [name for name, row in ranking.items() if row["profit"] < 0]
    assert losers == ["Tour groups", "Long-stay guests"]
    for words, number in (
        ("Tour groups lose 14.4", -ranking["Tour groups"]["segment_profit"]),
        ("long-stay guests 21.6", -ranking["Long-stay guests"]["segment_profit"]),
        ("together 36.0", BEGIN["result"]["lost"]),
        ("the 268.4 at the peak", BEGIN["result"]["earned"]),
    ):
        assert words in answer
        assert f"{number:.1f}" in words
    for cost, kind in ((540, "true_friend"), (541, "barnacle")):
        kinds = result_for(segments=segments({"row": LONG_STAY, "cost": cost}))["kinds"]
        assert {row["name"]: row["kind"] for row in kinds}["Long-stay guests"] == kind
    assert "540 euros or less" in answer


def test_task_2_what_the_convention_changes() -> None:
    later, now = result_for(), result_for(convention="now")
    moved = now["equity"] - later["equity"]
    assert f"rises by {moved:.1f} thousand euros" in EXERCISE.tasks[1].answer
    assert moved == pytest.approx(later["profit"])
    assert now["brought"] == later["brought"]


def test_task_3_the_best_use_of_30_and_of_100_thousand() -> None:
    answer = EXERCISE.tasks[2].answer
    result = result_for(segments=segments(money=[15, 15, 0, 0, 0, 0]))
    assert result["net"] == result["best_net"]
    assert f"gain {result['net']:.1f} thousand euros after cost" in answer
    assert f"the equal split gains {BEGIN['result']['net']:.1f}" in answer
    rich = result_for(segments=segments(money=[0] * 6), budget=100)
    assert [row["best"] for row in rich["plan_rows"]] == [20, 15, 5, 0, 0, 0]
    assert rich["best_spent"] == 40
    assert "uses only 40: 20 on spa couples, 15 on business travellers, 5 on conference" in answer


def test_task_4_what_is_worth_doing_with_less_hope() -> None:
    result = result_for(segments=segments(money=[0] * 6), lift=5)
    assert [row["best"] for row in result["plan_rows"]] == [0, 5, 0, 0, 0, 0]
    assert f"gain {result['best_net']:.1f} thousand after cost" in EXERCISE.tasks[3].answer


# The model answer


def test_the_numbers_of_the_model_answer_are_right() -> None:
    text = " ".join(EXERCISE.teaching.model_answer)
    result = BEGIN["result"]
    business, long_stay = result["values"][BUSINESS], result["values"][LONG_STAY]
    plan = result["plan_rows"]
    for words in (
        f"brings {business['profit']:.0f} euros a year, and 78% return",
        f"300 × 0.78 ÷ (1.10 − 0.78) = {business['value']:.0f} euros",
        f"loses {-long_stay['profit']:.0f} euros a year: −{-long_stay['value']:.0f} euros",
        f"bring {plan[BUSINESS]['brings']:.1f} thousand with business travellers",
        f"destroy another {-plan[LONG_STAY]['brings']:.1f} thousand",
        f"loses {-result['low_net']:.1f} thousand",
        "counted from next year",
    ):
        assert words in text
    assert EXERCISE.teaching.words <= len(text.split()) <= 330


def test_the_kinds_of_the_model_answer_are_those_on_screen() -> None:
    text = " ".join(EXERCISE.teaching.model_answer)
    kinds = {row["name"]: row["kind"] for row in BEGIN["result"]["kinds"]}
    for names, kind, words in (
        (("Spa couples, direct", "Business travellers"), "true_friend", "are true friends"),
        (("Conference guests",), "butterfly", "Conference guests are butterflies"),
        (("Booking-site guests", "Tour groups"), "stranger", "tour guests are strangers"),
        (("Long-stay guests",), "barnacle", "Long-stay guests are barnacles"),
    ):
        assert {kinds[name] for name in names} == {kind}
        assert words in text


def test_it_targets_misconceptions_18_to_20() -> None:
    claims = {entry["id"]: entry["claim"] for entry in load("misconceptions")}
    told = " ".join(claim for claim, _ in EXERCISE.teaching.misconceptions)
    assert len(EXERCISE.teaching.misconceptions) == 3
    assert "25 to 85" in told
    assert "25 to 85" in claims["mc18"]
    assert "Every loyal customer is profitable" in told
    assert "Every loyal customer is profitable" in claims["mc19"]
    assert "formulae for lifetime value" in told
    assert "contradict" in claims["mc20"]
