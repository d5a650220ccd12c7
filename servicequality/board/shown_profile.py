"""The gaps of a class as nodes: a chart in the colours of the gaps, a sentence, a table."""

from __future__ import annotations

from typing import Any

from servicequality.board.pictures import Picture, pictured
from servicequality.board.say import Node, Say, decimal, paragraph, whole
from servicequality.board.shown_numbers import folded
from servicequality.charts.gap_bars import gap_bars
from servicequality.content import load
from servicequality.core.numbers import compare
from servicequality.i18n.numbers import rounded
from servicequality.marking.nodes import table

DECIMALS = 1
CUSTOMER_GAP = "G5"


def gap_names(say: Say) -> dict[str, str]:
    """The gaps of the model by their ids: “Gap 1: knowledge gap”."""
    # As the exercise has them, so that they are translated once.
    return {gap["id"]: say.translate(f"Gap {gap['id'][1:]}: {gap['name']}") for gap in load("gaps")}


def profile_picture(say: Say, rows: list[dict[str, Any]]) -> Picture:
    """The mean gaps of a class, in the chart that the exercise itself has."""
    names = gap_names(say)
    drawn = [{"gap": names.get(row["id"], row["id"]), "gap_id": row["id"],
              "score": rounded(row["mean"], DECIMALS)} for row in rows]  # fmt: skip
    return Picture(gap_bars, {"axis": say.strings["profile_axis"]}, drawn)


def profile_nodes(say: Say, rows: list[dict[str, Any]]) -> list[Node]:
    """The profile; nothing where it has no rows.

    `rows` are what `servicequality.classmode.results.computed_profile` gives.
    """
    if not rows:
        return []
    names = gap_names(say)
    # The hotel's own gaps are 1 to 4; Gap 5 is what comes of them.
    own = [row for row in rows if row["id"] != CUSTOMER_GAP] or rows
    largest = min(own, key=lambda row: float(row["mean"]))
    if compare(largest["mean"], 0.0) < 0:
        told = say("profile_told", count=largest["count"],
                   gap=names.get(largest["id"], largest["id"]),
                   score=decimal(largest["mean"], DECIMALS, signed=True))  # fmt: skip
    else:
        told = say("profile_no_shortfall", count=largest["count"])
    for row in rows:
        if row["id"] == CUSTOMER_GAP:
            score = decimal(row["mean"], DECIMALS, signed=True)
            told = f"{told} {say('profile_customer', gap=names[CUSTOMER_GAP], score=score)}"
    heads = [say.strings[name] for name in
             ("gap", "head_count", "mean", "head_median", "below_zero")]  # fmt: skip
    lines = [
        (
            names.get(row["id"], row["id"]),
            whole(row["count"]),
            decimal(row["mean"], DECIMALS, signed=True),
            decimal(row["median"], DECIMALS, signed=True),
            say.percent(row["below"]),
        )
        for row in rows
    ]
    title = say.strings["profile"]
    return [
        ["p", {"class": "sq-board-title"}, ["strong", {}, title]],
        pictured(say, profile_picture(say, rows)),
        paragraph(told),
        folded(say.strings["as_table"], table(title, heads, lines)),
    ]
