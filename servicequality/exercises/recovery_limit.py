"""The recovery limit: how much may an employee spend to keep a guest, without asking?"""

from __future__ import annotations

from typing import Any

from servicequality.charts.limit_curve import limit_curve
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Choice,
    Column,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Sentence,
    Slider,
    Table,
    Task,
    Value,
)
from servicequality.model.recovery_limit import (
    best_limit,
    gain_at_once,
    gain_of_limit,
    share_within,
    worth_of_return,
)

# Assumptions of this exercise, told to the reader.
DISCOUNT = 0.1
STEPS = 40
MORE = 10.0
# This share of the best gain, or more, counts as nearly the best.
NEARLY = 0.95
# Less than this, in euros a year, is no gain and no loss.
A_LITTLE = 0.5


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """What the chosen limit gains a year, what the best one would, and the curve of both."""
    largest, shape = float(values["largest"]), values["shape"]
    waste = values["waste"] / 100
    worth = worth_of_return(float(values["margin"]), values["retention"] / 100, DISCOUNT)
    gain = gain_at_once(
        worth, values["spot"] / 100, values["referred"] / 100, float(values["asking"])
    )

    def yearly(limit: float) -> float:
        """A year's gain of a limit, in euros."""
        return float(values["cases"]) * gain_of_limit(limit, gain, waste, largest, shape)

    limit = float(values["limit"])
    best = best_limit(gain, waste, largest)
    own_gain, best_gain = yearly(limit), yearly(best)
    more = yearly(limit + MORE) - own_gain
    rows: list[dict[str, Any]] = []
    for step in range(STEPS + 1):
        at = largest * step / STEPS
        rows.append({"limit": at, "gain": yearly(at), "mark": "line", "right": 0})
    shown = min(limit, largest)
    rows.append(mark("best", best, best_gain, largest))
    rows.append(mark("chosen", shown, yearly(shown), largest))
    compared = []
    for name, at in [("half", best / 2), ("best", best), ("twice", 2 * best), ("all", largest)]:
        compared.append({"name": name, "limit": at, "gain": yearly(at)})
    return {
        "worth": worth,
        "gain_each": gain,
        "own_gain": own_gain,
        "best_gain": best_gain,
        "best": best,
        "limit": values["limit"],
        "more": abs(more),
        "within": 100 * share_within(limit, largest, shape),
        "verdict": verdict(limit, own_gain, best, best_gain),
        "marginal": "whole" if compare(limit, largest) >= 0 else side_of(more),
        "reason": why(gain, best, largest),
        "curve": rows,
        "compared": compared,
    }


def mark(name: str, limit: float, gain: float, largest: float) -> dict[str, Any]:
    """A single point of the curve; `right` says where its word finds room."""
    side = 0
    if compare(limit, 0.8 * largest) > 0:
        side = 1
    elif compare(limit, 0.15 * largest) < 0:
        side = -1
    return {"limit": limit, "gain": gain, "mark": name, "right": side}


def side_of(more: float) -> str:
    """Whether the gain rises, falls or stays flat if the limit is a little higher."""
    if compare(abs(more), A_LITTLE) < 0:
        return "flat"
    return "rises" if more > 0 else "falls"


def verdict(limit: float, gain: float, best: float, best_gain: float) -> str:
    """What is to be said about the chosen limit beside the best one."""
    if compare(best_gain, A_LITTLE) <= 0:
        return "never" if compare(limit, 0.0) > 0 else "none_best"
    if compare(limit, 0.0) == 0:
        return "nothing"
    if compare(gain, -A_LITTLE) < 0:
        return "loss"
    if compare(gain, NEARLY * best_gain) >= 0:
        return "near"
    return "below" if compare(limit, best) < 0 else "above"


def why(gain: float, best: float, largest: float) -> str:
    """Why the best limit lies where it lies."""
    if compare(gain, 0.0) <= 0:
        return "no_gain"
    return "largest" if compare(best, largest) >= 0 else "inside"


WHOLE, ONE = Number(), Number(decimals=1)
MONEY = {
    "limit": Value("limit", WHOLE),
    "own_gain": Value("own_gain", WHOLE),
    "best": Value("best", WHOLE),
    "best_gain": Value("best_gain", WHOLE),
}
BESIDE = " The best limit is {best} euros: {best_gain} euros a year."

EXERCISE = Exercise(
    id="recovery-limit",
    title="How much may Kiril spend?",
    question="Something went wrong, and an employee wants to put it right at once. Up to which "
    "amount should nobody have to ask a manager? Guess first: how much of the gain is lost if the "
    "limit is only half of the best one?",
    teaches=("P6", "T12"),
    minutes=10,
    done_with=("limit", "conclusion"),
    tasks=(
        Task(
            "Find the best limit with the first slider. Then set the limit to half of it. How much "
            "of the gain is left?",
            "The best limit is 240 euros: 4,800 euros a year. With 120 euros it is 3,600, three "
            "quarters. So a little freedom is better than never deciding, but half of the best "
            "limit loses 1,200 euros a year.",
        ),
        Task(
            "Set the limit to 300 euros, so that nobody ever has to ask. What do the last 60 euros "
            "bring?",
            "They cost 300 euros a year: the gain falls from 4,800 to 4,500. Each further case "
            "still gains 60 euros, but in each of these cases between 60 and 75 euros are wasted. "
            "A limit that is 60 euros too low, 180, loses 300 euros too. What counts is how far "
            "off the limit is: twice as far loses four times as much.",
        ),
        Task(
            "Now let most cases be small. Before you look: does the best limit go down?",
            "No. It stays at 240 euros. It is the amount at which waste eats the gain of one more "
            "case, and this does not depend on how many such cases there are. What changes is the "
            "gain.",
        ),
        Task(
            "Keep most cases small and set the limit to 120. Next, let a guest who brings little "
            "and seldom returns replace the couple: a margin of 15 euros a year and a retention "
            "of 15%. Where is the best limit now, and should Kiril therefore treat them "
            "differently?",
            "At 66 euros: almost all of it comes from the manager’s time. But Kiril cannot see a "
            "lifetime value at three in the morning, and a wet room is a wet room. What a guest is "
            "owed does not depend on what the guest brings. One limit for all is fair and easy to "
            "learn; 120 euros is still no loss with these guests.",
        ),
        Task(
            "Go back to the start values. Nobody knows them for sure. First let 65% come back if a "
            "manager must be asked. Then set this to 60% again and let half of each euro be "
            "wasted. Where is the best limit each time, and what do 120 and 300 euros gain?",
            "With 65% the best limit is 150 euros. A limit of 120 gains 1,800 euros a year, one of "
            "300 gains nothing. With half of each euro wasted, 120 euros is best and gains 2,400; "
            "a limit of 300 loses 3,000. So a low limit is careful for another reason than its "
            "gain: it loses nothing when the assumptions are wrong in these ways.",
        ),
    ),
    groups=(
        Group(
            "The limit",
            (
                Slider(
                    "limit",
                    "Nobody asks up to",
                    0,
                    300,
                    10,
                    20,
                    "€",
                    "20 euros is what Kiril may spend today.",
                    whole=True,
                ),
                Choice(
                    "shape",
                    "How large are the cases?",
                    {"even": "all sizes are equally frequent", "small": "most are small"},
                    "even",
                    buttons=True,
                ),
            ),
        ),
        Group(
            "The guest",
            (
                Slider(
                    "margin",
                    "Margin of a guest who comes back",
                    0,
                    500,
                    5,
                    180,
                    "€ a year",
                    "What is left of the price after commission and the cost of the stay. The "
                    "start values are those of a spa couple who book directly.",
                    whole=True,
                ),
                Slider("retention", "Retention in the years after", 0, 95, 1, 70, "%", whole=True),
                Slider("spot", "Comes back, if settled at once", 0, 100, 1, 70, "%", whole=True),
                Slider(
                    "referred",
                    "Comes back, if a manager must be asked",
                    0,
                    100,
                    1,
                    60,
                    "%",
                    whole=True,
                ),
            ),
        ),
        Group(
            "The hotel",
            (
                Slider("asking", "Cost of asking a manager", 0, 60, 1, 15, "€", whole=True),
                Slider(
                    "waste",
                    "Wasted, of each euro paid at once",
                    0,
                    60,
                    1,
                    25,
                    "%",
                    "Paid to somebody who was owed nothing, or more than was owed: errors, "
                    "kindness and misuse together.",
                    whole=True,
                ),
                Slider("largest", "Largest case", 50, 600, 10, 300, "€", whole=True),
                Slider("cases", "Cases a year", 10, 500, 10, 200, whole=True),
            ),
            text="Assumptions, all of them invented. What a guest is owed is paid in any case. The "
            "limit only decides whether it is paid at once or after asking. A manager’s decision "
            "wastes nothing, and small and large cases gain and waste alike. Later years are "
            "discounted by 10% a year.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Which limit would you give, to whom, and what would you look at after three "
                    "months?",
                    help="Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure("own_gain", "own_gain", "Your limit gains", WHOLE, "€ a year"),
        Sentence(
            "verdict",
            "verdict",
            {
                "nothing": "With a limit of 0 euros every case waits for a manager." + BESIDE,
                "none_best": "With a limit of 0 euros every case waits for a manager. Here that is "
                "best: nothing is gained at once.",
                "never": "Your limit of {limit} euros gains {own_gain} euros a year. Here no limit "
                "gains anything, because nothing is gained at once.",
                "below": "Your limit of {limit} euros gains {own_gain} euros a year. It could be "
                "higher." + BESIDE,
                "near": "Your limit of {limit} euros gains {own_gain} euros a year. That is as "
                "good as the best one, or nearly." + BESIDE,
                "above": "Your limit of {limit} euros gains {own_gain} euros a year. It is so high "
                "that waste eats a part of the gain." + BESIDE,
                "loss": "Your limit of {limit} euros loses money: {own_gain} euros a year."
                + BESIDE,
            },
            MONEY,
        ),
        Sentence(
            "marginal",
            "marginal",
            {
                "rises": "Ten euros more would add {more} euros a year. Now {within}% of the cases "
                "need no manager.",
                "flat": "Ten euros more would change nothing. Now {within}% of the cases need no "
                "manager.",
                "falls": "Ten euros more would cost {more} euros a year. Now {within}% of the "
                "cases need no manager.",
                "whole": "No case is larger than your limit: nobody ever asks.",
            },
            {"more": Value("more", WHOLE), "within": Value("within", WHOLE)},
        ),
        Sentence(
            "reason",
            "reason",
            {
                "no_gain": "A guest who does come back is worth {worth} euros. But with these "
                "chances and costs a case gains nothing by being settled at once.",
                "inside": "A guest who does come back is worth {worth} euros. Settled at once, a "
                "case gains {gain_each} euros. The limit stops paying where the waste of one more "
                "case is as large.",
                "largest": "A guest who does come back is worth {worth} euros. Settled at once, a "
                "case gains {gain_each} euros. Even in the largest case less than that is wasted: "
                "here no limit is needed.",
            },
            {"worth": Value("worth", WHOLE), "gain_each": Value("gain_each", ONE)},
        ),
        Chart(
            "curve_chart",
            "curve",
            "What a limit gains in a year",
            limit_curve,
            "The curve rises from 0 to {best_gain} euros at a limit of {best} euros. Your limit of "
            "{limit} euros gains {own_gain}.",
            values=MONEY,
            texts={
                "limit": "Limit, €",
                "axis": "Gain, € a year",
                "best": "best",
                "chosen": "yours",
            },
        ),
        Table(
            "compared",
            "compared",
            "Four limits beside each other",
            (
                Column(
                    "name",
                    "Limit",
                    words={
                        "half": "Half of the best",
                        "best": "The best",
                        "twice": "Twice the best",
                        "all": "The largest case",
                    },
                ),
                Column("limit", "Euros", WHOLE),
                Column("gain", "Gain, € a year", WHOLE),
            ),
        ),
    ),
    announce="verdict",
)
