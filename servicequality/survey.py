"""The guest survey of Hotel Yasen, counted once for the exercises and figures that start from it.

All figures are means over guests, by group of guests (`all` or a segment) and by attribute.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any

from servicequality.content import load
from servicequality.core.numbers import mean, total
from servicequality.hotel import attributes, segments
from servicequality.model.servqual import cronbach_alpha, gaps, t_critical, variance

Answers = dict[str, list[float]]

# The names that stand in charts, where the survey's own are too long.
SHORT = {"problem_solving": "Problem solved"}
DIMENSIONS = {
    "tangibles": "Tangibles",
    "reliability": "Reliability",
    "responsiveness": "Responsiveness",
    "assurance": "Assurance",
    "empathy": "Empathy",
}


@cache
def dimension_of() -> dict[str, str]:
    """The SERVQUAL dimension of each attribute, by id: the course's own choice."""
    return {row["attribute_id"]: row["servqual_dimension"] for row in load("hotel/attributes")}


def short_names() -> dict[str, str]:
    """The labels of the attributes, short enough for a chart on a phone."""
    return {name: SHORT.get(name, label) for name, label in attributes().items()}


def groups() -> list[str]:
    """The groups of guests: all of them, then each segment."""
    return ["all", *segments()]


@cache
def answers(group: str, column: str) -> Answers:
    """A column of the survey by attribute, the guests of a group always in one order."""
    found: Answers = {attribute: [] for attribute in attributes()}
    for row in load("hotel/guest_survey"):
        if group in ("all", row["segment"]):
            found[row["attribute_id"]].append(float(row[column]))
    return found


def reach(values: list[float]) -> float:
    """Half of the 95 percent interval of a mean, in the unit of the values."""
    return t_critical(len(values) - 1) * math.sqrt(variance(values) / len(values))


def share(values: list[float], holds: Callable[[float], bool]) -> float:
    """The share of the values of which something holds, from 0 to 1."""
    return len([value for value in values if holds(value)]) / len(values)


@cache
def by_attribute(group: str) -> list[dict[str, Any]]:
    """What a group says of each attribute, in the order of the survey.

    `expectation`, `perception` and `importance` are means with a `_reach`; `spread` is the standard
    deviation of the single gaps, `below` the share of guests with a shortfall, and `pull` the mean
    of importance times gap: what the attribute adds to the gap weighted by each guest's own points.
    """
    rows = []
    for attribute in attributes():
        row: dict[str, Any] = {"id": attribute, "dimension": dimension_of()[attribute]}
        for column in ("expectation", "perception", "importance"):
            values = answers(group, column)[attribute]
            row[column], row[f"{column}_reach"] = mean(values), reach(values)
        differences = gaps(
            answers(group, "perception")[attribute], answers(group, "expectation")[attribute]
        )
        points = answers(group, "importance")[attribute]
        row["spread"] = math.sqrt(variance(differences))
        row["below"] = share(differences, lambda gap: gap < 0)
        row["pull"] = products(points, differences)
        row["worth"] = products(points, answers(group, "perception")[attribute])
        rows.append(row)
    return rows


@cache
def by_dimension(group: str) -> list[dict[str, Any]]:
    """The same of each dimension: a guest's rating of it is the mean of that guest's ratings."""
    rows = []
    for dimension in DIMENSIONS:
        inside = [name for name, of in dimension_of().items() if of == dimension]
        expected = together(group, "expectation", inside)
        perceived = together(group, "perception", inside)
        points = [value * len(inside) for value in together(group, "importance", inside)]
        rows.append(
            {
                "id": dimension,
                "expectation": mean(expected),
                "perception": mean(perceived),
                "importance": mean(points),
                "pull": products(points, gaps(perceived, expected)),
                "worth": products(points, perceived),
            }
        )
    return rows


def together(group: str, column: str, names: list[str]) -> list[float]:
    """The mean of several attributes, guest by guest."""
    chosen = [answers(group, column)[name] for name in names]
    return [mean(list(ratings)) for ratings in zip(*chosen, strict=True)]


def products(points: list[float], scores: list[float]) -> float:
    """The mean over guests of a score times its share of 100 points."""
    return total([p * s for p, s in zip(points, scores, strict=True)]) / len(points) / 100


@cache
def alphas(group: str) -> dict[str, float]:
    """Cronbach's alpha of the perceptions in each dimension of two or more attributes."""
    perceived = answers(group, "perception")
    found = {}
    for dimension in DIMENSIONS:
        items = [perceived[name] for name, of in dimension_of().items() if of == dimension]
        if len(items) > 1:
            alpha = cronbach_alpha(items)
            found[dimension] = 0.0 if alpha is None else alpha
    return found
