"""Why programmes fail: which of six sources names which reason."""

from __future__ import annotations

from servicequality.charts.named_reasons import named_reasons
from servicequality.declare import Column, Picture

SOURCES = {
    "N": "Lecture notes, three reasons",
    "D": "Deming 1986",
    "K": "Kotter 1995",
    "I": "Keating & Harrington 2002",
    "S": "Presbury et al. 2005",
    "M": "Majestic Hotel 2010",
}
REASONS = {
    "commitment": "Managers not committed",
    "person": "The person leaves",
    "owner": "The owner changes",
    "staff": "Staff not won",
    "training": "Too little training",
    "vision": "Vision not told enough",
    "early": "No early results",
    "victory": "Victory declared too early",
    "culture": "Not rooted in the culture",
    "money": "No money",
    "expectations": "Guests expect too much",
}
# What each says, as far as its abstract or record shows; the grouping is ours.
NAMED = {
    "commitment": "NKIM",
    "person": "DN",
    "owner": "N",
    "staff": "ISM",
    "training": "SM",
    "vision": "K",
    "early": "K",
    "victory": "K",
    "culture": "K",
    "money": "S",
    "expectations": "S",
}
# The abstract of this case says that the managers led to these.
CONSEQUENCES = {("staff", "M"), ("training", "M")}
KINDS = {"reason": "a reason", "consequence": "a consequence of the managers"}


def kind(reason: str, letter: str) -> str:
    """Whether a source names a reason as one of its own or as a consequence of another."""
    return "consequence" if (reason, letter) in CONSEQUENCES else "reason"


FIGURE = Picture(
    id="named-reasons",
    caption="Who names which reason for failure",
    draw=named_reasons,
    rows=[
        {
            "reason": reason,
            "letter": letter,
            "source": letter,
            "mark": kind(reason, letter),
            "told": kind(reason, letter),
        }
        for reason, letters in NAMED.items()
        for letter in letters
    ],
    description="Grid of eleven reasons and six sources, with a mark where a source names a "
    "reason. Managers who are not committed: the lecture notes and three of the five others. The "
    "person leaves: the notes and one other. The owner changes: the notes alone. Staff who are not "
    "won: three others. Too little training or mentoring: two. Each of the six remaining reasons: "
    "one. Two marks of the Majestic Hotel, at the staff and at training, are rings: there the "
    "managers led to both. An empty place means that we have not read it there, not that it is "
    "not there.",
    source="Own reading and grouping. N lecture notes, where they list three reasons; D Deming "
    "(1986), American industry, from the list that the Deming Institute prints; K Kotter (1995), "
    "firms of all kinds, from a record of his eight errors and the first page (urgency and a "
    "strong coalition at the top we count as commitment); I Keating and Harrington (2002), for "
    "Irish hotels; S Presbury et al. (2005), hotels in Sydney; M “The implementation of a quality "
    "management system based on the Q tourist quality standard. The case of hotel sector” (2010), "
    "Majestic Hotel. Of the last three we have read abstracts. Rings: consequences.",
    texts={"axis": "Source"},
    words={"reason": REASONS, "source": SOURCES, "told": KINDS},
    columns=(Column("reason", "Reason"), Column("source", "Named by"), Column("told", "As")),
)
