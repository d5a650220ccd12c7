"""What 24 mystery visits can tell, and how many would be needed."""

from __future__ import annotations

from datetime import date
from typing import Any

from servicequality.charts.share_intervals import share_intervals
from servicequality.content import load
from servicequality.declare import (
    Chart,
    Choice,
    Column,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Sentence,
    Slider,
    Table,
    Task,
    Value,
)
from servicequality.model.visits import (
    exact_interval,
    mean_reliability,
    normal_interval,
    visits_for_margin,
    visits_for_reliability,
    wilson_interval,
)

TARGET = 0.8
PARTS = {"shift": ["early", "late", "night"], "friday": ["friday", "other"]}


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Shares with intervals in percent, visits needed, and reliability of a mean."""
    visits = data["visits"][: values["visits"]]
    result = shares(visits, values["item"], values["split"], values["method"])
    needed = visits_for_margin(values["expected"] / 100, values["margin"] / 100, values["cases"])
    uncorrected = visits_for_margin(values["expected"] / 100, values["margin"] / 100)
    single = values["single"]
    result.update(
        {
            "item": values["item"],
            "needed": needed,
            "uncorrected": uncorrected,
            "margin": values["margin"],
            "parts": values["parts"],
            "needed_in_all": needed * values["parts"],
            "cost": needed * values["parts"] * values["price"],
            "plan": "one" if values["parts"] == 1 else "several",
            "bonus_visits": values["bonus_visits"],
            "reliability": mean_reliability(single, values["bonus_visits"]),
            "needed_for_bonus": visits_for_reliability(single, TARGET),
        }
    )
    reached = values["bonus_visits"] >= result["needed_for_bonus"]
    result["bonus"] = "enough" if reached else "too_few"
    return result


def shares(visits: list[dict[str, Any]], item: str, split: str, method: str) -> dict[str, Any]:
    """The share of visits in which an item was met, in all visits and in each part of them."""
    rows = [counted("all", visits, item, method)]
    for part in PARTS[split]:
        inside = [visit for visit in visits if visit[split] == part]
        if len(inside) > 0:
            rows.append(counted(part, inside, item, method))
    everything = rows[0]
    found = "some"
    if everything["met"] == everything["visits"]:
        found = "all"
    elif everything["met"] == 0:
        found = "none"
    apart = False
    for left in rows[1:]:
        for right in rows[1:]:
            if left["low"] > right["high"]:
                apart = True
    return {
        "rows": rows,
        "dots": [{name: row[name] for name in ["part", "share", "low", "high"]} for row in rows],
        "met": everything["met"],
        "visits": everything["visits"],
        "share": everything["share"],
        "low": everything["low"],
        "high": everything["high"],
        "width": everything["high"] - everything["low"],
        "found": found,
        "fault": "yes" if method == "normal" and found != "some" else "no",
        "apart": "apart" if apart else "overlap",
    }


def counted(part: str, visits: list[dict[str, Any]], item: str, method: str) -> dict[str, Any]:
    """One row: how often the item was met, and the interval of its share, in percent."""
    met = 0
    for visit in visits:
        met = met + visit[item]
    number = len(visits)
    if method == "normal":
        interval = normal_interval(met, number)
    elif method == "exact":
        interval = exact_interval(met, number)
    else:
        interval = wilson_interval(met, number)
    return {
        "part": part,
        "met": met,
        "visits": number,
        "share": 100 * met / number,
        "low": 100 * interval[0],
        "high": 100 * interval[1],
    }


def checklists() -> list[dict[str, Any]]:
    """The mystery visits in their order: shift, Friday or not, and each item met (1) or not (0)."""
    visits: dict[str, dict[str, Any]] = {}
    for row in load("hotel/mystery_visits"):
        friday = date.fromisoformat(row["date"]).weekday() == 4
        visit = visits.setdefault(
            row["visit_id"], {"shift": row["shift"], "friday": "friday" if friday else "other"}
        )
        visit[row["item_id"]] = row["met"]
    return list(visits.values())


ITEMS = {
    "greeted_first": "Greeted before the guest spoke",
    "name_used": "Guest’s name used at check-in",
    "key_in_five": "Key within five minutes",
    "hours_told": "Told the hours of breakfast and pool",
    "wifi_worked": "Wi-Fi worked at once",
    "room_clean": "Room clean in five named places",
    "noise_call": "Reception acted on a call about noise",
    "bill_right": "Every line of the bill right",
}
NAMES = {
    "all": "All visits",
    "early": "Early shift",
    "late": "Late shift",
    "night": "Night shift",
    "friday": "Fridays",
    "other": "Other days",
}
WHOLE = Number()
TWO = Number(decimals=2)
COUNTS = {name: Value(name) for name in ("met", "visits", "share", "low", "high")} | {
    "item": Value("item", words=ITEMS)
}

EXERCISE = Exercise(
    id="mystery-visits",
    title="How many visits are enough?",
    question="A mystery shopper came to Hotel Yasen twice a month and ticked eight points. What do "
    "the ticks tell about the service, and what about chance?",
    teaches=("M5e",),
    minutes=12,
    done_with=("conclusion",),
    tasks=(
        Task(
            "After eight visits Petar reports: “We use the name in 100% of the check-ins.” "
            "Move the visits to 24. What should he have said after eight?",
            "After 24 visits it is 17 of 24, or 71%. Eight out of eight fits any true share from "
            "68% upwards, by Wilson’s interval. “At least about two thirds, as far as eight visits "
            "can tell.” The textbook interval would have said 100% to 100%.",
        ),
        Task(
            "Keep 24 visits. By shift, the name was used 7, 6 and 4 times of eight. Is the night "
            "shift the worst? Then choose “Key within five minutes”, by shift and by Fridays.",
            "The three intervals overlap widely. In fact these synthetic data were "
            "made with the same chance, 70%, in all three. The key is another matter: the late "
            "shift has 4 of 8, and all four failures are Fridays, 0 of 4 against 19 of 20. On "
            "other days the late shift kept the time 4 times of 4. This points to the queue on "
            "Fridays and not to the people. No visit met another shift on a Friday, so it is a "
            "strong hint, not a proof.",
        ),
        Task(
            "You expect about 70% and want to know the share of each shift within ±10 points. How "
            "many visits is that, and what do they cost? And within ±30 points?",
            "80 visits a shift, 240 in all, for 36,000 euros. This is the margin of one share. "
            "The difference between two shifts is less certain: about ±14 points. Within ±30 "
            "points about nine a shift are needed, 27 in all, for 4,050 euros; with so few visits "
            "the formula is only a rough guide. The 24 visits of a year, eight a shift, are fewer "
            "still. They can show that something fails badly. They do not show which shift is a "
            "little better.",
        ),
    ),
    groups=(
        Group(
            "What the visits tell",
            (
                Choice("item", "Point on the checklist", ITEMS, "name_used"),
                Slider("visits", "Visits so far", 4, 24, 1, 8, "visits", whole=True),
                Choice(
                    "split",
                    "Look at",
                    {"shift": "each shift", "friday": "Fridays and other days"},
                    "shift",
                    buttons=True,
                ),
                Choice(
                    "method",
                    "95% interval",
                    {"wilson": "Wilson", "exact": "exact", "normal": "textbook"},
                    "wilson",
                    buttons=True,
                    help="Textbook: p ± 1.96·√(p(1 − p)/n). It fails with few visits or extreme "
                    "shares.",
                ),
            ),
            text="Synthetic figures.",
        ),
        Group(
            "How many you would need",
            (
                Slider("expected", "Share that you expect", 50, 95, 5, 70, "%", whole=True),
                Slider("margin", "Margin that you accept", 5, 30, 1, 10, "± points", whole=True),
                Slider(
                    "parts",
                    "Parts, each with its own share",
                    1,
                    6,
                    1,
                    3,
                    whole=True,
                    help="For example three shifts.",
                ),
                Slider(
                    "cases",
                    "Check-ins in the period, in each part",
                    100,
                    8000,
                    100,
                    4000,
                    whole=True,
                    help="A third of a year’s 12,000: whoever takes two rooms checks in twice, so "
                    "10,000 parties make about 12,000 check-ins.",
                ),
                Slider(
                    "price",
                    "Price of a visit",
                    50,
                    400,
                    10,
                    150,
                    "€",
                    whole=True,
                    help="Our assumption, with the room.",
                ),
            ),
            shows=("plan", "plan_cases"),
        ),
        Group(
            "If a bonus hangs on it",
            (
                Slider(
                    "single",
                    "Reliability of one visit as a measurement",
                    0.1,
                    0.9,
                    0.05,
                    0.3,
                    help="How much of the differences between scores is true difference between "
                    "shifts. 1: a second visit would give the same order. 0: the shifts do not "
                    "differ, the order is chance. 0.3 is an assumption.",
                ),
                Slider(
                    "bonus_visits", "Visits to each shift before the bonus", 1, 24, 1, 2, whole=True
                ),
            ),
            shows=("bonus",),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "What may the hotel conclude from 24 visits a year, and what not?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={"visits": checklists()},
    views=(
        Figure("share", "share", "Share of visits in which it was met", WHOLE, "%"),
        Figure(
            "width",
            "width",
            "From the lower to the upper end of the interval",
            WHOLE,
            "points",
            "The wider, the less the visits tell.",
        ),
        Sentence(
            "found",
            "found",
            {
                "some": "{item}: met in {met} of {visits} visits. The true share may lie anywhere "
                "from {low}% to {high}%.",
                "all": "{item}: met in all {visits} visits. That fits any true share from {low}% "
                "upwards.",
                "none": "{item}: met in none of {visits} visits. That fits any true share up to "
                "{high}%.",
            },
            COUNTS,
        ),
        Sentence(
            "fault",
            "fault",
            {
                "yes": "The textbook interval has no width here, as if {visits} visits left no "
                "doubt at all. That is its known fault. Choose another one.",
                "no": "",
            },
            {"visits": Value("visits")},
        ),
        Chart(
            "shares_chart",
            "dots",
            "Shares and 95% intervals",
            share_intervals,
            "All visits: {share}%, interval {low}% to {high}%.",
            values={name: Value(name) for name in ("share", "low", "high")},
            words={"part": NAMES},
            texts={"axis": "Visits in which it was met, percent"},
        ),
        Sentence(
            "apart",
            "apart",
            {
                "overlap": "The intervals of the parts overlap. These visits do not settle which "
                "part is better. Overlap alone does not prove that there is no difference.",
                "apart": "Two intervals do not overlap. Chance alone would seldom make such a "
                "difference: look for the reason.",
            },
        ),
        Table(
            "shares",
            "rows",
            "The same as numbers: shares and intervals in percent",
            (
                Column("part", "Part", words=NAMES),
                Column("met", "Met", style=WHOLE),
                Column("visits", "of", style=WHOLE),
                Column("share", "Share", style=WHOLE),
                Column("low", "From", style=WHOLE),
                Column("high", "To", style=WHOLE),
            ),
        ),
        Sentence(
            "plan",
            "plan",
            {
                "several": "{needed} visits to each of {parts} parts, {needed_in_all} in all, for "
                "{cost} euros.",
                "one": "{needed} visits, for {cost} euros.",
            },
            {name: Value(name) for name in ("needed", "parts", "needed_in_all", "cost")},
        ),
        Sentence(
            "plan_cases",
            "plan",
            dict.fromkeys(
                ("several", "one"),
                "Without the correction for a finite number of check-ins: {uncorrected} each.",
            ),
            {"uncorrected": Value("uncorrected")},
        ),
        Sentence(
            "bonus",
            "bonus",
            {
                "too_few": "The mean of {bonus_visits} visits has a reliability of {reliability}. "
                "For 0.80 each shift needs {needed_for_bonus} visits. Until then much of the order "
                "is chance.",
                "enough": "The mean of {bonus_visits} visits has a reliability of {reliability}. "
                "That reaches 0.80, for which {needed_for_bonus} visits are needed.",
            },
            {
                "bonus_visits": Value("bonus_visits"),
                "reliability": Value("reliability", TWO),
                "needed_for_bonus": Value("needed_for_bonus"),
            },
        ),
    ),
    announce="found",
)
