"""The rights audit: eight rights in one stay, judged by evidence, and where a broken one leads."""

from __future__ import annotations

from typing import Any

from servicequality.charts.rights_profile import rights_profile
from servicequality.declare import (
    Cards,
    Chart,
    Checklist,
    Choice,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Rows,
    Sentence,
    ShortText,
    Slider,
    Task,
    Value,
)
from servicequality.exercises.rights_audit.texts import (
    CARDS,
    GAP_NOTES,
    RIGHTS,
    STATES,
    UNKNOWN_NOTES,
)
from servicequality.model.rights import weigh_rights

SIGNS = {"kept": 1, "broken": -1, "unknown": 0}
MARKS = {"kept": "right", "broken": "wrong", "unknown": "unknown"}


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """How many rights were kept, which broken one weighs most, and what each judgement lacks."""
    judged: list[dict[str, Any]] = []
    bars: list[dict[str, Any]] = []
    checked: list[dict[str, Any]] = []
    for row in values["rights"]:
        right, state, shown = row["id"], row["state"], row["evidence"] != ""
        judged.append({"id": right, "state": state, "weight": row["weight"], "shown": shown})
        bars.append({"right": right, "state": state, "signed": SIGNS[state] * row["weight"]})
        note = None
        if state == "unknown":
            note = right + "_unknown"
        elif not shown:
            note = "no_evidence"
        elif state == "broken":
            note = right + "_broken"
        checked.append({"item": right, "state": MARKS[state], "note": note})
    found = weigh_rights(judged)
    weakest = found["weakest"]
    if found["kept"] + found["broken"] == 0:
        verdict = "open"
    elif len(weakest) == 0:
        verdict = "none"
    else:
        verdict = "one" if len(weakest) == 1 else "several"
    result: dict[str, Any] = {
        "bars": bars,
        "checked": checked,
        "cards": weakest,
        "verdict": verdict,
        "proof": "missing" if found["unshown"] > 0 else "complete",
        "viewpoint": values["viewpoint"],
        "stay": values["stay"],
        "counted": "always",
        "judged": found["kept"] + found["broken"],
    }
    if verdict == "one":
        result["weakest"] = weakest[0]
    for key in ("kept", "broken", "unknown", "unshown"):
        result[key] = found[key]
    return result


def start(right: str, state: str, weight: int, evidence: str = "") -> dict[str, Any]:
    """What is entered for one right at the start."""
    return {"id": right, "state": state, "weight": weight, "evidence": evidence}


EXERCISE = Exercise(
    id="rights-audit",
    title="A rights audit of one stay",
    question="Which of the eight rights were kept in a stay of your own, which were broken, and "
    "how do you know?",
    teaches=("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"),
    minutes=10,
    in_steps=True,
    done_with=("rights", "plan"),
    tasks=(
        Task(
            "Of the couple’s broken rights, R3 mattered most. Suppose that the promise mattered "
            "less to them: set the weight of R3 to 3. Which broken right matters most now, and "
            "does it lead to another gap?",
            "R4, help in time, with a weight of 4. R3 led to Gap 4. R4 leads to Gap 3 where help "
            "was planned and came late: the rule for noise asks for 15 minutes, and it took 25. "
            "But another rule forbade Kiril to move guests, so Gap 2 can be defended at least as "
            "well. What to work on first depends on what mattered to the guest.",
        ),
        Task(
            "Set R5 to “not known”. Its bar is gone. Has the hotel become better?",
            "No. You, who judge, know less. Four rights stay broken and two kept. A right that is "
            "not known is a question to ask, not a success.",
        ),
        Task(
            "Now take a stay of your own, as a guest or as an employee. Change the name of the "
            "stay and every row. Give evidence for each judgement: what you saw, read or were "
            "told.",
        ),
    ),
    groups=(
        Group(
            "1. The stay, right by right",
            (
                ShortText(
                    "stay",
                    "The stay",
                    "A couple in a street-side room, one Saturday",
                    maximum_length=80,
                ),
                Choice(
                    "viewpoint",
                    "You judge as",
                    {"guest": "a guest", "employee": "an employee"},
                    "guest",
                    buttons=True,
                ),
                Rows(
                    "rights",
                    "Eight rights",
                    RIGHTS,
                    (
                        Choice("state", "Was it kept?", STATES, "unknown"),
                        Slider("weight", "Weight", 1, 5, 1, 3, whole=True),
                        ShortText("evidence", "Evidence", maximum_length=120),
                    ),
                    (
                        start("R1", "broken", 3, "No sleep that night"),
                        start("R2", "unknown", 2),
                        start("R3", "broken", 5, "Website: “Quiet nights, always”"),
                        start("R4", "broken", 4, "Called at 23:40, Kiril came after 25 minutes"),
                        start("R5", "broken", 3, "Nobody said that the room faces the street"),
                        start("R6", "kept", 2, "One call to reception was enough"),
                        start("R7", "broken", 3, "Kiril: “Nobody here at night may move you”"),
                        start("R8", "kept", 2, "A voucher for 40 euros, a week later"),
                    ),
                    help="The weight says how much the right mattered in this stay: 1 a little, 5 "
                    "very much. The rows hold an invented stay at Hotel Yasen. Write over them. "
                    "Leave out names of people.",
                ),
            ),
            shows=("counted", "verdict", "profile"),
        ),
        Group(
            "2. Where it leads",
            (
                LongText(
                    "plan",
                    "Which broken right would you work on first, and how would the hotel know that "
                    "it is kept?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
            shows=("cards", "proof", "eyes", "checked"),
        ),
    ),
    compute=compute,
    views=(
        Figure("kept_number", "kept", "Rights kept, of eight", Number()),
        Sentence(
            "counted",
            "counted",
            {"always": "{stay}: {kept} kept, {broken} broken, {unknown} not known."},
            {
                "stay": Value("stay"),
                "kept": Value("kept"),
                "broken": Value("broken"),
                "unknown": Value("unknown"),
            },
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "open": "Nothing is judged yet. Begin with a right of which you have evidence.",
                "none": "No right is broken. Look at those that are not known before you praise "
                "the hotel.",
                "one": "Of the broken rights, {weakest} mattered most.",
                "several": "Two or more broken rights mattered most, with the same weight. Which "
                "of them came first and opened the others?",
            },
            {"weakest": Value("weakest", words=RIGHTS)},
        ),
        Chart(
            "profile",
            "bars",
            "The rights of one stay",
            rights_profile,
            "Broken rights go to the left, kept ones to the right, as far as they weigh. {kept} "
            "are kept, {broken} broken and {unknown} not known.",
            values={
                "kept": Value("kept"),
                "broken": Value("broken"),
                "unknown": Value("unknown"),
            },
            words={"right": RIGHTS, "state": STATES},
            texts={"axis": "broken ← weight → kept"},
        ),
        Cards("cards", "cards", CARDS),
        Sentence(
            "proof",
            "proof",
            {
                "missing": "Judgements without evidence: {unshown} of {judged}. Without it, a "
                "judgement is an opinion.",
                "complete": "Every judgement names its evidence. Would another guest of the same "
                "night agree?",
            },
            {"judged": Value("judged"), "unshown": Value("unshown")},
        ),
        Sentence(
            "eyes",
            "viewpoint",
            {
                "guest": "You judge as a guest: you know what you perceived. Before you name a "
                "cause, ask what the hotel had planned.",
                "employee": "You judge as an employee: you know what was planned. Ask a guest of "
                "the same night what was perceived.",
            },
        ),
        Checklist(
            "checked",
            "checked",
            "Right by right",
            RIGHTS,
            {"right": "Kept", "wrong": "Broken", "unknown": "Not known"},
            {f"{right}_broken": text for right, text in GAP_NOTES.items()}
            | {f"{right}_unknown": text for right, text in UNKNOWN_NOTES.items()}
            | {"no_evidence": "What did you see, read or hear? Write it into the row."},
        ),
    ),
    announce="verdict",
)
