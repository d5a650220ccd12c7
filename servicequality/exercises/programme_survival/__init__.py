"""How long does a programme live? Three dangers, three safeguards, and what each is worth."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare, total
from servicequality.declare import Choice, Exercise, Group, LongText, MultipleChoice, Rows, Slider
from servicequality.exercises.programme_survival.texts import DANGERS, GUESSES, SAFEGUARDS, TASKS
from servicequality.exercises.programme_survival.views import VIEWS
from servicequality.model.label_places import label_places
from servicequality.model.programme_survival import (
    half_life,
    survival_after,
    worth,
    yearly_survival,
)

MONTHS = 36
# Nearer than this, in percentage points, a guess counts as right.
NEAR = 5.0
# In percentage points: names of lines stand at least so far from each other.
APART = 8.0


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Chances in percent to be alive after up to 36 months, and what each safeguard adds.

    Nothing is told before the student has guessed.
    """
    names = ["commitment", "champion", "owner"]
    if values["guess"] == "open":
        return waiting()
    dangers = [values[name] / 100 for name in names]
    shares = [values["protection"][position]["share"] / 100 for position in range(3)]
    costs = [float(values["protection"][position]["cost"]) for position in range(3)]
    chosen = [name in values["guards"] for name in names]
    protected = [shares[position] if chosen[position] else 0.0 for position in range(3)]
    yearly = yearly_survival(dangers, protected)
    alive = 100 * survival_after(yearly, MONTHS)
    bare = 100 * survival_after(yearly_survival(dangers, [0.0, 0.0, 0.0]), MONTHS)
    off = abs(float(values["guess"]) - bare)
    result = {
        "lines": lines(names, dangers, protected),
        "alive": alive,
        "bare": bare,
        "guess": values["guess"],
        "stage": "near" if compare(off, NEAR) <= 0 else "far",
        "spent": total([costs[at] for at in range(3) if chosen[at]]),
    }
    result.update(lifetimes(yearly))
    result.update(worths(names, dangers, shares, costs, chosen))
    return result


def waiting() -> dict[str, Any]:
    """What there is before a guess: nothing."""
    return {
        "lines": [],
        "alive": None,
        "stage": "open",
        "life": "open",
        "rows": [],
        "cheapest_state": "open",
        "sum_state": "open",
    }


def lines(names: list[str], dangers: list[float], protected: list[float]) -> list[dict[str, Any]]:
    """For each month the chance in percent with each danger alone and with all."""
    alone = [yearly_survival([dangers[at]], [protected[at]]) for at in range(3)]
    yearly = yearly_survival(dangers, protected)
    rows: list[dict[str, Any]] = []
    for month in range(0, MONTHS + 1, 3):
        row: dict[str, Any] = {"month": month}
        for position in range(3):
            row[names[position]] = 100 * survival_after(alone[position], month)
        row["all"] = 100 * survival_after(yearly, month)
        rows.append(row)
    ends = list(names)
    ends.append("all")
    places = label_places([rows[-1][name] for name in ends], APART, 3.0, 100.0)
    for position in range(4):
        rows[-1][ends[position] + "_label"] = places[position]
    return rows


def lifetimes(yearly: float) -> dict[str, Any]:
    """After how many months half of such programmes are over."""
    months = half_life(yearly)
    if months is None:
        return {"life": "never"}
    return {"life": "some", "half": months}


def worths(
    names: list[str],
    dangers: list[float],
    shares: list[float],
    costs: list[float],
    chosen: list[bool],
) -> dict[str, Any]:
    """What each safeguard adds, in percentage points, beside those chosen; which costs least.

    Of a safeguard that is chosen it is what would be lost without it.
    """
    rows: list[dict[str, Any]] = []
    best, lowest = "none", 0.0
    for position in range(3):
        beside = [shares[at] if chosen[at] or at == position else 0.0 for at in range(3)]
        points = 100 * worth(dangers, beside, position, MONTHS)
        row = {"danger": names[position], "points": points, "cost": costs[position]}
        rows.append(row)
        if chosen[position] or compare(points, 0.0) == 0:
            continue
        price = costs[position] / points
        if best == "none" or compare(price, lowest) < 0:
            best, lowest = names[position], price
    alone = []
    for position in range(3):
        only = [shares[at] if at == position else 0.0 for at in range(3)]
        alone.append(100 * worth(dangers, only, position, MONTHS))
    together = 100 * (
        survival_after(yearly_survival(dangers, shares), MONTHS)
        - survival_after(yearly_survival(dangers, [0.0, 0.0, 0.0]), MONTHS)
    )
    apart = total(alone)
    return {
        "rows": rows,
        "cheapest": best,
        "cheapest_price": 1000 * lowest,
        "cheapest_state": "some" if best != "none" else "done" if all(chosen) else "none",
        "alone_sum": apart,
        "together": together,
        "sum_state": "more" if compare(together, apart) > 0 else "same",
    }


def protection(danger: str, share: int, cost: int) -> dict[str, Any]:
    """A row of the table of safeguards."""
    return {"id": danger, "share": share, "cost": cost}


EXERCISE = Exercise(
    id="programme-survival",
    title="Will it be alive in three years?",
    question="Three dangers, of 30%, 20% and 10% a year. Guess before you look: of a hundred such "
    "programmes, how many are alive after three years?",
    teaches=("F1", "F2", "F3"),
    minutes=10,
    done_with=("guess", "guards"),
    tasks=TASKS,
    groups=(
        Group(
            "Your guess",
            (
                Choice(
                    "guess",
                    "Alive after three years, with all three dangers",
                    GUESSES,
                    "open",
                    buttons=True,
                ),
            ),
            text="The result opens once you have guessed.",
        ),
        Group(
            "Chances in one year that it ends",
            (
                Slider(
                    "commitment", "Managers lose their commitment", 0, 60, 1, 30, "%", whole=True
                ),
                Slider("champion", "The person who runs it leaves", 0, 60, 1, 20, "%", whole=True),
                Slider("owner", "The hotel gets another owner", 0, 60, 1, 10, "%", whole=True),
            ),
            text="A model with invented chances: nobody has measured them. The dangers do not "
            "depend on each other, and they stay the same from year to year.",
        ),
        Group(
            "What the hotel does",
            (
                MultipleChoice("guards", "Safeguards", SAFEGUARDS),
                Rows(
                    "protection",
                    "How well each works, and what it costs",
                    DANGERS,
                    (
                        Slider("share", "Danger removed, %", 0, 100, 5, 50, whole=True),
                        Slider("cost", "Cost in 3 years, thousand €", 0, 60, 1, 5, whole=True),
                    ),
                    (
                        protection("commitment", 40, 12),
                        protection("champion", 75, 4),
                        protection("owner", 50, 3),
                    ),
                ),
            ),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Which safeguard would you build first at a hotel that you know, and who would "
                    "have to agree?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    revealed={"guess": "13"},
    views=VIEWS,
    announce="stage",
)
