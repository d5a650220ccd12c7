"""What rewards and praise do to the wish to go on: the pooled effects of 128 studies."""

from __future__ import annotations

from servicequality.charts.will_bars import will_bars
from servicequality.declare import Column, Number, Picture

FIGURE = Picture(
    id="rewards-and-will",
    caption="Three kinds of reward weakened the wish to go on, praise strengthened it",
    draw=will_bars,
    rows=[
        {"reward": "taking_part", "effect": -0.40},
        {"reward": "finishing", "effect": -0.36},
        {"reward": "doing_well", "effect": -0.28},
        {"reward": "positive_feedback", "effect": 0.33},
    ],
    description="Bars of how far people’s own will moved, in standard deviations, measured by what "
    "they went on to do when they were free to stop. A reward for taking part: −0.40. For "
    "finishing: −0.36. For doing well: −0.28. Positive feedback: +0.33.",
    source="Deci, Koestner and Ryan (1999), 128 studies; their abstract names children and "
    "college students, not employees. The effects are verified in it.",
    words={
        "reward": {
            "taking_part": "for taking part",
            "finishing": "for finishing",
            "doing_well": "for doing well",
            "positive_feedback": "positive feedback",
        }
    },
    texts={"axis": "Effect, standard deviations"},
    columns=(
        Column("reward", "Reward"),
        Column("effect", "Effect", style=Number(decimals=2, signed=True)),
    ),
)
