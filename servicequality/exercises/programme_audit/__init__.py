"""The self-audit of a quality programme, and a plan for its first hundred days."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import total
from servicequality.core.teaching import count_words
from servicequality.declare import (
    Choice,
    Exercise,
    Group,
    LongText,
    Rows,
    ShortText,
    Slider,
    YesNo,
)
from servicequality.exercises.programme_audit.texts import (
    ASKED,
    BLANK_STEP,
    DRAFT,
    NAMES,
    OUR_PLAN,
    PLAN_STEPS,
    RATINGS,
    TASKS,
    VIKTORS_STEP,
    WEIGHTS,
)
from servicequality.exercises.programme_audit.views import VIEWS
from servicequality.model.programme import (
    PRINCIPLES,
    begin_with,
    could_lead,
    counted,
    leaders,
    places,
    priority,
    too_early,
    waits_for,
)

__all__ = ["EXERCISE", "compute"]

# The first of the hundred days in which something should be done, and how much is a lot by then.
EARLY, MANY_EARLY = 30, 3
LAST_DAY = 100


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Points and places of the ten principles, where to begin, and what is said about the plan."""
    rows = values["ratings"]
    ratings, importances, unsupported, bare = [], [], 0, "none"
    for row in rows:
        seen = int(row["seen"])
        rating = counted(seen, count_words(row["evidence"]) > 0)
        if rating < seen:
            unsupported = unsupported + 1
            bare = row["id"] if bare == "none" else bare
        ratings.append(rating)
        importances.append(int(row["importance"]))
    evidence = [{"principle": row["id"], "evidence": row["evidence"]} for row in rows]
    by_name = {}
    for at in range(len(PRINCIPLES)):
        by_name[PRINCIPLES[at]] = ratings[at]
    result = order_of_work(ratings, importances, by_name, values["guess"])
    result["evidence"] = evidence
    result["shown"] = int(total([float(rating) for rating in ratings]))
    result["unsupported"] = unsupported
    result["bare"] = bare
    result["support"] = "all" if unsupported == 0 else "one" if unsupported == 1 else "some"
    result.update(checked(ratings, data["ours"], values))
    result.update(planned(values["plan"], by_name, result))
    return result


def order_of_work(
    ratings: list[int], importances: list[int], by_name: dict[str, int], guess: str
) -> dict[str, Any]:
    """Who is first, how sure that is, and where to begin."""
    points = [priority(ratings[at], importances[at]) for at in range(len(ratings))]
    place = places(points)
    first = leaders(points)
    possible = could_lead(ratings, importances)
    bars, table = [], []
    for at in range(len(points)):
        bars.append(
            {"principle": PRINCIPLES[at], "points": points[at], "lead": 1 if at in possible else 0}
        )
    for wanted in range(1, len(points) + 1):
        for at in range(len(points)):
            if place[at] == wanted:
                table.append(
                    {"principle": PRINCIPLES[at], "place": place[at], "points": points[at]}
                )
    starts = []
    for at in first:
        start = begin_with(PRINCIPLES[at], by_name)
        if start not in starts:
            starts.append(start)
    waiting = "none"
    for at in first:
        if waits_for(PRINCIPLES[at], by_name) is not None and waiting == "none":
            waiting = PRINCIPLES[at]
    state = "none" if not first else "one" if len(first) == 1 else "tied"
    guessed = "open"
    if guess != "open" and state != "none":
        guessed = "right" if PRINCIPLES.index(guess) in first else "other"
    return {
        "bars": bars,
        "table": table,
        "first_state": state,
        "first": PRINCIPLES[first[0]] if first else "none",
        "first_count": len(first),
        "first_points": points[first[0]] if first else 0,
        "possible": len(possible),
        "sure": "none" if not first else "sure" if len(possible) == 1 else "unsure",
        "starts": starts,
        "waiting": waiting,
        "begin": "none" if waiting == "none" else "waits",
        "begin_with": begin_with(waiting, by_name) if waiting != "none" else "none",
        "guessed": guessed,
        "guess": guess,
        "guess_place": place[PRINCIPLES.index(guess)] if guess != "open" else 0,
    }


def checked(ratings: list[int], ours: list[int], values: dict[str, Any]) -> dict[str, Any]:
    """The ratings beside ours, once this is asked for, and only for Hotel Yasen."""
    if values["hotel"] == "own":
        return {"compare": "own", "judged": [], "agree": 0}
    if not values["check"]:
        return {"compare": "hidden", "judged": [], "agree": 0}
    judged = []
    agree = 0
    for at in range(len(ratings)):
        if ratings[at] == ours[at]:
            state = "right"
            agree = agree + 1
        else:
            state = "higher" if ratings[at] > ours[at] else "lower"
        judged.append({"item": PRINCIPLES[at], "state": state, "note": PRINCIPLES[at]})
    return {"compare": "shown", "judged": judged, "agree": agree}


def planned(
    plan: list[dict[str, Any]], by_name: dict[str, int], order: dict[str, Any]
) -> dict[str, Any]:
    """What is said about each step of the plan and about the plan as a whole."""
    waits = too_early([(step["principle"], step["day"]) for step in plan], by_name)
    steps, days = [], []
    ready = early = 0
    for at in range(len(plan)):
        step = plan[at]
        first, in_plan = waits[at]
        state, note = "ready", None
        for column in ("what", "who", "sign"):
            if state == "ready" and count_words(step[column]) == 0:
                state, note = "open", "no_" + column
        if state == "ready" and first is not None:
            state, note = "early", ("later_" if in_plan else "no_") + first
        if state == "ready":
            ready = ready + 1
        if step["day"] <= EARLY:
            early = early + 1
        steps.append({"item": step["id"], "state": state, "note": note})
        days.append({"step": step["id"], "day": step["day"], "ready": 1 if state == "ready" else 0})
    wanted = order["starts"]
    named = [step["principle"] for step in plan]
    missed = [start for start in wanted if start not in named]
    if not wanted:
        cover = "none"
    elif not missed:
        cover = "all"
    elif len(missed) == len(wanted):
        cover = "nothing"
    else:
        cover = "some"
    by_day = []
    for day in range(1, LAST_DAY + 1):
        for step in plan:
            if step["day"] == day:
                by_day.append({"what": step["what"], "day": day, "sign": step["sign"]})
    return {
        "plan_table": by_day,
        "steps": steps,
        "days": days,
        "ready": ready,
        "steps_count": len(plan),
        "plan_state": "all" if ready == len(plan) else "none" if ready == 0 else "some",
        "cover": cover,
        "missed": missed[0] if missed else "none",
        "early": early,
        "pace": "late" if early == 0 else "many" if early > MANY_EARLY else "fine",
    }


OPEN = {"open": "no idea yet"}
GROUPS = (
    Group(
        "1. The evidence",
        (
            Choice(
                "hotel",
                "Which hotel?",
                {"yasen": "Hotel Yasen, a draft by Viktor", "own": "a hotel that I know"},
                "yasen",
                buttons=True,
            ),
            ShortText("name", "Name of the hotel, or a false one", "Hotel Yasen", 60),
            Choice(
                "guess",
                "Before you read on: which principle will come first?",
                NAMES | OPEN,
                "open",
            ),
        ),
        shows=("evidence", "guessed"),
    ),
    Group(
        "2. Rate what you can show",
        (
            Rows(
                "ratings",
                "The ten principles",
                ASKED,
                (
                    Choice("seen", "What can you show?", RATINGS, "1"),
                    Choice("importance", "Importance: guests or staff would gain", WEIGHTS, "2"),
                    ShortText("evidence", "Evidence: seen, read or heard from whom", "", 200),
                ),
                [
                    {"id": name, "seen": seen, "importance": importance, "evidence": evidence}
                    for name, (seen, importance, evidence, _ours) in DRAFT.items()
                ],
                help="For a hotel of your own, write over what stands there. A rating without "
                "evidence counts as “words only” at most. Leave out the names of people.",
            ),
        ),
        text="Ask at each principle: what could I show to somebody who does not believe me? "
        "Nothing, words only, practice in some teams, or practice everywhere?",
        shows=("support",),
    ),
    Group(
        "3. What comes first",
        (YesNo("check", "Compare with our ratings of Hotel Yasen"),),
        text="Points = importance × (3 − rating). Example: importance 3, rating 1: 3 × 2 = 6 "
        "points. The scale is made for this course.",
        shows=("first", "begin", "sure", "points_chart", "table", "compare", "judged"),
    ),
    Group(
        "4. The first hundred days",
        (
            ShortText("first_day", "Day 1 is on (date)", "", 30),
            Rows(
                "plan",
                "First steps",
                PLAN_STEPS,
                (
                    Choice("principle", "Principle", NAMES, "needs"),
                    ShortText("what", "What will be done", "", 120),
                    ShortText("who", "Who sees to it", "", 40),
                    Slider("day", "Done by day, 1–100", 1, LAST_DAY, 1, 30, whole=True),
                    ShortText("sign", "How everybody will see that it is done", "", 120),
                ),
                [VIKTORS_STEP],
                help="One to eight steps. Viktor has written one. Improve it, replace it, add "
                "yours.",
                blank=BLANK_STEP,
            ),
            LongText(
                "not_now",
                "What will you not do in these hundred days, and what will you say to those who "
                "wanted it?",
                help="Nobody grades this.",
            ),
        ),
        text="A step is small enough to be done, has one name beside it, and a sign that others "
        "can see.",
        shows=("plan_state", "steps", "cover", "pace", "days_chart", "plan_table"),
    ),
)
OUR_RATINGS = [
    {"id": name, "seen": ours, "importance": importance, "evidence": evidence}
    for name, (_seen, importance, evidence, ours) in DRAFT.items()
]

EXERCISE = Exercise(
    id="programme-audit",
    title="Self-audit and the first hundred days",
    question="How much of a quality programme does a hotel really have, where should it begin, and "
    "what will be done by when? Correct the draft of Hotel Yasen, or rate a hotel that you know.",
    teaches=("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "ADD1"),
    minutes=30,
    in_steps=True,
    tasks=TASKS,
    groups=GROUPS,
    compute=compute,
    data={"ours": [int(ours) for (_seen, _importance, _evidence, ours) in DRAFT.values()]},
    revealed={"ratings": OUR_RATINGS, "check": True, "plan": OUR_PLAN},
    done_with=("ratings", "plan"),
    views=VIEWS,
    announce="told",
)
