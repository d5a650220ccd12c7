"""What the exercise asks for: the promises, the case, one promise rewritten, causes, remedies."""

from __future__ import annotations

from servicequality.declare import Choice, Group, MultipleChoice, Rows, ShortText, Slider, YesNo
from servicequality.exercises.promise_audit.start import BLANK, SUPPLIED
from servicequality.exercises.promise_audit.texts import (
    CASES,
    CAUSE_LABELS,
    CHANNELS,
    PROMISES,
    REMEDY_LABELS,
)


def level(name: str, label: str, default: float, help: str = "") -> Slider:
    """A slider, or a number in a table, on the scale from 1 to 7."""
    return Slider(name, label, 1, 7, 0.1, default, help=help)


GROUPS = (
    Group(
        "1. Promises and delivery",
        (
            Choice("case", "Which case do you use?", CASES, "supplied", buttons=True),
            Rows(
                "promises",
                "What was promised, and what came",
                PROMISES,
                (
                    ShortText("text", "The promise in its words", maximum_length=80),
                    Choice("channel", "Where", CHANNELS, "website"),
                    level("promised", "Promised (A)", 5.0),
                    level("delivered", "Delivered (D)", 5.0),
                    YesNo("known", "Standard known"),
                    level("standard", "Standard (S)", 5.0),
                    Slider("importance", "Importance", 0, 100, 1, 10, whole=True),
                ),
                SUPPLIED,
                blank=BLANK,
                minimum=1,
                help="Levels run from 1 to 7, importance from 0 to 100 points. Rate promise, "
                "delivery and standard for one and the same sentence, such as “My night is "
                "quiet”: 1 means not true at all, 7 completely true. The standard counts only "
                "where you know it. The points need not add up to 100.",
            ),
        ),
        shows=("case_note", "marks_chart", "fours", "threes", "kinds", "worst", "verdict"),
    ),
    Group(
        "2. What the promises do to the guest",
        (
            Slider(
                "price",
                "Price paid",
                0,
                1000,
                10,
                180,
                "€",
                whole=True,
                help="For the whole visit, 0 to 1,000 euros.",
            ),
            level(
                "before",
                "Expected before (E₀), 1–7",
                5.5,
                "What a guest expects who has heard none of the promises.",
            ),
            level(
                "perception",
                "Perceived (P), 1–7",
                4.7,
                "What the guest says about the visit as a whole afterwards.",
            ),
            Slider(
                "pull",
                "How far a promise moves expectations (φ), 0–1",
                0,
                1,
                0.05,
                0.5,
                help="0: nobody hears or believes it. 1: guests expect all that was "
                "promised. For each promise E = E₀ + φ · max(0, A − E₀); E is their mean, "
                "weighted by importance. The formula is made for this course.",
            ),
        ),
        shows=("lesson", "lines_chart", "money"),
    ),
    Group(
        "3. Rewrite one promise",
        (
            Choice("which", "Which promise do you rewrite?", PROMISES, "p1"),
            ShortText("new_text", "Its new wording", SUPPLIED[0]["text"], 120),
            level("new_level", "Level that it promises now, 1–7", SUPPLIED[0]["promised"]),
            YesNo("vague", "It is vague: two guests could understand different things"),
            YesNo("absolute", "It is absolute: “always”, “never”, “best”, “every”", True),
            YesNo(
                "measurable",
                "It is measurable: a guest could check it with a watch, a list or a map",
            ),
            Slider(
                "response",
                "Fewer guests who book, for each point promised less",
                0,
                15,
                1,
                4,
                "of 100",
                whole=True,
                help="0 to 15 guests of 100. An assumption: your firm would have to test it.",
            ),
        ),
        text="Change the words and the level. What is delivered stays as it is. The ticks are "
        "your own check: nothing here reads your text.",
        shows=("rewrite", "other_gap", "wording", "ticks", "comparison", "trade"),
    ),
    Group(
        "4. Causes inside the firm",
        (
            MultipleChoice(
                "causes",
                "Which of these facts about Hotel Yasen cause Gap 4?",
                CAUSE_LABELS,
                help="With a case of your own, ask for each: could it be so there, too?",
            ),
            YesNo("check_causes", "Check my causes"),
        ),
        shows=("causes_checked",),
    ),
    Group(
        "5. Remedies",
        (
            MultipleChoice(
                "remedies", "Which remedies work on the causes that you ticked?", REMEDY_LABELS
            ),
            YesNo("check_remedies", "Check my remedies"),
        ),
        shows=("remedy_state", "remedies_checked"),
    ),
)
