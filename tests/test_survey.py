"""The guest survey as it is counted for exercises, against pandas on the file itself."""

from __future__ import annotations

import pandas
import pytest

from servicequality import survey
from servicequality.content import DATA

TABLE = pandas.read_csv(DATA / "hotel" / "guest_survey.csv")
TABLE["gap"] = TABLE.perception - TABLE.expectation
DIMENSION = pandas.read_csv(DATA / "hotel" / "attributes.csv").set_index("attribute_id")
TABLE["dimension"] = TABLE.attribute_id.map(DIMENSION.servqual_dimension)


def of_group(group: str) -> pandas.DataFrame:
    """The rows of a group of guests."""
    return TABLE if group == "all" else TABLE[TABLE.segment == group]


@pytest.mark.parametrize("group", survey.groups())
def test_attributes_are_counted_as_pandas_counts(group: str) -> None:
    rows = of_group(group)
    for row in survey.by_attribute(group):
        own = rows[rows.attribute_id == row["id"]]
        for column in ("expectation", "perception", "importance"):
            assert row[column] == pytest.approx(own[column].mean())
        assert row["spread"] == pytest.approx(own.gap.std())
        assert row["below"] == pytest.approx((own.gap < 0).mean())
        assert row["pull"] == pytest.approx((own.gap * own.importance).mean() / 100)
        assert row["worth"] == pytest.approx((own.perception * own.importance).mean() / 100)


@pytest.mark.parametrize("group", survey.groups())
def test_dimensions_are_counted_guest_by_guest(group: str) -> None:
    guests = of_group(group).groupby(["guest_id", "dimension"])
    means, points = guests[["expectation", "perception"]].mean(), guests.importance.sum()
    gaps = means.perception - means.expectation
    for row in survey.by_dimension(group):
        own = means.xs(row["id"], level="dimension")
        assert row["expectation"] == pytest.approx(own.expectation.mean())
        assert row["perception"] == pytest.approx(own.perception.mean())
        weight = points.xs(row["id"], level="dimension")
        assert row["importance"] == pytest.approx(weight.mean())
        pull = (gaps.xs(row["id"], level="dimension") * weight).mean() / 100
        assert row["pull"] == pytest.approx(pull)
    assert sum(row["importance"] for row in survey.by_dimension(group)) == pytest.approx(100)


@pytest.mark.parametrize("group", survey.groups())
def test_the_reach_is_half_the_interval_of_scipy(group: str) -> None:
    stats = pytest.importorskip("scipy.stats")
    for row in survey.by_attribute(group):
        own = of_group(group)
        values = own[own.attribute_id == row["id"]].perception
        low, high = stats.t.interval(0.95, len(values) - 1, values.mean(), stats.sem(values))
        assert row["perception_reach"] == pytest.approx((high - low) / 2, abs=1e-4)


def test_short_names_fit_a_chart() -> None:
    assert all(len(name) <= 15 for name in survey.short_names().values())
