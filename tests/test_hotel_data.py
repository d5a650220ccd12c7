"""Check the data of Hotel Yasen: valid files, and the properties built in on purpose."""

from __future__ import annotations

import csv
import datetime
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from servicequality import hotel

DATA_DIR = Path(__file__).resolve().parents[1] / "data" / "hotel"
GENERATOR = DATA_DIR / "generate.py"

IDS = (
    "quiet_night",
    "wifi",
    "check_in_speed",
    "cleanliness",
    "friendliness",
    "breakfast",
    "thermal_pool",
    "lobby_design",
    "problem_solving",
    "clear_bill",
)
COLUMNS = {
    "attributes.csv": ["attribute_id", "label", "statement", "servqual_dimension"],
    "guest_survey.csv": [
        "guest_id",
        "segment",
        "attribute_id",
        "importance",
        "expectation",
        "perception",
    ],
    "manager_beliefs.csv": [
        "manager",
        "attribute_id",
        "believed_importance",
        "believed_expectation",
    ],
    "standards.csv": ["attribute_id", "standard", "specified_level"],
    "audit.csv": ["visit_id", "date", "attribute_id", "delivered_level"],
    "promises.csv": ["promise_id", "attribute_id", "channel", "text", "promised_level"],
    "mystery_visits.csv": ["visit_id", "date", "shift", "item_id", "met"],
    "quality_costs.csv": ["item_id", "label", "department", "kind", "euros"],
    "ride_survey.csv": ["rider_id", "segment", "worth", "decided"],
    "complaints.csv": [
        "complaint_id",
        "date",
        "attribute_id",
        "channel",
        "first_answer_minutes",
        "solved_well",
        "returned",
    ],
}
Rows = list[dict[str, str]]


def read(name: str) -> Rows:
    """Give the rows of one CSV file as text."""
    with (DATA_DIR / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


DATA = {name: read(name) for name in COLUMNS}
SURVEY = DATA["guest_survey.csv"]
BELIEFS = DATA["manager_beliefs.csv"]
HOTEL: dict[str, Any] = yaml.safe_load((DATA_DIR / "profile.yaml").read_text(encoding="utf-8"))


def mean(values: Iterable[float]) -> float:
    """Give the arithmetic mean (unit of the values)."""
    numbers = list(values)
    return sum(numbers) / len(numbers)


def means(rows: Rows, column: str) -> dict[str, float]:
    """Give the mean of a column for each attribute."""
    return {i: mean(float(r[column]) for r in rows if r["attribute_id"] == i) for i in IDS}


def minus(first: dict[str, float], second: dict[str, float]) -> dict[str, float]:
    """Give first minus second for each attribute (scale points)."""
    return {i: first[i] - second[i] for i in IDS}


def worst(values: dict[str, float], count: int) -> set[str]:
    """Give the attributes with the lowest values."""
    return set(sorted(values, key=lambda i: values[i])[:count])


def gap_5(attribute: str, segments: Iterable[str] | None = None) -> list[int]:
    """Give P - E of each guest for one attribute (-6 to 6 scale points)."""
    wanted = None if segments is None else set(segments)
    return [
        int(r["perception"]) - int(r["expectation"])
        for r in SURVEY
        if r["attribute_id"] == attribute and (wanted is None or r["segment"] in wanted)
    ]


def segment_importance(attribute: str, segment: str) -> float:
    """Give the mean importance (points) of one attribute in one segment."""
    return mean(
        float(r["importance"])
        for r in SURVEY
        if r["attribute_id"] == attribute and r["segment"] == segment
    )


def ranks(values: dict[str, float]) -> list[float]:
    """Give the ranks, 1 = lowest; equal values share the mean rank."""
    numbers = [values[i] for i in IDS]
    return [sum(x < v for x in numbers) + (numbers.count(v) + 1) / 2 for v in numbers]


def spearman(first: dict[str, float], second: dict[str, float]) -> float:
    """Give Spearman's rank correlation (-1 to 1)."""
    a, b = ranks(first), ranks(second)
    ma, mb = mean(a), mean(b)
    cross = sum((x - ma) * (y - mb) for x, y in zip(a, b, strict=True))
    return float(cross / (sum((x - ma) ** 2 for x in a) * sum((y - mb) ** 2 for y in b)) ** 0.5)


E = means(SURVEY, "expectation")
P = means(SURVEY, "perception")
M = means(BELIEFS, "believed_expectation")
S = means(DATA["standards.csv"], "specified_level")
D = means(DATA["audit.csv"], "delivered_level")
A = means(DATA["promises.csv"], "promised_level")
G1, G2, G3, G4, G5 = minus(M, E), minus(S, M), minus(D, S), minus(D, A), minus(P, E)
GUEST_IMPORTANCE = means(SURVEY, "importance")
MANAGER_IMPORTANCE = means(BELIEFS, "believed_importance")
OVERRATED = minus(MANAGER_IMPORTANCE, GUEST_IMPORTANCE)


# Files


@pytest.mark.parametrize("name", COLUMNS)
def test_columns(name: str) -> None:
    """Each file has its columns, in order, and no empty cell."""
    assert list(DATA[name][0]) == COLUMNS[name]
    assert all(cell and cell.strip() == cell for row in DATA[name] for cell in row.values())


def test_row_counts() -> None:
    """120 guests, 6 managers, 8 visits; each one has all ten attributes once."""
    for name, who, count in (
        ("guest_survey.csv", "guest_id", 120),
        ("manager_beliefs.csv", "manager", 6),
        ("audit.csv", "visit_id", 8),
    ):
        pairs = [(r[who], r["attribute_id"]) for r in DATA[name]]
        assert len(pairs) == len(set(pairs)) == count * len(IDS)
        assert {pair[1] for pair in pairs} == set(IDS)
        assert len({pair[0] for pair in pairs}) == count


def test_attributes() -> None:
    """The ten ids stand once each, with a dimension of the five; all five occur."""
    rows = DATA["attributes.csv"]
    assert tuple(r["attribute_id"] for r in rows) == IDS
    assert {r["servqual_dimension"] for r in rows} == {
        "tangibles",
        "reliability",
        "responsiveness",
        "assurance",
        "empathy",
    }


def test_standards_and_promises_cover_all_attributes() -> None:
    """One standard and at least one promise for each attribute; promise ids are unique."""
    assert tuple(r["attribute_id"] for r in DATA["standards.csv"]) == IDS
    promises = DATA["promises.csv"]
    assert {r["attribute_id"] for r in promises} == set(IDS)
    assert len({r["promise_id"] for r in promises}) == len(promises)


def test_website_promises() -> None:
    """The website makes the two promises of the story."""
    website = {
        r["attribute_id"]: r["text"].lower()
        for r in DATA["promises.csv"]
        if r["channel"] == "website"
    }
    assert website["quiet_night"] == "quiet nights, always."
    assert website["check_in_speed"] == "at your room in three minutes."


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("guest_survey.csv", "expectation"),
        ("guest_survey.csv", "perception"),
        ("manager_beliefs.csv", "believed_expectation"),
        ("audit.csv", "delivered_level"),
    ],
)
def test_ratings_are_integers_1_to_7(name: str, column: str) -> None:
    """People's ratings are whole numbers from 1 to 7."""
    assert all(re.fullmatch("[1-7]", r[column]) for r in DATA[name])


@pytest.mark.parametrize(
    ("name", "column"),
    [("standards.csv", "specified_level"), ("promises.csv", "promised_level")],
)
def test_auditor_levels_have_one_decimal(name: str, column: str) -> None:
    """Levels of texts have one decimal and lie between 1 and 7."""
    for row in DATA[name]:
        assert re.fullmatch(r"\d\.\d", row[column])
        assert 1 <= float(row[column]) <= 7


@pytest.mark.parametrize(
    ("name", "who", "column", "step"),
    [
        ("guest_survey.csv", "guest_id", "importance", 5),
        ("manager_beliefs.csv", "manager", "believed_importance", 1),
    ],
)
def test_importance_sums_to_100(name: str, who: str, column: str, step: int) -> None:
    """Each person splits exactly 100 points, whole and not negative."""
    totals: dict[str, int] = {}
    for row in DATA[name]:
        points = int(row[column])
        assert 0 <= points <= 100
        assert points % step == 0
        totals[row[who]] = totals.get(row[who], 0) + points
    assert set(totals.values()) == {100}


def test_audit_dates() -> None:
    """One date in 2026 per visit, in order; four of the eight are Fridays."""
    dates = {r["visit_id"]: datetime.date.fromisoformat(r["date"]) for r in DATA["audit.csv"]}
    assert len({(r["visit_id"], r["date"]) for r in DATA["audit.csv"]}) == 8
    assert list(dates.values()) == sorted(set(dates.values()))
    assert {d.year for d in dates.values()} == {2026}
    assert sum(d.weekday() == 4 for d in dates.values()) == 4


def test_hotel_profile() -> None:
    """profile.yaml fits its schema; shares add up to 1."""
    schema = json.loads(
        (DATA_DIR.parent / "schema" / "hotel" / "profile.json").read_text(encoding="utf-8")
    )
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(HOTEL)
    assert sum(s["share"] for s in HOTEL["guest_segments"]) == pytest.approx(1)


def test_profile_and_tables_agree() -> None:
    """Segments, their shares and the managers are the same in profile.yaml and the CSVs."""
    guests = {r["guest_id"]: r["segment"] for r in SURVEY}
    for segment in HOTEL["guest_segments"]:
        count = list(guests.values()).count(segment["id"])
        assert count == pytest.approx(segment["share"] * 120)
    assert set(guests.values()) == {s["id"] for s in HOTEL["guest_segments"]}
    managers = {p["role"] for p in HOTEL["people"] if p["manager"]}
    assert {r["manager"] for r in BELIEFS} == managers


def test_generator_gives_the_same_bytes(tmp_path: Path) -> None:
    """A new run gives each CSV file byte for byte."""
    subprocess.run([sys.executable, str(GENERATOR), str(tmp_path)], check=True)
    assert {p.name for p in tmp_path.iterdir()} == set(COLUMNS)
    for name in COLUMNS:
        assert (tmp_path / name).read_bytes() == (DATA_DIR / name).read_bytes()


# Properties built in on purpose


def test_gap_1() -> None:
    """Gap 1 is worst at quiet night and problem solving, positive at the lobby, small at Wi-Fi."""
    assert worst(G1, 2) == {"quiet_night", "problem_solving"}
    assert worst(G1, 1) == {"quiet_night"}
    assert max(G1["quiet_night"], G1["problem_solving"]) <= -1.0
    assert all(G1[i] > -0.6 for i in IDS if i not in {"quiet_night", "problem_solving"})
    assert max(G1, key=lambda i: G1[i]) == "lobby_design"
    assert G1["lobby_design"] >= 0.8


def test_gap_2() -> None:
    """Gap 2 is worst at Wi-Fi, by at least half a point."""
    assert worst(G2, 1) == {"wifi"}
    assert all(G2[i] - G2["wifi"] >= 0.5 for i in IDS if i != "wifi")


def test_gap_3() -> None:
    """Gap 3 is worst at check-in, by at least half a point."""
    assert worst(G3, 1) == {"check_in_speed"}
    assert all(G3[i] - G3["check_in_speed"] >= 0.5 for i in IDS if i != "check_in_speed")


def test_gap_3_comes_from_fridays() -> None:
    """Check-in meets the standard on other days and is far below it on Fridays."""
    levels: dict[bool, list[int]] = {True: [], False: []}
    for row in DATA["audit.csv"]:
        if row["attribute_id"] == "check_in_speed":
            friday = datetime.date.fromisoformat(row["date"]).weekday() == 4
            levels[friday].append(int(row["delivered_level"]))
    assert mean(levels[True]) <= S["check_in_speed"] - 2
    assert mean(levels[False]) >= S["check_in_speed"] - 0.3


def test_gap_4() -> None:
    """Gap 4 is worst at quiet night and check-in, each below -2."""
    assert worst(G4, 2) == {"quiet_night", "check_in_speed"}
    assert max(G4["quiet_night"], G4["check_in_speed"]) <= -2


def test_gap_4_without_gap_3() -> None:
    """Quiet night is nearly delivered as written (gap 3), yet far below the promise (gap 4)."""
    assert G3["quiet_night"] >= -0.4
    assert G4["quiet_night"] <= -2


def test_gap_5() -> None:
    """Gap 5 is most negative at quiet night and not negative at the three strong points."""
    assert worst(G5, 1) == {"quiet_night"}
    assert all(G5[i] >= -0.1 for i in ("breakfast", "thermal_pool", "friendliness"))
    assert G5["lobby_design"] >= 0.8


def test_managers_rank_importance_differently() -> None:
    """Rank correlation between -0.2 and 0.6; lobby most overrated, quiet night most underrated."""
    assert -0.2 < spearman(MANAGER_IMPORTANCE, GUEST_IMPORTANCE) < 0.5
    assert max(OVERRATED, key=lambda i: OVERRATED[i]) == "lobby_design"
    assert min(OVERRATED, key=lambda i: OVERRATED[i]) == "quiet_night"
    assert max(MANAGER_IMPORTANCE, key=lambda i: MANAGER_IMPORTANCE[i]) == "lobby_design"
    assert max(GUEST_IMPORTANCE, key=lambda i: GUEST_IMPORTANCE[i]) == "quiet_night"


def test_no_ties_in_importance() -> None:
    """Mean importances differ, so the ranks do not depend on how ties are treated."""
    assert len(set(MANAGER_IMPORTANCE.values())) == len(IDS)
    assert len(set(GUEST_IMPORTANCE.values())) == len(IDS)


def test_business_travellers_care_more_about_wifi() -> None:
    """At least 10 points more than couples."""
    assert segment_importance("wifi", "business") - segment_importance("wifi", "couple") >= 10


def test_a_mean_hides_people() -> None:
    """Clear bill: mean gap 5 near zero, but a quarter or more of the guests are below."""
    gaps = gap_5("clear_bill")
    assert abs(mean(gaps)) <= 0.15
    assert mean(gap < 0 for gap in gaps) >= 0.25
    assert mean(gap_5("clear_bill", ["business", "conference"])) <= -0.4
    assert mean(gap_5("clear_bill", ["couple", "tour_group"])) >= 0.4


def test_quiet_night_has_two_groups() -> None:
    """Few guests stand near the mean: many heard noise (3 or less), many did not (5 or more)."""
    ratings = [int(r["perception"]) for r in SURVEY if r["attribute_id"] == "quiet_night"]
    assert mean(r <= 3 for r in ratings) >= 0.3
    assert mean(r >= 5 for r in ratings) >= 0.3


def met(item: str, **only: str) -> list[int]:
    """Whether an item of the checklist was met, by visit in order; `only` those visits."""
    return [
        int(row["met"])
        for row in DATA["mystery_visits.csv"]
        if row["item_id"] == item and all(row[name] == value for name, value in only.items())
    ]


def test_mystery_visits() -> None:
    """24 visits with the same eight items, two a month, eight in each shift, four on a Friday."""
    rows = DATA["mystery_visits.csv"]
    visits = {row["visit_id"]: (row["date"], row["shift"]) for row in rows}
    assert list(visits) == [f"m{number:02d}" for number in range(1, 25)]
    items = {row["item_id"] for row in rows}
    assert len(items) == 8
    assert len({(row["visit_id"], row["item_id"]) for row in rows}) == len(rows) == 24 * 8
    dates = [datetime.date.fromisoformat(date) for date, _ in visits.values()]
    assert dates == sorted(set(dates))
    assert [date.month for date in dates] == [month for month in range(1, 13) for _ in "ab"]
    assert sum(date.weekday() == 4 for date in dates) == 4
    shifts = [shift for _, shift in visits.values()]
    assert {shifts.count(shift) for shift in ("early", "late", "night")} == {8}
    assert {row["met"] for row in rows} == {"0", "1"}


def test_eight_mystery_visits_mislead() -> None:
    """The name was used in all of the first eight visits, and in 9 of the 16 that follow."""
    used = met("name_used")
    assert (sum(used[:8]), sum(used[8:])) == (8, 9)


def test_shifts_differ_by_chance() -> None:
    """One chance in every shift, and three different shares."""
    assert [sum(met("name_used", shift=s)) for s in ("early", "late", "night")] == [7, 6, 4]


def test_the_late_shift_fails_on_fridays_alone() -> None:
    """The key was late in all four visits on a Friday, and in no other visit of that shift."""
    late = [
        (datetime.date.fromisoformat(row["date"]).weekday() == 4, row["met"])
        for row in DATA["mystery_visits.csv"]
        if row["item_id"] == "key_in_five" and row["shift"] == "late"
    ]
    assert sorted(late) == [(False, "1")] * 4 + [(True, "0")] * 4
    assert sum(met("key_in_five", shift="early")) == 8
    assert sum(met("key_in_five", shift="night")) == 7


# What the package makes of them


def test_quality_costs_add_up_by_kind() -> None:
    """Failures are four fifths of the cost of quality, and 30 lost guests cost 400 euros each."""
    costs = DATA["quality_costs.csv"]
    sums: dict[str, int] = {}
    for row in costs:
        sums[row["kind"]] = sums.get(row["kind"], 0) + int(row["euros"])
    sums.pop("ordinary")
    assert sums == {
        "prevention": 20_000,
        "appraisal": 40_000,
        "internal_failure": 90_000,
        "external_failure": 150_000,
    }
    assert len(costs) == len({row["item_id"] for row in costs}) == 18
    (lost,) = [row for row in costs if row["item_id"] == "lost_guests"]
    assert int(lost["euros"]) == 30 * 400


def test_a_ride_is_worth_more_than_it_costs_to_business_travellers_only() -> None:
    rides = DATA["ride_survey.csv"]
    for segment, below in (("couple", True), ("conference", True), ("business", False)):
        worth = mean(float(r["worth"]) for r in rides if r["segment"] == segment)
        assert (worth < 9) is below


def test_a_free_ride_decided_for_three_riders() -> None:
    free = [r["segment"] for r in DATA["ride_survey.csv"] if r["decided"] == "free"]
    assert sorted(free) == ["conference", "conference", "couple"]


def test_levels_and_importances_are_the_means_of_the_tables() -> None:
    """One entry per attribute, in order, with the six levels and the two importances."""
    found = hotel.levels()
    assert [level["id"] for level in found] == list(IDS)
    columns = {
        "expectation": E,
        "belief": M,
        "standard": S,
        "delivery": D,
        "promise": A,
        "perception": P,
        "guest_importance": GUEST_IMPORTANCE,
        "manager_importance": MANAGER_IMPORTANCE,
    }
    for level in found:
        assert set(level) == {"id", *columns}
        for name, values in columns.items():
            assert level[name] == pytest.approx(values[level["id"]])


@pytest.mark.parametrize("segment", [s["id"] for s in HOTEL["guest_segments"]])
def test_means_of_a_segment_are_of_its_guests_alone(segment: str) -> None:
    """Importance and expectation as in the rows of that segment."""
    own = [row for row in SURVEY if row["segment"] == segment]
    for column in ("importance", "expectation", "perception"):
        expected = means(own, column)
        assert hotel.means("guest_survey", column, segment) == pytest.approx(expected)
    assert hotel.means("guest_survey", "importance") == pytest.approx(GUEST_IMPORTANCE)


def test_attributes_and_segments_have_their_labels() -> None:
    """Ids in the order of the files."""
    labels = {row["attribute_id"]: row["label"] for row in DATA["attributes.csv"]}
    assert hotel.attributes() == labels
    assert list(hotel.segments()) == [s["id"] for s in HOTEL["guest_segments"]]
