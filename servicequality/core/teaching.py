"""What goes with a written answer: whether the model answer is open, how own scores add up.

Free text is counted, never judged.
"""

from __future__ import annotations

import math
from typing import Any

from servicequality.core.numbers import TOLERANCE

OPEN_SCORE = "open"
HIGHEST = 3


def count_words(text: str) -> int:
    """How many words a text has: runs of characters between spaces and line breaks.

    Not `len(text.split())`: the two Pythons disagree about which characters are spaces.
    """
    count = 0
    inside = False
    for character in text:
        if character in " \t\r\n":
            inside = False
        elif not inside:
            inside = True
            count = count + 1
    return count


def teaching_state(teaching: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """What the teaching views of an exercise show, by key (all begin with `teaching_`).

    `teaching` names the fields: `answer`, `reveal` and `scores` (one a criterion, each holding
    `"open"` or `"0"`…`"3"`), and gives `words` (that an answer should have before the model is
    opened) and `pass_share` (of the points). An answer passes with that share of the points and no
    criterion at 0.
    """
    written = count_words(values[teaching["answer"]])
    model = "waiting"
    if values[teaching["reveal"]]:
        model = "open"
    elif written >= teaching["words"]:
        model = "ready"
    scores = [values[name] for name in teaching["scores"]]
    maximum = HIGHEST * len(scores)
    # Points are whole, so the mark is the first whole number that reaches the share.
    pass_mark = math.ceil(teaching["pass_share"] * maximum - TOLERANCE)
    if OPEN_SCORE in scores:
        verdict = "open"
        score = 0
    else:
        points = [int(score) for score in scores]
        score = 0
        for point in points:
            score = score + point
        if 0 in points:
            verdict = "zero"
        elif score < pass_mark:
            verdict = "low"
        else:
            verdict = "pass"
    return {
        "teaching_model": model,
        "teaching_written": written,
        "teaching_words": teaching["words"],
        "teaching_verdict": verdict,
        "teaching_score": score,
        "teaching_maximum": maximum,
        "teaching_criteria": len(scores),
        "teaching_pass_mark": pass_mark,
    }
