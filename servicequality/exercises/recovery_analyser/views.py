"""What the exercise shows, in order; the parts stand in modules of their own."""

from __future__ import annotations

from servicequality.declare import Figure, Number, Sentence, Value
from servicequality.exercises.recovery_analyser.guest_views import ALL_GUESTS_VIEWS, WORTH_VIEWS
from servicequality.exercises.recovery_analyser.recovery_views import FAILURE_VIEWS, RECOVERY_VIEWS
from servicequality.exercises.recovery_analyser.texts import (
    JUSTICES,
    MEASURES,
)

WHOLE = Number()
ONE = Number(decimals=1)
TWO = Number(decimals=2)
SIGNED = Number(signed=True)

VIEWS = (
    Figure(
        "at_risk",
        "at_risk",
        "Value at risk with this guest",
        WHOLE,
        "€",
        "(r₀ − expected retention after this recovery) · CLV. Negative: nothing is at risk.",
    ),
    *FAILURE_VIEWS,
    *RECOVERY_VIEWS,
    *WORTH_VIEWS,
    *ALL_GUESTS_VIEWS,
    Sentence("measure", "measure", MEASURES, {"measure": Value("measure_text")}),
    Sentence(
        "summary",
        "summary_state",
        {
            "told": "Justice scores {distributive}, {procedural} and {interactional}; value at "
            "risk {at_risk} euros; expected retention {r}%.",
            "untold": "Not told: no justice scores; value at risk {at_risk} euros; expected "
            "retention {r}%.",
        },
        {
            **{name: Value(name, WHOLE) for name in JUSTICES},
            "at_risk": Value("at_risk", WHOLE),
            "r": Value("retention_now", TWO),
        },
        spoken=True,
    ),
)
