"""What the exercise shows: the costs as sorted, the key, and the year after investing."""

from __future__ import annotations

from servicequality.charts.cost_pairs import cost_pairs
from servicequality.declare import Chart, Checklist, Column, Figure, Number, Sentence, Table, Value
from servicequality.exercises.cost_ledger.texts import KIND_NAMES, LABELS, REASONS

EUROS = Number()
TWO = Number(decimals=2)

VIEWS = (
    Figure(
        "new_total",
        "new_total",
        "Cost of quality next year",
        EUROS,
        "€",
        "After the investment that you chose in part 2. This year it is 300,000 euros.",
    ),
    Sentence(
        "stage",
        "stage",
        {
            "empty": "Sort the items first. Nothing is checked until you ask for it.",
            "started": "{placed} of 18 items are sorted.",
            "sorted": "All items are sorted. As you sorted them, quality costs {sorted_total} "
            "euros, or {sorted_share}% of sales of 3 million euros. Now check.",
            "checked": "{right} of 18 items agree with our key. Read the reasons of the others.",
            "all_right": "All 18 items agree with our key. Quality costs {sorted_total} euros, or "
            "{sorted_share}% of sales of 3 million euros.",
        },
        {
            "placed": Value("placed"),
            "right": Value("right"),
            "sorted_total": Value("sorted_total", EUROS),
            "sorted_share": Value("sorted_share", Number(decimals=1)),
        },
    ),
    Table(
        "as_sorted",
        "as_sorted",
        "The costs as you sorted them",
        (
            Column("kind", "Kind", words={**KIND_NAMES, "ordinary": "No quality cost"}),
            Column("items", "Items", Number()),
            Column("euros", "Euros", EUROS),
        ),
    ),
    Checklist(
        "checked",
        "checked",
        "Item by item",
        LABELS,
        {"right": "Right", "wrong": "Look again", "open": "Not sorted"},
        REASONS,
        empty="",
    ),
    Table(
        "three_kinds",
        "three_kinds",
        "The same costs in three kinds, as the lecture notes have them (by our key)",
        (
            Column(
                "kind",
                "Three kinds",
                words={
                    "C1": "Internal costs",
                    "C2": "External costs",
                    "C3": "Costs of the quality system",
                },
            ),
            Column(
                "parts",
                "Four kinds",
                words={
                    "internal_failure": "internal failure",
                    "external_failure": "external failure",
                    "both": "prevention and appraisal",
                },
            ),
            Column("euros", "Euros", EUROS),
        ),
        empty="This table opens when you check your sorting.",
    ),
    Sentence(
        "verdict",
        "verdict",
        {
            "lower": "Next year quality costs {new_total} euros, {difference} less than this year.",
            "same": "Next year quality costs {new_total} euros, as much as this year.",
            "higher": "Next year quality costs {new_total} euros, {difference} more than this "
            "year.",
        },
        {"new_total": Value("new_total", EUROS), "difference": Value("difference", EUROS)},
    ),
    Sentence(
        "return",
        "return",
        {
            "gain": "Each extra euro for prevention and appraisal comes back and brings {gain} "
            "euros more.",
            "even": "Each extra euro for prevention and appraisal comes back, and brings nothing "
            "more.",
            "loss": "For each extra euro for prevention and appraisal, {gain} euros are lost. The "
            "investment does not pay within the year.",
            "none": "No more is spent on prevention and appraisal than this year, so there is no "
            "return to work out.",
        },
        {"gain": Value("gain", TWO)},
    ),
    Chart(
        "cost_chart",
        "bars",
        "The four kinds, this year and next year",
        cost_pairs,
        "Pairs of bars for prevention, appraisal, internal and external failure. All four together "
        "go from {old_total} to {new_total} euros.",
        values={"old_total": Value("old_total", EUROS), "new_total": Value("new_total", EUROS)},
        words={"kind": KIND_NAMES, "year": {"before": "this year", "after": "next year"}},
        texts={"axis": "Thousand euros", "first": "this year", "second": "next year"},
    ),
    Table(
        "years",
        "years",
        "Costs of quality in euros",
        (
            Column("kind", "Kind", words={**KIND_NAMES, "total": "Together"}),
            Column("before", "This year", EUROS),
            Column("after", "Next year", EUROS),
        ),
    ),
    Sentence(
        "met",
        "state",
        {
            "shown": "{errors} errors are made next year, and guests meet {met} of them. This "
            "year it is 2,000 of 5,000. Failure makes {failure_share}% of the cost of quality.",
        },
        {
            "errors": Value("errors"),
            "met": Value("met"),
            "failure_share": Value("failure_share", Number()),
        },
    ),
)
