"""What the exercise shows: the lines, the safeguards, and which one costs least."""

from __future__ import annotations

from servicequality.charts.survival_lines import survival_lines
from servicequality.declare import Chart, Column, Figure, Number, Sentence, Table, Value
from servicequality.exercises.programme_survival.texts import GUESSES

ONE, WHOLE = Number(decimals=1), Number()
SHORT_SAFEGUARDS = {
    "commitment": "Managers are judged by it",
    "champion": "Deputy and procedures",
    "owner": "Clauses in the contract",
    "none": "",
}
LINES = {
    "commitment": "commitment",
    "champion": "person",
    "owner": "owner",
    "all": "all three",
}

VIEWS = (
    Figure(
        "alive",
        "alive",
        "Alive after three years, of a hundred",
        WHOLE,
        "programmes",
        "With the safeguards that you have ticked.",
    ),
    Sentence(
        "stage",
        "stage",
        {
            "open": "Guess first. The result waits here.",
            "near": "You guessed {guess}. Without safeguards it is {bare} of a hundred: you were "
            "close. With what you have ticked it is {alive}.",
            "far": "You guessed {guess}. Without safeguards it is {bare} of a hundred. With what "
            "you have ticked it is {alive}.",
        },
        {
            "guess": Value("guess", words=GUESSES),
            "bare": Value("bare", WHOLE),
            "alive": Value("alive", WHOLE),
        },
    ),
    Sentence(
        "life",
        "life",
        {
            "open": "",
            "some": "After {half} months half of such programmes are over.",
            "never": "With these chances no programme ever ends. Do you believe that?",
        },
        {"half": Value("half", WHOLE)},
    ),
    Chart(
        "life_chart",
        "lines",
        "Programmes still alive, of a hundred",
        survival_lines,
        "Four lines that fall from 100 over 36 months, three with one danger each and one with "
        "all three. The line of all three is the lowest: it ends at {alive}.",
        values={"alive": Value("alive", WHOLE)},
        texts={**LINES, "months": "Months from the start", "axis": "Of a hundred programmes"},
        empty="The chart opens once you have guessed.",
    ),
    Table(
        "safeguards",
        "rows",
        "What each safeguard adds beside those you have ticked",
        (
            Column("danger", "Safeguard", words=SHORT_SAFEGUARDS),
            Column("points", "Points after three years", style=ONE),
            Column("cost", "Cost, thousand €", style=WHOLE),
        ),
        empty="The table opens once you have guessed.",
    ),
    Sentence(
        "cheapest",
        "cheapest_state",
        {
            "open": "",
            "some": "Cheapest to add now: {cheapest}, at {price} euros for each point. You have "
            "spent {spent} thousand euros.",
            "none": "No other safeguard would add anything.",
            "done": "All three are built, for {spent} thousand euros. The table says what you "
            "would lose without each.",
        },
        {
            "cheapest": Value("cheapest", words=SHORT_SAFEGUARDS),
            "price": Value("cheapest_price", WHOLE),
            "spent": Value("spent", WHOLE),
        },
    ),
    Sentence(
        "sums",
        "sum_state",
        {
            "open": "",
            "more": "Each built alone, the three would add {alone_sum} points in sum. All built "
            "together they add {together}.",
            "same": "Here safeguards add no more together than alone.",
        },
        {"alone_sum": Value("alone_sum", ONE), "together": Value("together", ONE)},
    ),
)
