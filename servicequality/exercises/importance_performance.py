"""Importance and performance in four fields, whose lines the reader moves."""

from __future__ import annotations

from typing import Any

from servicequality import survey
from servicequality.charts.importance_grid import importance_grid
from servicequality.core.numbers import compare, mean
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
from servicequality.hotel import segments
from servicequality.model.importance_performance import field_of, fields_in_reach, median

MIDDLE = {"points": 10.0, "expectation": 4.0}
# Marks nearer to each other than this hide each other's numbers: scale points, share of the axis.
NEAR_PERFORMANCE = 0.25
NEAR_IMPORTANCE = 0.06


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """The field of each attribute with the chosen lines and with lines at the means."""
    measure = values["measure"]
    rows = data[values["guests"]]
    column = "importance" if measure == "points" else "expectation"
    important = [row[column] for row in rows]
    done = [row["perception"] for row in rows]
    means = [mean(important), mean(done)]
    if values["lines"] == "means":
        lines = means
    elif values["lines"] == "medians":
        lines = [median(important), median(done)]
    elif values["lines"] == "middle":
        lines = [MIDDLE[measure], 4.0]
    else:
        own = values["own_points"] if measure == "points" else values["own_expectation"]
        lines = [own, values["own_performance"]]
    marks = []
    table = []
    counts = {"concentrate": 0, "moved": 0, "unsure": 0}
    for i in range(len(rows)):
        field = field_of(important[i], done[i], lines[0], lines[1])
        usual = field_of(important[i], done[i], means[0], means[1])
        reach, width = rows[i][column + "_reach"], rows[i]["perception_reach"]
        in_reach = fields_in_reach(important[i], done[i], lines[0], lines[1], reach, width)
        sure = "sure" if len(in_reach) == 1 else "unsure"
        counts["concentrate"] = counts["concentrate"] + (1 if field == "concentrate" else 0)
        counts["moved"] = counts["moved"] + (0 if field == usual else 1)
        counts["unsure"] = counts["unsure"] + (0 if sure == "sure" else 1)
        marks.append(
            {
                "number": i + 1,
                "importance": important[i],
                "performance": done[i],
                "importance_low": important[i] - reach,
                "importance_high": important[i] + reach,
                "performance_low": done[i] - width,
                "performance_high": done[i] + width,
                "side": side(i, important, done),
                "importance_line": lines[0],
                "performance_line": lines[1],
            }
        )
        table.append(
            {
                "attribute": rows[i]["id"],
                "importance": important[i],
                "performance": done[i],
                "field": field,
                "usual": "same" if field == usual else usual,
                "sure": sure,
            }
        )
    result: dict[str, Any] = dict(counts)
    result["marks"] = marks
    result["table"] = table
    result["importance_line"] = lines[0]
    result["performance_line"] = lines[1]
    result["lines"] = measure
    result["shift"] = "means" if values["lines"] == "means" else "other"
    return result


def side(position: int, important: list[float], done: list[float]) -> int:
    """-1 where another mark stands close on the right, so that the number goes to the left."""
    height = max(important) - min(important)
    for other in range(len(done)):
        ahead = done[other] - done[position]
        apart = abs(important[other] - important[position])
        close = ahead < NEAR_PERFORMANCE and apart < NEAR_IMPORTANCE * height
        if other != position and compare(ahead, 0.0) > 0 and close:
            return -1
    return 1


NUMBERED = {
    name: f"{i}. {label}" for i, (name, label) in enumerate(survey.short_names().items(), start=1)
}
FIELDS = {
    "concentrate": "Concentrate here",
    "keep_up": "Keep up the good work",
    "low_priority": "Low priority",
    "overkill": "Possible overkill",
}
KEPT = ("id", "expectation", "perception", "importance")
REACHES = ("expectation_reach", "perception_reach", "importance_reach")
POINTS = Number(decimals=2)
CROSS = {
    "importance_line": Value("importance_line", POINTS),
    "performance_line": Value("performance_line", POINTS),
}

EXERCISE = Exercise(
    id="importance-performance",
    title="Four fields, movable lines",
    question="Ten attributes of Hotel Yasen by importance and by performance. The two lines decide "
    "what lands in “Concentrate here”. Who decides where the lines stand?",
    teaches=("M5d",),
    minutes=10,
    done_with=("conclusion",),
    tasks=(
        Task(
            "Find Check-in speed, number 3. In which field does it lie, and by how much? Would you "
            "tell Petar that the queue on Fridays can wait?",
            "Low priority, because 9.92 points lie 0.08 below the line at 10. The cross around "
            "the mark goes over the line, so its field is not certain. A decision should not hang "
            "on 0.08 of a point, above all where the gap is −1.43.",
        ),
        Task(
            "Put the lines at the middle of the scales. How many attributes are left in "
            "“Concentrate here”? Where is Quiet night now?",
            "None. Quiet night, perceived at 4.14, lies just above 4, so the worst attribute of "
            "the hotel lands in “Keep up the good work”. Guests seldom use the lower half of such "
            "a scale, so its middle is a low bar. The line of importance stays at 10: a hundred "
            "points over ten attributes always have the mean 10.",
        ),
        Task(
            "Put the lines back at the means and measure importance by what guests expect. Which "
            "attributes change to “Concentrate here”?",
            "Check-in speed and Problem solved at first contact: four attributes now instead of "
            "two. Guests give few of their 100 points to problem solving, but expect much of it "
            "(5.91). The two questions about importance are not the same question.",
        ),
    ),
    groups=(
        Group(
            "What to draw",
            (
                Choice("guests", "Guests", {"all": "All guests", **segments()}, "all"),
                Choice(
                    "measure",
                    "Importance",
                    {"points": "points of 100", "expectation": "expectation, 1 to 7"},
                    "points",
                    buttons=True,
                    help="How guests share out 100 points, or how much they expect.",
                ),
                Choice(
                    "lines",
                    "Lines",
                    {
                        "means": "at the means",
                        "medians": "at the medians",
                        "middle": "at the middle of the scales",
                        "own": "where I put them",
                    },
                    "means",
                    help="The middle is 4 on a scale from 1 to 7. For points we take 10, an even "
                    "share among ten attributes.",
                ),
            ),
            text="Synthetic figures.",
        ),
        Group(
            "My own lines",
            (
                Slider("own_points", "Importance in points", 0, 20, 0.5, 8.0),
                Slider("own_expectation", "Importance by expectation", 4, 7, 0.1, 6.0),
                Slider("own_performance", "Performance", 3.5, 6.5, 0.1, 5.0),
            ),
            text="They count once you choose “where I put them” above.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Where would you put the lines, and how would you defend that?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={
        group: [{name: row[name] for name in KEPT + REACHES} for row in survey.by_attribute(group)]
        for group in survey.groups()
    },
    views=(
        Figure("concentrate", "concentrate", "Attributes in “Concentrate here”", Number()),
        Figure(
            "unsure",
            "unsure",
            "Attributes whose field is not certain",
            Number(),
            "",
            "The 95% interval of a mean goes over a line.",
        ),
        Sentence(
            "lines_at",
            "lines",
            {
                "points": "The lines cross at {importance_line} points and a performance of "
                "{performance_line}.",
                "expectation": "The lines cross at an expectation of {importance_line} and a "
                "performance of {performance_line}.",
            },
            CROSS,
        ),
        Sentence(
            "shift",
            "shift",
            {
                "means": "Now move the lines, and see how many attributes change field.",
                "other": "Against lines at the means, {moved} of 10 attributes change field. The "
                "guests have not changed their minds.",
            },
            {"moved": Value("moved")},
        ),
        Chart(
            "grid_chart",
            "marks",
            "Importance and performance",
            importance_grid,
            "{concentrate} of 10 attributes lie above the line of importance and below that of "
            "performance. The table names the field of each number.",
            values={"concentrate": Value("concentrate")},
            texts={
                "performance": "Performance: what guests perceive, 1 to 7",
                "importance": "Importance",
                **FIELDS,
            },
        ),
        Table(
            "fields",
            "table",
            "The field of each attribute",
            (
                Column("attribute", "Attribute", words=NUMBERED),
                Column("field", "Field", words=FIELDS),
                Column("usual", "At the means", words={"same": "the same", **FIELDS}),
            ),
        ),
        Table(
            "means",
            "table",
            "Where each attribute lies: importance I, performance P",
            (
                Column("attribute", "Attribute", words=NUMBERED),
                Column("importance", "I", style=POINTS),
                Column("performance", "P", style=POINTS),
                Column(
                    "sure", "Interval clear of both lines?", words={"sure": "yes", "unsure": "no"}
                ),
            ),
        ),
    ),
    announce="shift",
)
