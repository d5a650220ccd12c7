"""The explorers, the figures, the case and the debate of chapter 6: what they say is computed."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest

from servicequality.content import load
from servicequality.exercises import find
from servicequality.figures import find as find_figure
from servicequality.i18n.numbers import format_number
from servicequality.model.lifetime_value import lifetime_value
from tests.conftest import ROOT

CHAPTER = ROOT / "chapters" / "06-relationships.ipynb"


def result(exercise_id: str, **changed: Any) -> dict[str, Any]:
    """What an exercise computes at its start values, some of them changed."""
    found: dict[str, Any] = find(exercise_id).start(str, changed)["result"]
    return found


def answers(exercise_id: str) -> list[str]:
    """The answers to the tasks of an exercise."""
    return [task.answer for task in find(exercise_id).tasks]


def shown(value: float, decimals: int = 0) -> str:
    """A number as a page writes it."""
    return format_number(value, decimals, False, "en")


# The free transfer


def test_it_counts_guests_as_the_portfolio_does() -> None:
    worth = {group["segment"]: group for group in find("free-transfer").data["groups"]}
    assert [len(group["worths"]) for group in worth.values()] == [40, 24, 16]
    assert worth["couple"]["year"] == 180
    assert worth["couple"]["life"] == pytest.approx(lifetime_value(180, 0.7, 0.1, now=True))
    assert worth["business"]["life"] == pytest.approx(lifetime_value(300, 0.78, 0.1, now=True))
    assert worth["conference"]["life"] == pytest.approx(lifetime_value(150, 0.35, 0.1, now=True))


def test_the_fare_of_the_first_task() -> None:
    free, seven = result("free-transfer"), result("free-transfer", fare=7)
    (first, _, _, _) = answers("free-transfer")
    assert (free["best"], seven["best"]) == (7, 7)
    for number in (free["result"], seven["result"], seven["result"] - free["result"]):
        assert shown(number) in first
    lost = shown(free["left"] - seven["left"])
    assert f"lose {lost} euros of value: {shown(free['left'])} were" in first
    assert f"now {shown(seven['left'])} (rounded)" in first


def test_the_segments_of_the_second_task() -> None:
    (_, second, _, _) = answers("free-transfer")
    names = ("couple", "business", "conference")
    found = {name: result("free-transfer", segment=name) for name in names}
    assert [found[name]["best"] for name in found] == [7, 13, 0]
    seven = result("free-transfer", segment="conference", fare=7)
    line = [row["benefit"] for row in found["conference"]["line"] if row["mark"] == "line"]
    assert max(line[1:]) == pytest.approx(seven["result"])
    assert f"{shown(line[0])} euros against {shown(seven['result'])}" in second
    assert f"brings {shown(found['business']['best_result'])}" in second
    assert f"brings {shown(found['business']['free_result'])}" in second
    assert f"{shown(found['couple']['best_result'])} at 7 euros, 0 free" in second
    assert found["couple"]["free_result"] == pytest.approx(0)


def test_the_turning_point_of_the_third_task() -> None:
    (_, _, third, _) = answers("free-transfer")
    six = result("free-transfer", horizon="life", believed=6)
    seven = result("free-transfer", horizon="life", believed=7)
    assert (six["verdict"], six["best"], seven["verdict"]) == ("fare", 7, "free")
    assert f"by {shown(six['apart'])} euros" in third
    assert six["by_free"] == 3


def test_a_cost_that_stays_changes_the_verdict_of_the_fourth_task() -> None:
    (_, _, _, fourth) = answers("free-transfer")
    falls = result("free-transfer", fare=7)
    stays = result("free-transfer", fare=7, cost_by="stays")
    assert f"{shown(stays['result'])} euros instead of {shown(falls['result'])}" in fourth
    found = {
        believed: result("free-transfer", horizon="life", believed=believed, cost_by="stays")
        for believed in range(11)
    }
    free = [believed for believed, each in found.items() if each["verdict"] == "free"]
    assert free == [5, 6, 7, 8, 9, 10]
    assert "from 5 of 10 on" in fourth


def test_the_result_is_fares_less_cost_plus_what_kept_guests_bring() -> None:
    for changed in ({}, {"fare": 7, "cost_by": "stays"}, {"fare": 4, "horizon": "life"}):
        rows = {row["measure"]: row for row in result("free-transfer", **changed)["options"]}
        for fare in ("free", "own", "best"):
            assert rows["paid"][fare] + rows["kept"][fare] == pytest.approx(rows["result"][fare])
    # A couple or two, business travellers and conference guests: half of them believed.
    groups = find("free-transfer").data["groups"]
    kept = sum(g["year"] * sum(d != "none" for d in g["deciders"]) for g in groups) / 2
    start = {row["measure"]: row for row in result("free-transfer")["options"]}
    assert start["kept"]["free"] == pytest.approx(100 * kept / 80)


def test_the_help_tells_what_a_guest_brings() -> None:
    said = next(field.help for field in find("free-transfer").fields if field.name == "horizon")
    for group in find("free-transfer").data["groups"]:
        assert shown(group["year"]) in said
        assert shown(group["life"]) in said


def test_a_ride_that_costs_too_much_is_not_offered() -> None:
    assert result("free-transfer", cost=20, believed=0)["verdict"] == "none"
    assert result("free-transfer", cost=0)["gift"] == "above"
    assert result("free-transfer", segment="business")["decides"] == "nobody"


# Two lifetime values


def test_only_the_mixture_turns_the_order() -> None:
    start = result("lifetime-values")
    assert start["verdict"] == "mixed_turned"
    assert (shown(start["value_couple"]), shown(start["value_health"])) == ("255", "350")
    (first, second, third) = answers("lifetime-values")
    for convention, values in (("later", ("255", "50")), ("now", ("435", "350"))):
        same = result("lifetime-values", convention_couple=convention, convention_health=convention)
        assert same["verdict"] == "couple"
        assert (shown(same["value_couple"]), shown(same["value_health"])) == values
        assert all(value in first for value in values)
    dear = result("lifetime-values", convention_couple="now", discount=20)
    assert f"to {shown(dear['value_couple'])} euros" in second
    assert f"to {shown(dear['value_health'])}." in second
    costly = result(
        "lifetime-values", convention_couple="now", acquisition_couple=300, acquisition_health=300
    )
    assert costly["pays_health"] == "always"
    # This year's margin counts towards the cost, also where the report leaves it out.
    assert start["pays_couple"] == "always"
    assert result("lifetime-values", acquisition_couple=300)["needed_couple"] == pytest.approx(
        costly["needed_couple"]
    )
    assert f"{shown(costly['needed_couple'], 1)}%" in third


def test_conventions_differ_by_one_margin_for_both_guests() -> None:
    table = {row["convention"]: row for row in result("lifetime-values")["table"]}
    assert table["apart"]["couple"] == pytest.approx(180)
    assert table["apart"]["health"] == pytest.approx(300)


def test_the_lines_run_towards_the_values() -> None:
    start = result("lifetime-values")
    last = start["rows"][-1]
    assert last["first"] == pytest.approx(start["value_couple"], abs=2)
    assert last["second"] == pytest.approx(start["value_health"], abs=1e-3)
    assert [start["rows"][0][line] for line in ("first", "second")] == [-60, 210]


def test_a_cost_that_never_comes_back_is_told() -> None:
    assert result("lifetime-values", margin_couple=0)["pays_couple"] == "never"


# Rising retention


def test_the_fits_of_the_exercise_are_those_of_the_literature() -> None:
    fits = find("rising-retention").data["fits"]
    assert fits[7 - 3] == {"alpha": 0.6681, "beta": 3.8061}
    assert (round(fits[-1]["alpha"], 3), round(fits[-1]["beta"], 3)) == (0.596, 3.327)


def test_what_is_said_of_year_twelve_is_computed() -> None:
    (first, second, third) = answers("rising-retention")
    start = result("rising-retention")
    for key in ("observed_last", "rising_last", "constant_last"):
        assert f"{shown(start[key], 1)}%" in first
    best = result("rising-retention", constant="best")
    rate, last = shown(best["retention"], 1), shown(best["constant_last"], 1)
    assert f"best constant rate, {rate}%, only {last}%" in first
    ends = result("rising-retention", constant="last")
    rate, last = shown(ends["retention"], 1), shown(ends["constant_last"], 1)
    assert f"last known rate, {rate}%, says {last}%" in first
    for key in ("rising_last", "constant_last"):
        said = [
            shown(result("rising-retention", known=n, constant="last")[key], 1) for n in (5, 4, 3)
        ]
        assert f"{said[0]}%, {said[1]}% and {said[2]}%" in second
    kept = result("rising-retention", kept=7)
    values = [shown(kept[key]) for key in ("value_kept", "value_rising", "value_constant")]
    assert third.startswith(f"{values[0]} euros, and {values[1]} for a new")
    assert f"{values[2]} by the first" in third
    assert f"{shown(ends['value_constant'])} by the last" in third


def test_the_last_known_rate_starts_from_what_was_observed() -> None:
    for known in range(3, 13):
        found = result("rising-retention", known=known, constant="last")
        for row in found["rows"][: known + 1]:
            assert row["constant"] == pytest.approx(row["observed"])
        rates = [row["constant"] for row in found["rates"]]
        assert rates[known - 1 :] == pytest.approx([found["retention"]] * (13 - known))
        assert found["stage"] == ("fitted" if known == 12 else "last")


def test_with_all_years_nothing_is_projected() -> None:
    assert result("rising-retention", known=12)["stage"] == "fitted"


# Case, figures, and what the text says


def test_the_case_adds_up() -> None:
    said = str(find("case-guest-club").spec(str)["views"])
    assert 410 - 400 == 260 - 250 == 10
    assert "members rose by 10, the others by 10" in said
    assert "5,000 euros in all" in said
    assert 25 * 200 == 5000


def test_the_figures_say_what_their_rows_hold() -> None:
    (mixed, worth, rates) = map(find_figure, ("mixed-guests", "ride-worth", "yearly-rates"))
    assert [round(row["retention"], 1) for row in mixed.rows][:2] == [70.0, 75.7]
    assert f"{mixed.rows[6]['retention']:.1f}%" in mixed.description
    assert [row["by_free"] for row in worth.rows] == [1, 0, 2]
    below = [row for row in rates.rows if row["observed"] < row["constant"] - 1e-9]
    assert [row["year"] for row in below] == [2]
    above = [row for row in rates.rows if row["observed"] > row["constant"] + 1e-9]
    assert len(above) == 10
    assert "below the other ten" in rates.description
    over = [row["year"] for row in rates.rows if row["rising"] > row["observed"]]
    assert over == [2, 3, 4]
    assert "above them in years 2 to 4" in rates.description
    third = mixed.rows[3]
    assert (third["loyal"], third["restless"], third["all"]) == (36.5, 6.3, 42.7)
    assert "25.0, 12.5 and 6.3" in mixed.description


def test_the_text_quotes_the_literature_and_the_figures() -> None:
    cells = nbformat.read(CHAPTER, as_version=4).cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert f"{lifetime_value(100, 0.8, 0.1):.2f}" == "266.67"
    assert f"{lifetime_value(100, 0.8, 0.1, now=True):.2f}" == "366.67"
    for number in ("266.67", "366.67", "86.9%", "39.4%", "16,000 customers"):
        assert number in text
    year, sum_so_far = 100.0, 0.0
    for number in ("72.73", "52.89", "38.47"):
        year = year * 0.8 / 1.1
        sum_so_far += year
        assert f"{year:.2f}" == number
        assert number in text
    assert sum_so_far < 266.67
    last = find_figure("mixed-guests").rows[6]
    assert round(last["all"] * (1 - last["retention"] / 100)) == 3
    assert "in the seventh only three" in text
    assert (round(last["all"]), round(100 - last["retention"])) == (27, 11)
    assert "then 3 of 27: 30%, and then 11%" in text


def test_the_questions_of_the_topic_add_up() -> None:
    items = {item["id"]: item for item in load("questions/relationships")["items"]}
    asked = items["two-lifetime-values"]["question"]
    for now in (False, True):
        assert f"{lifetime_value(150, 0.75, 0.05, now=now):.0f} euros" in asked
    options = {option["id"]: option for option in items["two-lifetime-values"]["options"]}
    assert f"{150 * 0.75 / 0.25:.0f} euros" in options["no-discount"]["explanation"]
