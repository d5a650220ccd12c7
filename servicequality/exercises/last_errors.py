"""What do the last errors cost? The classical trade-off of quality costs and the later view."""

from __future__ import annotations

from typing import Any

from servicequality.charts.cost_curve import cost_curve
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Choice,
    Exercise,
    Figure,
    Group,
    Number,
    Sentence,
    Slider,
    Task,
    Value,
)
from servicequality.model.quality_costs import cheapest_quality, failure_curve, prevention_curve

STEEPNESS = {"classical": 1.0, "between": 0.9, "later": 0.5}
HIGHEST = 600.0  # the chart shows no more, in thousand euros
# Nearer than this, in percent, the two are drawn and told as one.
CLOSE = 1.0


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Both costs and their sum in thousand euros, at the chosen and at the cheapest quality."""
    price, unprevented = float(values["price"]), float(values["unprevented"])
    steepness = STEEPNESS[values["view"]]

    def costs(quality: float) -> tuple[float, float]:
        return (
            prevention_curve(quality, price, steepness),
            failure_curve(quality, unprevented),
        )

    rows: list[dict[str, Any]] = []
    for percent in range(0, 100, 2):
        conformance, failure = costs(percent / 100)
        for line, amount in [
            ("conformance", conformance),
            ("failure", failure),
            ("total", conformance + failure),
        ]:
            if compare(amount, HIGHEST) <= 0:
                rows.append(
                    {"line": line, "quality": float(percent), "amount": amount, "mark": "line"}
                )
    chosen = values["quality"] / 100
    best = cheapest_quality(price, unprevented, steepness)
    spent, lost = costs(chosen)
    least = costs(best)
    for mark, quality, amount in [
        ("best", best, least[0] + least[1]),
        ("chosen", chosen, spent + lost),
    ]:
        if compare(amount, HIGHEST) <= 0:
            rows.append({"line": "total", "quality": 100 * quality, "amount": amount, "mark": mark})
    away = values["quality"] - 100 * best
    side = 0 if compare(abs(away), CLOSE) <= 0 else compare(away, 0.0)
    return {
        "curves": rows,
        "total": spent + lost,
        "spent": spent,
        "lost": lost,
        "best": 100 * best,
        "least": least[0] + least[1],
        "quality": values["quality"],
        "verdict": ["more_pays", "best", "too_much"][side + 1],
        "ideal": "all" if compare(best, 1.0) >= 0 else "some",
    }


ONE, WHOLE = Number(decimals=1), Number()
BOTH = {"spent": Value("spent", WHOLE), "lost": Value("lost", WHOLE)}

EXERCISE = Exercise(
    id="last-errors",
    title="What do the last errors cost?",
    question="Preventing the first errors is cheap. Are the last ones worth preventing? Change the "
    "view, and see how the answer changes.",
    teaches=("B4",),
    minutes=6,
    done_with=("view", "quality"),
    tasks=(
        Task(
            "Keep the classical view. At which share of errors prevented is the total lowest, and "
            "how high is it there? What do guests still meet?",
            "At 75%, with a total of 175 thousand euros. One error in four is still made. In this "
            "view, that is the best that the hotel can do.",
        ),
        Task(
            "Change to the later view. Nothing else has changed. What is the best share now?",
            "100%, with a total of 50 thousand euros. The last errors are only somewhat more "
            "expensive to prevent than the first, so that each one is worth preventing.",
        ),
        Task(
            "Which view would you use for a wrong allergy label, and which for a crooked towel? "
            "Say what you would have to know.",
            "You need to know what the next error costs to prevent, and what it costs when it "
            "happens. A wrong allergy label may cost a life, and here the law and ethics decide, "
            "not only the sum. A crooked towel costs next to nothing: the last one is not worth a "
            "second check.",
        ),
    ),
    groups=(
        Group(
            "",
            (
                Slider(
                    "quality",
                    "Errors that are prevented",
                    0,
                    99,
                    1,
                    40,
                    "%",
                    "The share of all errors that would be made if nobody did anything.",
                    whole=True,
                ),
                Choice(
                    "view",
                    "To prevent, the last errors are",
                    {
                        "classical": "ever more expensive (classical view)",
                        "between": "much more expensive",
                        "later": "somewhat more expensive (later view)",
                    },
                    "classical",
                    buttons=True,
                ),
                Slider(
                    "price",
                    "Price of preventing the first errors",
                    5,
                    100,
                    5,
                    25,
                    "thousand €",
                    "What it would cost to prevent all errors if each were as easy as the first.",
                    whole=True,
                ),
                Slider(
                    "unprevented",
                    "Cost of all errors if none is prevented",
                    100,
                    500,
                    10,
                    400,
                    "thousand €",
                    whole=True,
                ),
            ),
            text="Synthetic figures. The shape of the curves is a construct of this course.",
        ),
    ),
    compute=compute,
    views=(
        Figure("total", "total", "Cost of quality at your choice", WHOLE, "thousand €"),
        Sentence(
            "verdict",
            "verdict",
            {
                "more_pays": "Prevention costs {spent}, the errors that remain {lost} "
                "thousand euros. Preventing one more error saves more than it costs.",
                "best": "Prevention costs {spent}, the errors that remain {lost} "
                "thousand euros. Under this view no other share is much cheaper.",
                "too_much": "Prevention costs {spent}, the errors that remain {lost} "
                "thousand euros. The last error prevented cost more than it saved.",
            },
            BOTH,
        ),
        Sentence(
            "ideal",
            "ideal",
            {
                "some": "The total is lowest at {best}%: {least} thousand euros.",
                "all": "The total is lowest where no error is made at all: {least} thousand euros.",
            },
            {"best": Value("best", WHOLE), "least": Value("least", WHOLE)},
        ),
        Chart(
            "curve_chart",
            "curves",
            "Two costs and their sum",
            cost_curve,
            "As more errors are prevented, the cost of prevention rises and that of failure "
            "falls. The sum is lowest at {best}% and stands at {total} thousand euros at your "
            "choice.",
            values={"best": Value("best", WHOLE), "total": Value("total", WHOLE)},
            words={
                "line": {
                    "conformance": "prevention",
                    "failure": "internal and external failure",
                    "total": "both together",
                }
            },
            texts={
                "conformance": "prevention",
                "failure": "internal and external failure",
                "total": "both together",
                "quality": "Errors prevented, %",
                "axis": "Thousand euros",
                "best": "lowest",
            },
        ),
    ),
    announce="verdict",
)
