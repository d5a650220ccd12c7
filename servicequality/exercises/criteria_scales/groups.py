"""What the exercise asks for: two restaurants, weights, scores with evidence, and a bar."""

from __future__ import annotations

from servicequality.declare import Group, LongText, MultipleChoice, Rows, ShortText, Slider
from servicequality.exercises.criteria_scales.example import START_SCORES, START_SEEN, START_WEIGHTS
from servicequality.exercises.criteria_scales.texts import CRITERIA

GROUPS = (
    Group(
        "1. What you compare",
        (
            ShortText(
                "other_name",
                "Compared with",
                "the restaurant of Hotel Yasen",
                40,
                help="Name one restaurant, at most 40 characters. Without a name it is “B”.",
            ),
            ShortText(
                "own_name",
                "A criterion of your own, if you need one",
                "",
                40,
                help="At most 40 characters. It stands in the tables as “Own criterion”.",
            ),
        ),
        text="Say first by what you judge. Eleven criteria are on offer; choose 5 to 8.",
        shows=("meanings",),
    ),
    Group(
        "2. How much each criterion counts",
        (
            Rows(
                "weights",
                "Points for two guests",
                CRITERIA,
                (
                    Slider("family", "Family, points", 0, 100, 1, 0, whole=True),
                    Slider("couple", "Couple, points", 0, 100, 1, 0, whole=True),
                ),
                START_WEIGHTS,
                help="0 to 100; share out 100 for each guest. A criterion with 0 points for "
                "both is not used.",
            ),
        ),
        text="A family stops for lunch on a long journey. A couple celebrate an anniversary. "
        "All numbers here are an invented example: replace them by your own.",
        shows=("family_sum", "couple_sum", "checks"),
    ),
    Group(
        "3. Scores, and what they rest on",
        (
            Rows(
                "scores",
                "Scores from 1 (very poor) to 10 (excellent)",
                CRITERIA,
                (
                    Slider("mcdonalds", "McDonald’s, 1–10", 1, 10, 1, 5, whole=True),
                    Slider("other", "Other, 1–10", 1, 10, 1, 5, whole=True),
                ),
                START_SCORES,
                help="What is not used may stay at 5.",
            ),
            MultipleChoice(
                "seen",
                "For which criteria can you say what you saw or heard, in both restaurants?",
                CRITERIA,
                START_SEEN,
            ),
            LongText(
                "notes",
                "What I saw, where and when",
                maximum_length=2000,
                help="Notes for your answer, at most 2,000 characters.",
            ),
        ),
        text="The scores are an invented example too. They judge no restaurant. Put your own "
        "in their place.",
        shows=("evidence", "unseen"),
    ),
    Group(
        "4. Your verdict",
        (
            Slider(
                "bar",
                "From which score on do you say “high quality”?",
                1,
                10,
                0.5,
                7,
                help="1 to 10. A score on the bar counts as high.",
            ),
        ),
        text="Weighted scores, the verdict for each guest, and the smallest change of weights "
        "that turns it. At the number of points given, the two sides are level; any more turns "
        "the verdict. Less than 10 of 100 points we call easy.",
        shows=(
            "profiles",
            "scores_chart",
            "table",
            "family_verdict",
            "family_turn",
            "family_bar_turn",
            "couple_verdict",
            "couple_turn",
            "couple_bar_turn",
            "parts_chart",
        ),
    ),
)
