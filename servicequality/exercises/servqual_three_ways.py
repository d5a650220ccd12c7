"""One survey scored three ways: what to mend first by gap, weighted gap and perception alone."""

from __future__ import annotations

from typing import Any

from servicequality import survey
from servicequality.charts.place_lines import place_lines
from servicequality.core.numbers import compare, mean, total
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
    Table,
    Task,
    Value,
)
from servicequality.hotel import attributes, segments
from servicequality.model.servqual import paired_gap, places

SCORES = ["gap", "weighted", "perceived"]


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Scores and places of each item, the first under each score, and overall scores."""
    group = data[values["guests"]]
    rows = group[values["level"]]
    followed = values["follow"]
    if values["level"] == "dimensions":
        followed = data["dimension_of"][followed]
    scores = {
        "gap": [row["perception"] - row["expectation"] for row in rows],
        "weighted": [row["pull"] for row in rows],
        "perceived": [row["perception"] for row in rows],
    }
    places_of = {name: places(scores[name]) for name in SCORES}
    result: dict[str, Any] = {
        "table": table(rows, scores, places_of),
        "lines": lines(rows, places_of, followed),
        "followed": followed,
        "overall": overall(group),
    }
    moved = 0
    for i in range(len(rows)):
        if not places_of["gap"][i] == places_of["weighted"][i] == places_of["perceived"][i]:
            moved = moved + 1
        if rows[i]["id"] == followed:
            for name in SCORES:
                result["place_" + name] = places_of[name][i]
        for name in SCORES:
            if places_of[name][i] == 1:
                result["first_" + name] = rows[i]["id"]
    result["moved"] = moved
    result["items"] = len(rows)
    alike = result["first_gap"] == result["first_weighted"] == result["first_perceived"]
    result["first"] = "same" if alike else "differ"
    result.update(certainty(group, values["follow"]))
    result.update(cohesion(group, values["level"]))
    return result


def table(
    rows: list[dict[str, Any]], scores: dict[str, list[float]], places_of: dict[str, list[int]]
) -> list[dict[str, Any]]:
    """The three scores of each item and the place under each, by the place of its gap."""
    found: list[dict[str, Any]] = []
    for place in range(1, len(rows) + 1):
        i = places_of["gap"].index(place)
        row: dict[str, Any] = {"item": rows[i]["id"]}
        for name in SCORES:
            row[name] = scores[name][i]
            row["place_" + name] = places_of[name][i]
        found.append(row)
    return found


def lines(
    rows: list[dict[str, Any]], places_of: dict[str, list[int]], followed: str
) -> list[dict[str, Any]]:
    """A row for each item and score: the place, for the chart."""
    found = []
    for i in range(len(rows)):
        for order in range(len(SCORES)):
            found.append(
                {
                    "item": rows[i]["id"],
                    "score": SCORES[order],
                    "order": order,
                    "place": places_of[SCORES[order]][i],
                    "lit": 1 if rows[i]["id"] == followed else 0,
                    "last": 1 if order == len(SCORES) - 1 else 0,
                }
            )
    return found


def overall(group: dict[str, Any]) -> list[dict[str, Any]]:
    """Four overall scores, over attributes and over dimensions."""
    found = []
    for score in ["gap", "weighted", "perceived", "weighted_perceived"]:
        row: dict[str, Any] = {"score": score}
        for level in ["attributes", "dimensions"]:
            rows = group[level]
            if score == "gap":
                row[level] = mean([r["perception"] - r["expectation"] for r in rows])
            elif score == "perceived":
                row[level] = mean([r["perception"] for r in rows])
            elif score == "weighted":
                row[level] = total([r["pull"] for r in rows])
            else:
                row[level] = total([r["worth"] for r in rows])
        found.append(row)
    return found


def certainty(group: dict[str, Any], attribute: str) -> dict[str, Any]:
    """How sure the mean gap of an attribute is, and how many guests stand below it."""
    found: dict[str, Any] = {}
    for row in group["attributes"]:
        if row["id"] == attribute:
            gap = row["perception"] - row["expectation"]
            test = paired_gap(gap, row["spread"], group["people"])
            found["attribute"] = attribute
            found["attribute_gap"] = gap
            found["low"] = test["low"]
            found["high"] = test["high"]
            found["below"] = 100 * row["below"]
            if compare(test["high"], 0.0) < 0:
                found["sure"] = "shortfall"
            elif compare(test["low"], 0.0) > 0:
                found["sure"] = "surplus"
            else:
                found["sure"] = "open"
    found["people"] = group["people"]
    return found


def cohesion(group: dict[str, Any], level: str) -> dict[str, Any]:
    """Cronbach's alpha of the two dimensions that have several attributes; said of dimensions."""
    return {
        "alpha": "said" if level == "dimensions" else "hidden",
        "alpha_tangibles": group["alphas"]["tangibles"],
        "alpha_reliability": group["alphas"]["reliability"],
    }


def counted(group: str) -> dict[str, Any]:
    """What the exercise needs of a group of guests."""
    kept = ("id", "expectation", "perception", "importance", "spread", "below", "pull", "worth")
    return {
        "people": len(survey.answers(group, "perception")["quiet_night"]),
        "attributes": [{name: row[name] for name in kept} for row in survey.by_attribute(group)],
        "dimensions": survey.by_dimension(group),
        "alphas": survey.alphas(group),
    }


GUESTS = {"all": "All guests", **segments()}
ITEMS = {**attributes(), **survey.DIMENSIONS}
SHORT = {**survey.short_names(), **survey.DIMENSIONS}
POINTS = Number(decimals=2)
SIGNED = Number(decimals=2, signed=True)
FOLLOWED = {"followed": Value("followed", words=ITEMS)}
FIRSTS = {f"first_{name}": Value(f"first_{name}", words=ITEMS) for name in SCORES}

EXERCISE = Exercise(
    id="servqual-three-ways",
    title="One survey, three scores",
    question="120 guests of Hotel Yasen rated ten attributes: what they expected, what they "
    "perceived, how much each one matters. What should be improved first? Does the answer depend "
    "on the score?",
    teaches=("ADD4",),
    minutes=10,
    done_with=("conclusion",),
    tasks=(
        Task(
            "Follow Lobby design, then Cleanliness. By which score does the lobby look more "
            "urgent than cleanliness? What does each score leave out?",
            "By perceptions alone the lobby takes place 5 and cleanliness place 10, the last. By "
            "gap it is the other way round: cleanliness 5, lobby 10. Guests rate cleanliness "
            "highest and still get slightly less than they expect. It is a small gap, and "
            "expectations near 7 are hard to exceed. Of the lobby they expect little. Perceptions "
            "alone show neither; gaps alone do not show how high the rating is.",
        ),
        Task(
            "Choose Business. Then choose Couples. What comes first by each score?",
            "For business travellers the Wi-Fi comes first by all three scores. For couples the "
            "quiet night comes first by gap and by weighted gap, but the check-in by perception "
            "alone. A list for “all guests” hides both.",
        ),
        Task(
            "Go back to all guests and choose five dimensions. What comes first by gap, and what "
            "when importance counts? Then read the sentence on alpha. Would you report this list?",
            "Responsiveness comes first by gap (−1.43), but here it is only one question, "
            "check-in speed; for a single question there is no alpha. Reliability comes first "
            "once importance counts. But alpha is 0.00 for tangibles and −0.03 for reliability: "
            "the attributes put together there do not move together. The mean of reliability "
            "hides a quiet night of −2.22 beside a clear bill of +0.06. Report the attributes.",
        ),
    ),
    groups=(
        Group(
            "What to compare",
            (
                Choice("guests", "Guests", GUESTS, "all"),
                Choice(
                    "level",
                    "Scores for",
                    {"attributes": "ten attributes", "dimensions": "five dimensions"},
                    "attributes",
                    buttons=True,
                    help="The dimensions are those of SERVQUAL. Which attribute belongs to which "
                    "is this course’s choice: four to tangibles, three to reliability, one to "
                    "each of the others.",
                ),
                Choice(
                    "follow",
                    "Follow",
                    attributes(),
                    "cleanliness",
                    help="Its line stands out in the chart. With dimensions, that of its "
                    "dimension.",
                ),
            ),
            text="Synthetic figures. Place 1: the worst by this score. Scores are worked out "
            "guest by guest and rounded at the end; from rounded means the last digit may differ.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Which score would you show to Mira Doneva, and what would you say beside it?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={group: counted(group) for group in survey.groups()}
    | {"dimension_of": survey.dimension_of()},
    views=(
        Figure(
            "moved",
            "moved",
            "Lines that change place between the scores",
            Number(),
            "",
            "Three scores, the same answers.",
        ),
        Sentence(
            "first",
            "first",
            {
                "same": "All three scores put the same first: {first_gap}.",
                "differ": "First by gap: {first_gap}. First by weighted gap: {first_weighted}. "
                "First by perception alone: {first_perceived}.",
            },
            FIRSTS,
        ),
        Sentence(
            "places",
            "first",
            dict.fromkeys(
                ("same", "differ"),
                "{followed}: place {place_gap} by gap, place {place_weighted} by weighted gap, "
                "place {place_perceived} by perception alone, of {items}.",
            ),
            {
                **FOLLOWED,
                **{f"place_{name}": Value(f"place_{name}") for name in SCORES},
                "items": Value("items"),
            },
        ),
        Chart(
            "places_chart",
            "lines",
            "Places by three scores",
            place_lines,
            "Place 1 is on top. {followed} goes from place {place_gap} by gap to place "
            "{place_perceived} by perception alone.",
            values={
                **FOLLOWED,
                "place_gap": Value("place_gap"),
                "place_perceived": Value("place_perceived"),
            },
            words={
                "item": SHORT,
                "score": {"gap": "Gap", "weighted": "Weighted", "perceived": "Perceived"},
            },
            texts={"axis": "Place"},
        ),
        Sentence(
            "sure",
            "sure",
            {
                "shortfall": "{attribute}: mean gap {attribute_gap}, 95% interval {low} to {high} "
                "({people} guests). Zero lies outside: a shortfall. {below}% of the guests are "
                "below their expectation.",
                "surplus": "{attribute}: mean gap {attribute_gap}, 95% interval {low} to {high} "
                "({people} guests). Zero lies outside: a surplus on average. Still, {below}% of "
                "the guests are below their expectation.",
                "open": "{attribute}: mean gap {attribute_gap}, 95% interval {low} to {high} "
                "({people} guests). Zero lies inside: the mean may be nothing at all. Still, "
                "{below}% of the guests are below their expectation.",
            },
            {
                "attribute": Value("attribute", words=ITEMS),
                "attribute_gap": Value("attribute_gap", SIGNED),
                "low": Value("low", SIGNED),
                "high": Value("high", SIGNED),
                "people": Value("people"),
                "below": Value("below"),
            },
        ),
        Sentence(
            "alpha",
            "alpha",
            {
                "hidden": "",
                "said": "Cronbach’s alpha of the perceptions is {alpha_tangibles} for tangibles "
                "and {alpha_reliability} for reliability. It is near 1 where ratings move "
                "together, near 0 where they do not. Here they do not, because the data were made "
                "so, and a mean of them says little. The other three dimensions have one question "
                "each, so there is no alpha.",
            },
            {
                "alpha_tangibles": Value("alpha_tangibles", SIGNED),
                "alpha_reliability": Value("alpha_reliability", SIGNED),
            },
        ),
        Table(
            "scores",
            "table",
            "Three scores, in scale points",
            (
                Column("item", "What is rated", words=ITEMS),
                Column("gap", "Gap P − E", style=SIGNED),
                Column("weighted", "Weighted gap", style=SIGNED),
                Column("perceived", "Perceived P", style=POINTS),
            ),
        ),
        Table(
            "all_places",
            "table",
            "Place under each score",
            (
                Column("item", "What is rated", words=ITEMS),
                Column("place_gap", "Gap", style=Number()),
                Column("place_weighted", "Weighted gap", style=Number()),
                Column("place_perceived", "Perceived", style=Number()),
            ),
        ),
        Table(
            "overall",
            "overall",
            "Overall scores from the same answers, in scale points",
            (
                Column(
                    "score",
                    "Overall score",
                    words={
                        "gap": "Gap P − E, plain mean",
                        "weighted": "Gap P − E, weighted by each guest’s points",
                        "perceived": "Perceptions, plain mean",
                        "weighted_perceived": "Perceptions, weighted by each guest’s points",
                    },
                ),
                Column("attributes", "Over ten attributes", style=POINTS),
                Column("dimensions", "Over five dimensions", style=POINTS),
            ),
        ),
    ),
    announce="first",
)
