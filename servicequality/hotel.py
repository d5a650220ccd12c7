"""Figures of Hotel Yasen, the invented hotel of the course, from its synthetic data."""

from __future__ import annotations

from functools import cache
from statistics import fmean
from typing import Any

from servicequality.content import load


@cache
def attributes() -> dict[str, str]:
    """The labels of the ten service attributes, by id, in the order of the survey."""
    return {row["attribute_id"]: row["label"] for row in load("hotel/attributes")}


def segments() -> dict[str, str]:
    """The labels of the guest segments, by id."""
    return {segment["id"]: segment["label"] for segment in load("hotel/profile")["guest_segments"]}


def means(table: str, column: str, segment: str | None = None) -> dict[str, float]:
    """The mean of a column of a table of the hotel's, by attribute id; of one segment if named."""
    rows = [row for row in load(f"hotel/{table}") if segment is None or row["segment"] == segment]
    return {
        attribute: fmean(row[column] for row in rows if row["attribute_id"] == attribute)
        for attribute in attributes()
    }


@cache
def levels() -> list[dict[str, Any]]:
    """The six levels of each attribute on the scale from 1 to 7, and its two importances.

    One dict an attribute: `id`; `expectation`, `belief`, `standard`, `delivery`, `promise` and
    `perception` (means over guests, managers, audit visits or promises); `guest_importance` and
    `manager_importance` (mean points of 100).
    """
    columns = {
        "expectation": means("guest_survey", "expectation"),
        "belief": means("manager_beliefs", "believed_expectation"),
        "standard": means("standards", "specified_level"),
        "delivery": means("audit", "delivered_level"),
        "promise": means("promises", "promised_level"),
        "perception": means("guest_survey", "perception"),
        "guest_importance": means("guest_survey", "importance"),
        "manager_importance": means("manager_beliefs", "believed_importance"),
    }
    return [
        {"id": attribute} | {name: values[attribute] for name, values in columns.items()}
        for attribute in attributes()
    ]
