"""Write the CSV files of Hotel Yasen. The hotel is invented; all figures are synthetic.

Use: python generate.py OUTDIR

Only the standard library is used. The only sources of chance are
random.Random(SEED).random() and, for tables that came later, sources with seeds of their own.
The normal transform adds twelve uniform numbers, and floats are added with math.fsum, so every
Python version gives the same bytes.
"""

from __future__ import annotations

import csv
import datetime
import math
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

SEED = 2026
MYSTERY_SEED = 2709  # the mystery visits have a source of chance of their own
RIDE_SEED = 64  # the survey of riders has a source of chance of its own
GUESTS = 120  # guests in the survey
POINTS = 100  # points that each person splits over the ten attributes
GUEST_STEP = 5  # points: guests split in fives
MANAGER_STEP = 1  # points: managers split in ones
UNIFORMS_PER_NORMAL = 12

Row = Sequence[object]  # one line of a CSV file: text and whole numbers
Table = tuple[Sequence[str], Sequence[Row]]  # header, lines

# attribute_id, label, statement (own wording), servqual_dimension
ATTRIBUTES: tuple[tuple[str, str, str, str], ...] = (
    ("quiet_night", "Quiet night", "At night my room is quiet enough to sleep.", "reliability"),
    ("wifi", "Wi-Fi", "The Wi-Fi in my room works each time I need it.", "reliability"),
    ("check_in_speed", "Check-in speed", "I get my key soon after I arrive.", "responsiveness"),
    ("cleanliness", "Cleanliness", "My room and bathroom are clean in every corner.", "tangibles"),
    ("friendliness", "Friendliness", "Staff are warm to me and remember my wishes.", "empathy"),
    ("breakfast", "Breakfast", "The breakfast is fresh and has enough choice.", "tangibles"),
    ("thermal_pool", "Thermal pool", "The thermal pool is warm, clean and safe.", "tangibles"),
    ("lobby_design", "Lobby design", "The lobby looks modern and beautiful.", "tangibles"),
    (
        "problem_solving",
        "Problem solved at first contact",
        "The first employee I ask knows what to do and solves my problem.",
        "assurance",
    ),
    ("clear_bill", "Clear bill", "I understand my bill, and every line is right.", "reliability"),
)
IDS: tuple[str, ...] = tuple(row[0] for row in ATTRIBUTES)

# segment: share of guests (the same shares stand in profile.yaml)
SEGMENTS: dict[str, float] = {
    "couple": 0.40,
    "business": 0.25,
    "conference": 0.15,
    "tour_group": 0.20,
}

# One year's costs by kind, in euros. Ordinary costs have no sum of their own.
COST_SUMS: dict[str, int] = {
    "prevention": 20_000,
    "appraisal": 40_000,
    "internal_failure": 90_000,
    "external_failure": 150_000,
}
COST_STEP = 100  # euros: costs are split in hundreds
COST_SPREAD = 0.06  # standard deviation of a cost, as a share of its plan
COST_SEED = 5  # added to the seed, so that the older tables stay as they are

# item_id, label, department, kind, planned euros a year. A fixed amount is kept as it is.
COSTS: tuple[tuple[str, str, str, str, int], ...] = (
    (
        "new_staff_training",
        "Training new staff before their first shift",
        "all",
        "prevention",
        9_200,
    ),
    (
        "room_checks",
        "A supervisor checks rooms after cleaning",
        "housekeeping",
        "appraisal",
        21_000,
    ),
    (
        "recleaned_rooms",
        "Cleaning rooms a second time after a check",
        "housekeeping",
        "internal_failure",
        24_000,
    ),
    (
        "refunds",
        "Refunds and free nights for guests who complained",
        "front office",
        "external_failure",
        44_000,
    ),
    (
        "daily_cleaning",
        "Daily cleaning of the rooms, as planned",
        "housekeeping",
        "ordinary",
        212_000,
    ),
    ("mystery_visits", "Mystery visits, 24 in the year", "management", "appraisal", 3_600),
    (
        "thrown_dishes",
        "Dishes thrown away in the kitchen and cooked again",
        "food and beverage",
        "internal_failure",
        29_000,
    ),
    (
        "pump_service",
        "Servicing boilers and pool pumps before they fail",
        "technical",
        "prevention",
        6_400,
    ),
    (
        "sent_elsewhere",
        "Taxis and rooms elsewhere for guests whose room was sold twice",
        "front office",
        "external_failure",
        17_000,
    ),
    (
        "guest_survey",
        "Asking guests in a survey and reading the answers",
        "marketing",
        "appraisal",
        7_300,
    ),
    (
        "bookings_put_right",
        "Putting wrong bookings right before the guest arrives",
        "front office",
        "internal_failure",
        13_000,
    ),
    (
        "complaint_hours",
        "Hours spent on complaints and on answers to bad reviews",
        "front office",
        "external_failure",
        35_000,
    ),
    ("lobby_chairs", "New chairs for the lobby", "management", "ordinary", 38_000),
    ("water_tests", "Laboratory tests of pool water and kitchen", "spa", "appraisal", 7_600),
    (
        "agency_discounts",
        "Discounts for tour operators after their groups complained",
        "marketing",
        "external_failure",
        42_000,
    ),
    (
        "supplier_choice",
        "Choosing suppliers of linen and food with care",
        "food and beverage",
        "prevention",
        4_400,
    ),
    (
        "blocked_rooms",
        "Rooms blocked because the hotel found that a repair had failed",
        "technical",
        "internal_failure",
        24_000,
    ),
    (
        "lost_guests",
        "Lost margin of 30 guests who left for good after a failure",
        "all",
        "external_failure",
        12_000,
    ),
)
# Not left to chance: 30 guests of 400 euros, and what is no quality cost.
FIXED_COSTS = ("lost_guests", "mystery_visits", "daily_cleaning", "lobby_chairs")

# Guests: points of importance, expected level, level perceived when nothing goes wrong
GUEST_IMPORTANCE: dict[str, float] = {
    "quiet_night": 19.0,
    "wifi": 11.0,
    "check_in_speed": 9.0,
    "cleanliness": 16.0,
    "friendliness": 10.5,
    "breakfast": 9.5,
    "thermal_pool": 11.5,
    "lobby_design": 2.5,
    "problem_solving": 6.0,
    "clear_bill": 5.0,
}
GUEST_EXPECTATION: dict[str, float] = {
    "quiet_night": 6.5,
    "wifi": 6.2,
    "check_in_speed": 6.0,
    "cleanliness": 6.5,
    "friendliness": 5.9,
    "breakfast": 5.5,
    "thermal_pool": 5.8,
    "lobby_design": 4.4,
    "problem_solving": 5.9,
    "clear_bill": 5.8,
}
GUEST_PERCEPTION: dict[str, float] = {
    "quiet_night": 5.3,
    "wifi": 4.8,
    "check_in_speed": 5.4,
    "cleanliness": 6.4,
    "friendliness": 6.3,
    "breakfast": 6.0,
    "thermal_pool": 6.1,
    "lobby_design": 5.8,
    "problem_solving": 5.0,
    "clear_bill": 5.8,
}

# (segment, attribute): factor on importance
IMPORTANCE_FACTORS: dict[tuple[str, str], float] = {
    ("couple", "wifi"): 0.6,
    ("couple", "thermal_pool"): 1.5,
    ("business", "wifi"): 2.1,
    ("business", "check_in_speed"): 1.4,
    ("business", "thermal_pool"): 0.4,
    ("conference", "wifi"): 1.5,
    ("conference", "clear_bill"): 1.5,
    ("conference", "thermal_pool"): 0.6,
    ("tour_group", "breakfast"): 1.4,
    ("tour_group", "wifi"): 0.7,
}
# (segment, attribute): scale points added to the expected level
EXPECTATION_SHIFTS: dict[tuple[str, str], float] = {
    ("couple", "wifi"): -0.2,
    ("business", "wifi"): 0.6,
    ("couple", "thermal_pool"): 0.3,
    ("business", "thermal_pool"): -0.5,
    ("business", "check_in_speed"): 0.3,
}
# (segment, attribute): scale points added to the perceived level
PERCEPTION_SHIFTS: dict[tuple[str, str], float] = {
    ("couple", "clear_bill"): 0.6,
    ("tour_group", "clear_bill"): 0.6,
    ("business", "clear_bill"): -0.7,
    ("conference", "clear_bill"): -1.2,
    ("tour_group", "breakfast"): -0.3,
}
# (segment, attribute): share of guests that meet the weak point of the hotel
WEAK_POINT_SHARES: dict[tuple[str, str], float] = {
    # half of the rooms face the street
    **{(segment, "quiet_night"): 0.50 for segment in SEGMENTS},
    # one room in four is on the third floor
    **{(segment, "wifi"): 0.25 for segment in SEGMENTS},
    # arrival on a Friday afternoon
    ("couple", "check_in_speed"): 0.60,
    ("business", "check_in_speed"): 0.10,
    ("conference", "check_in_speed"): 0.20,
    ("tour_group", "check_in_speed"): 0.20,
}
# attribute: scale points added to the perceived level of a guest that meets the weak point
WEAK_POINT_SHIFTS: dict[str, float] = {
    "quiet_night": -2.4,
    "wifi": -2.0,
    "check_in_speed": -2.4,
}

# Spread (standard deviation): scale points, or share of the importance
SPREAD_STRICTNESS = 0.3  # between guests, all expectations of one guest
SPREAD_EXPECTATION = 0.7
SPREAD_MOOD = 0.3  # between guests, all perceptions of one guest
SPREAD_PERCEPTION = 0.8
SPREAD_IMPORTANCE = 0.4
SPREAD_MANAGER_IMPORTANCE = 0.25
SPREAD_MANAGER_EXPECTATION = 0.5
SPREAD_AUDIT = 0.5

MANAGERS: tuple[str, ...] = (
    "general_manager",
    "front_office_manager",
    "head_housekeeper",
    "food_and_beverage_manager",
    "spa_manager",
    "sales_manager",
)
MANAGER_IMPORTANCE: dict[str, float] = {
    "quiet_night": 7.0,
    "wifi": 11.0,
    "check_in_speed": 9.0,
    "cleanliness": 13.0,
    "friendliness": 10.5,
    "breakfast": 9.5,
    "thermal_pool": 13.5,
    "lobby_design": 19.0,
    "problem_solving": 4.0,
    "clear_bill": 3.5,
}
MANAGER_EXPECTATION: dict[str, float] = {
    "quiet_night": 4.8,
    "wifi": 6.1,
    "check_in_speed": 5.9,
    "cleanliness": 6.4,
    "friendliness": 5.9,
    "breakfast": 5.7,
    "thermal_pool": 6.2,
    "lobby_design": 6.0,
    "problem_solving": 4.6,
    "clear_bill": 5.7,
}

# attribute_id: standard (what is written), specified_level
STANDARDS: dict[str, tuple[str, float]] = {
    "quiet_night": (
        "After a call about noise in the hotel, reception acts within 15 minutes.",
        4.6,
    ),
    "wifi": (
        "There is a Wi-Fi signal in the lobby and in every corridor.",
        3.6,
    ),
    "check_in_speed": (
        "A guest has the room key no later than five minutes after arrival, on every day.",
        5.9,
    ),
    "cleanliness": (
        "Each room is checked with a list of 30 points before a guest gets it.",
        6.3,
    ),
    "friendliness": (
        "Staff greet each guest first and use the guest's name at check-in.",
        5.6,
    ),
    "breakfast": (
        "Breakfast is open from 7:00 to 10:30. An empty dish is filled within five minutes.",
        5.6,
    ),
    "thermal_pool": (
        (
            "The water is 34 to 36 degrees Celsius and is tested every two hours. "
            "A lifeguard is there in all opening hours."
        ),
        6.1,
    ),
    "lobby_design": (
        "Flowers are fresh every Monday. The furniture is renewed every three years.",
        6.1,
    ),
    "problem_solving": (
        (
            "The first employee who hears of a problem writes it in the log. "
            "A manager decides within 24 hours."
        ),
        5.0,
    ),
    "clear_bill": (
        "Each line of the bill names the service, the date and the price.",
        5.8,
    ),
}

# Audit: date (2026) of each visit; four of the eight are Fridays
AUDIT_DATES: tuple[str, ...] = (
    "2026-02-13",
    "2026-03-11",
    "2026-04-17",
    "2026-05-19",
    "2026-06-12",
    "2026-07-22",
    "2026-09-18",
    "2026-10-14",
)
AUDIT_FRIDAYS: frozenset[str] = frozenset(("2026-02-13", "2026-04-17", "2026-06-12", "2026-09-18"))
DELIVERED: dict[str, float] = {
    "quiet_night": 4.3,
    "wifi": 3.8,
    "check_in_speed": 4.4,
    "cleanliness": 6.2,
    "friendliness": 6.0,
    "breakfast": 5.9,
    "thermal_pool": 6.1,
    "lobby_design": 6.1,
    "problem_solving": 4.7,
    "clear_bill": 5.6,
}
# scale points: check-in is slower on a Friday and faster on another day
AUDIT_FRIDAY_SHIFT = {"check_in_speed": 1.4}

# Complaints of one year by attribute: how many, and how many of them were solved well.
COMPLAINTS: dict[str, tuple[int, int]] = {
    "quiet_night": (150, 45),
    "wifi": (90, 36),
    "check_in_speed": (84, 42),
    "cleanliness": (33, 27),
    "friendliness": (9, 6),
    "breakfast": (27, 21),
    "thermal_pool": (12, 9),
    "lobby_design": (3, 3),
    "problem_solving": (24, 9),
    "clear_bill": (48, 42),
}
# channel: complaints solved well, complaints not solved well
COMPLAINT_CHANNELS: dict[str, tuple[int, int]] = {
    "in_person": (190, 110),
    "card": (40, 50),
    "review": (10, 80),
}
# whether it was solved well: guests who came back within a year
COMPLAINTS_RETURNED: dict[bool, int] = {True: 180, False: 72}
COMPLAINT_YEAR = 2025
COMPLAINT_FRIDAYS = 0.7  # share of complaints about check-in that come on a Friday
# minutes to the first answer: shortest and longest, by channel and whether it was solved well
COMPLAINT_MINUTES: dict[tuple[str, bool], tuple[int, int]] = {
    ("in_person", True): (1, 25),
    ("in_person", False): (5, 120),
    ("card", True): (30, 600),
    ("card", False): (240, 2_880),
    ("review", True): (240, 2_880),
    ("review", False): (1_440, 20_160),
}
COMPLAINT_SEED = 7  # added to the seed, so that the older tables stay as they are

# promise_id, attribute_id, channel, text, promised_level
PROMISES: tuple[tuple[str, str, str, str, float], ...] = (
    ("p01", "quiet_night", "website", "Quiet nights, always.", 7.0),
    ("p02", "quiet_night", "booking site", "Sleep well in the calm of the mountains.", 6.4),
    ("p03", "wifi", "website", "Free Wi-Fi in the hotel.", 4.6),
    ("p04", "check_in_speed", "website", "At your room in three minutes.", 7.0),
    ("p05", "check_in_speed", "confirmation e-mail", "We expect you. No queue at the desk.", 6.6),
    ("p06", "cleanliness", "booking site", "Clean rooms, checked every day.", 6.1),
    ("p07", "friendliness", "brochure", "People who are glad that you came.", 5.8),
    ("p08", "breakfast", "website", "A fresh breakfast from the farms of the valley.", 5.8),
    ("p09", "thermal_pool", "website", "Warm mineral water in every season.", 6.2),
    ("p10", "thermal_pool", "brochure", "A pool with a view of the forest.", 5.8),
    ("p11", "lobby_design", "brochure", "A lobby made by an award-winning designer.", 6.3),
    ("p12", "problem_solving", "room folder", "Call us at any hour. We listen.", 4.9),
    ("p13", "clear_bill", "confirmation e-mail", "The price that you see is the price.", 5.9),
)

# Mystery visits: date (2026) and the shift in which the shopper arrives
MYSTERY_VISITS: tuple[tuple[str, str], ...] = (
    ("2026-01-13", "early"),
    ("2026-01-23", "late"),
    ("2026-02-04", "night"),
    ("2026-02-17", "late"),
    ("2026-03-05", "early"),
    ("2026-03-18", "night"),
    ("2026-04-01", "early"),
    ("2026-04-24", "late"),
    ("2026-05-06", "night"),
    ("2026-05-20", "early"),
    ("2026-06-02", "late"),
    ("2026-06-17", "night"),
    ("2026-07-09", "early"),
    ("2026-07-17", "late"),
    ("2026-08-05", "night"),
    ("2026-08-18", "late"),
    ("2026-09-02", "early"),
    ("2026-09-17", "night"),
    ("2026-10-07", "early"),
    ("2026-10-20", "late"),
    ("2026-11-04", "night"),
    ("2026-11-13", "late"),
    ("2026-12-02", "early"),
    ("2026-12-09", "night"),
)
MYSTERY_FRIDAYS: frozenset[str] = frozenset(
    ("2026-01-23", "2026-04-24", "2026-07-17", "2026-11-13")
)
# item of the checklist: chance that it is met, the same in every shift
MYSTERY_CHANCE: dict[str, float] = {
    "greeted_first": 0.90,
    "name_used": 0.70,
    "key_in_five": 0.95,
    "hours_told": 0.60,
    "wifi_worked": 0.65,
    "room_clean": 0.95,
    "noise_call": 0.80,
    "bill_right": 0.90,
}
# the same on a Friday, where it differs: the queue of the afternoon
MYSTERY_FRIDAY_CHANCE: dict[str, float] = {"key_in_five": 0.10}

# Riders of the free transfer: segment, how many, mean and spread of what a ride is worth (euros),
# and for how many of them the ride, or that it is free, decided that they came
RIDERS: tuple[tuple[str, int, float, float, int, int], ...] = (
    ("couple", 40, 7.5, 2.0, 3, 1),
    ("business", 24, 12.0, 2.0, 2, 0),
    ("conference", 16, 7.5, 2.0, 1, 2),
)


def uniform_blocks(seed: int, sizes: Mapping[str, int]) -> dict[str, list[float]]:
    """Give named lists of uniform numbers, 0 to below 1, from one seeded source.

    sizes: how many numbers each list has. The lists are filled in the order of sizes.
    """
    source = random.Random(seed)
    return {name: [source.random() for _ in range(size)] for name, size in sizes.items()}


def normals(uniforms: Sequence[float]) -> list[float]:
    """Give normal numbers (mean 0, standard deviation 1, range -6 to 6).

    Each one is the sum of twelve uniform numbers minus 6. No logarithm is used.
    """
    width = UNIFORMS_PER_NORMAL
    return [
        math.fsum(uniforms[start : start + width]) - width / 2
        for start in range(0, len(uniforms), width)
    ]


def centred(values: Sequence[float]) -> list[float]:
    """Give the values minus their mean, so that the new mean is 0 (same unit)."""
    mean = math.fsum(values) / len(values)
    return [value - mean for value in values]


def rating(level: float) -> int:
    """Give the nearest whole rating, 1 to 7 scale points. A half goes up."""
    return min(7, max(1, math.floor(level + 0.5)))


def split_points(weights: Sequence[float], step: int) -> list[int]:
    """Give whole points (0 to 100, sum 100) in proportion to the weights.

    weights: positive numbers. step: smallest part in points; it divides 100.
    """
    return split_whole(weights, POINTS, step)


def split_whole(weights: Sequence[float], whole_sum: int, step: int) -> list[int]:
    """Give whole numbers with the sum whole_sum in proportion to the weights.

    weights: positive numbers. step: smallest part; it divides whole_sum.
    What is left goes to the largest remainders.
    """
    total = math.fsum(weights)
    units = whole_sum // step
    exact = [weight / total * units for weight in weights]
    whole = [math.floor(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
    extra = set(by_remainder[: units - sum(whole)])
    return [step * (unit + (i in extra)) for i, unit in enumerate(whole)]


def weight(points: float, noise: float, spread: float) -> float:
    """Give a positive weight near `points` (unit: points).

    noise: normal number. spread: standard deviation as a share of the points.
    """
    return points * max(0.05, 1.0 + spread * noise)


def segment_list(uniforms: Sequence[float]) -> list[str]:
    """Give the segment of each guest, in mixed order (GUESTS names).

    uniforms: one number (0 to below 1) per guest, for the order.
    """
    blocks = [name for name, share in SEGMENTS.items() for _ in range(round(share * GUESTS))]
    order = sorted(range(GUESTS), key=lambda i: (uniforms[i], i))
    return [blocks[i] for i in order]


def weak_point_shift(segment: str, attribute: str, uniform: float) -> float:
    """Give the shift (scale points, 0 or below) of one guest's perceived level.

    uniform: 0 to below 1. Below the share of the segment, the guest meets the weak point.
    """
    hit = uniform < WEAK_POINT_SHARES.get((segment, attribute), 0.0)
    return WEAK_POINT_SHIFTS.get(attribute, 0.0) if hit else 0.0


def guest_rows(blocks: Mapping[str, Sequence[float]]) -> list[Row]:
    """Give the rows of the survey: guest, segment, attribute, importance, E, P.

    importance: points, sum 100 per guest. E and P: 1 to 7 scale points.
    """
    segments = segment_list(blocks["order"])
    strictness, mood = normals(blocks["strictness"]), normals(blocks["mood"])
    importance, expectation = normals(blocks["importance"]), normals(blocks["expectation"])
    perception = normals(blocks["perception"])
    rows: list[Row] = []
    for guest, segment in enumerate(segments):
        cells = [guest * len(IDS) + k for k in range(len(IDS))]
        points = split_points(
            [
                weight(
                    GUEST_IMPORTANCE[name] * IMPORTANCE_FACTORS.get((segment, name), 1.0),
                    importance[cell],
                    SPREAD_IMPORTANCE,
                )
                for name, cell in zip(IDS, cells, strict=True)
            ],
            GUEST_STEP,
        )
        for name, cell, given in zip(IDS, cells, points, strict=True):
            expected = math.fsum(
                (
                    GUEST_EXPECTATION[name],
                    EXPECTATION_SHIFTS.get((segment, name), 0.0),
                    SPREAD_STRICTNESS * strictness[guest],
                    SPREAD_EXPECTATION * expectation[cell],
                )
            )
            perceived = math.fsum(
                (
                    GUEST_PERCEPTION[name],
                    PERCEPTION_SHIFTS.get((segment, name), 0.0),
                    weak_point_shift(segment, name, blocks["weak_point"][cell]),
                    SPREAD_MOOD * mood[guest],
                    SPREAD_PERCEPTION * perception[cell],
                )
            )
            guest_id = f"g{guest + 1:03d}"
            rows.append((guest_id, segment, name, given, rating(expected), rating(perceived)))
    return rows


def panel_noise(uniforms: Sequence[float], judges: int) -> list[list[float]]:
    """Give one normal number per judge and attribute, mean 0 for each attribute.

    A small panel would miss its mean by chance; the centring stops that.
    """
    numbers = normals(uniforms)
    columns = [centred(numbers[k * judges : (k + 1) * judges]) for k in range(len(IDS))]
    return [[column[judge] for column in columns] for judge in range(judges)]


def manager_rows(blocks: Mapping[str, Sequence[float]]) -> list[Row]:
    """Give the rows of the managers: role, attribute, points (sum 100), M (1 to 7)."""
    importance = panel_noise(blocks["manager_importance"], len(MANAGERS))
    expectation = panel_noise(blocks["manager_expectation"], len(MANAGERS))
    rows: list[Row] = []
    for judge, role in enumerate(MANAGERS):
        points = split_points(
            [
                weight(MANAGER_IMPORTANCE[name], noise, SPREAD_MANAGER_IMPORTANCE)
                for name, noise in zip(IDS, importance[judge], strict=True)
            ],
            MANAGER_STEP,
        )
        for name, given, noise in zip(IDS, points, expectation[judge], strict=True):
            level = MANAGER_EXPECTATION[name] + SPREAD_MANAGER_EXPECTATION * noise
            rows.append((role, name, given, rating(level)))
    return rows


def audit_rows(uniforms: Sequence[float]) -> list[Row]:
    """Give the rows of the audit: visit, date, attribute, D (1 to 7 scale points)."""
    noise = panel_noise(uniforms, len(AUDIT_DATES))
    rows: list[Row] = []
    for visit, date in enumerate(AUDIT_DATES):
        sign = -1.0 if date in AUDIT_FRIDAYS else 1.0
        for name, number in zip(IDS, noise[visit], strict=True):
            day = sign * AUDIT_FRIDAY_SHIFT.get(name, 0.0)
            level = math.fsum((DELIVERED[name], day, SPREAD_AUDIT * number))
            rows.append((f"v{visit + 1}", date, name, rating(level)))
    return rows


def mystery_rows() -> list[Row]:
    """Give the rows of the mystery visits: visit, date, shift, item, met (1) or not (0).

    They have a source of chance of their own, so that no other table depends on them.
    """
    source = random.Random(MYSTERY_SEED)
    rows: list[Row] = []
    for number, (date, shift) in enumerate(MYSTERY_VISITS, start=1):
        for item, usual in MYSTERY_CHANCE.items():
            friday = MYSTERY_FRIDAY_CHANCE.get(item, usual)
            chance = friday if date in MYSTERY_FRIDAYS else usual
            rows.append((f"m{number:02d}", date, shift, item, int(source.random() < chance)))
    return rows


def cost_rows(seed: int) -> list[Row]:
    """Give one row per cost item: id, label, department, kind, euros a year.

    The costs of each kind add up to COST_SUMS.
    """
    size = len(COSTS) * UNIFORMS_PER_NORMAL
    noise = normals(uniform_blocks(seed + COST_SEED, {"costs": size})["costs"])
    euros = {row[0]: row[4] for row in COSTS}
    for kind, whole in COST_SUMS.items():
        drawn = [i for i, row in enumerate(COSTS) if row[3] == kind and row[0] not in FIXED_COSTS]
        fixed = sum(row[4] for row in COSTS if row[3] == kind and row[0] in FIXED_COSTS)
        weights = [weight(COSTS[i][4], noise[i], COST_SPREAD) for i in drawn]
        for i, amount in zip(drawn, split_whole(weights, whole - fixed, COST_STEP), strict=True):
            euros[COSTS[i][0]] = amount
    return [(*row[:4], euros[row[0]]) for row in COSTS]


def ride_rows() -> list[Row]:
    """Give the rows of the riders: rider, segment, worth (whole euros), what decided.

    They have a source of chance of their own, so that no other table depends on them.
    """
    source = random.Random(RIDE_SEED)
    rows: list[Row] = []
    for segment, number, mean, spread, ride, free in RIDERS:
        uniforms = [source.random() for _ in range(number * UNIFORMS_PER_NORMAL)]
        worths = [max(0, math.floor(mean + spread * z + 0.5)) for z in normals(uniforms)]
        places = [source.random() for _ in range(number)]
        order = sorted(range(number), key=lambda i, places=places: (places[i], i))
        decided = ["none"] * number
        for position, reason in zip(order, ["ride"] * ride + ["free"] * free, strict=False):
            decided[position] = reason
        for worth, reason in zip(worths, decided, strict=True):
            rows.append((f"r{len(rows) + 1:02d}", segment, worth, reason))
    return rows


def mixed(values: Sequence[object], source: random.Random) -> list[object]:
    """Give the values in an order made by chance."""
    numbers = [source.random() for _ in values]
    return [values[i] for i in sorted(range(len(values)), key=lambda i: (numbers[i], i))]


def complaint_date(attribute: str, source: random.Random) -> datetime.date:
    """Give the day of a complaint in COMPLAINT_YEAR; for check-in mostly a Friday."""
    first = datetime.date(COMPLAINT_YEAR, 1, 1)
    on_friday, place = source.random(), source.random()
    if attribute == "check_in_speed" and on_friday < COMPLAINT_FRIDAYS:
        fridays = [first + datetime.timedelta(day) for day in range(365)]
        fridays = [day for day in fridays if day.weekday() == 4]
        return fridays[math.floor(place * len(fridays))]
    return first + datetime.timedelta(math.floor(place * 365))


def complaint_rows(seed: int) -> list[Row]:
    """Give one row per complaint: id, date, attribute, channel, minutes, solved well, returned.

    Minutes to the first answer are 1 or more; the last two are 1 for yes and 0 for no. The numbers
    by attribute, by channel and of guests who returned are fixed; which complaint has which is
    chance, from a source of its own.
    """
    source = random.Random(seed + COMPLAINT_SEED)
    found: list[tuple[datetime.date, str, object, int, int, object]] = []
    for solved in (True, False):
        kinds = [
            name
            for name, (number, well) in COMPLAINTS.items()
            for _ in range(well if solved else number - well)
        ]
        counts = {name: pair[0 if solved else 1] for name, pair in COMPLAINT_CHANNELS.items()}
        channels = mixed([name for name, count in counts.items() for _ in range(count)], source)
        returned = COMPLAINTS_RETURNED[solved]
        back = mixed([int(i < returned) for i in range(len(kinds))], source)
        for name, channel, again in zip(kinds, channels, back, strict=True):
            low, high = COMPLAINT_MINUTES[str(channel), solved]
            minutes = low + math.floor(source.random() * (high - low + 1))
            found.append((complaint_date(name, source), name, channel, minutes, int(solved), again))
    order = sorted(range(len(found)), key=lambda i: (found[i][0], i))
    return [
        (f"c{number:03d}", found[i][0].isoformat(), *found[i][1:])
        for number, i in enumerate(order, start=1)
    ]


def block_sizes() -> dict[str, int]:
    """Give the count of uniform numbers that each part of the data needs."""
    cells, width = GUESTS * len(IDS), UNIFORMS_PER_NORMAL
    managers = len(MANAGERS) * len(IDS) * width
    return {
        "order": GUESTS,
        "strictness": GUESTS * width,
        "mood": GUESTS * width,
        "importance": cells * width,
        "expectation": cells * width,
        "perception": cells * width,
        "weak_point": cells,
        "manager_importance": managers,
        "manager_expectation": managers,
        "audit": len(AUDIT_DATES) * len(IDS) * width,
    }


def tables(seed: int) -> dict[str, Table]:
    """Give all tables: file name, then header and rows. Same seed, same tables."""
    blocks = uniform_blocks(seed, block_sizes())
    return {
        "attributes.csv": (
            ("attribute_id", "label", "statement", "servqual_dimension"),
            ATTRIBUTES,
        ),
        "guest_survey.csv": (
            ("guest_id", "segment", "attribute_id", "importance", "expectation", "perception"),
            guest_rows(blocks),
        ),
        "manager_beliefs.csv": (
            ("manager", "attribute_id", "believed_importance", "believed_expectation"),
            manager_rows(blocks),
        ),
        "standards.csv": (
            ("attribute_id", "standard", "specified_level"),
            [(name, STANDARDS[name][0], f"{STANDARDS[name][1]:.1f}") for name in IDS],
        ),
        "audit.csv": (
            ("visit_id", "date", "attribute_id", "delivered_level"),
            audit_rows(blocks["audit"]),
        ),
        "complaints.csv": (
            (
                "complaint_id",
                "date",
                "attribute_id",
                "channel",
                "first_answer_minutes",
                "solved_well",
                "returned",
            ),
            complaint_rows(seed),
        ),
        "promises.csv": (
            ("promise_id", "attribute_id", "channel", "text", "promised_level"),
            [(*row[:4], f"{row[4]:.1f}") for row in PROMISES],
        ),
        "mystery_visits.csv": (
            ("visit_id", "date", "shift", "item_id", "met"),
            mystery_rows(),
        ),
        "quality_costs.csv": (
            ("item_id", "label", "department", "kind", "euros"),
            cost_rows(seed),
        ),
        "ride_survey.csv": (
            ("rider_id", "segment", "worth", "decided"),
            ride_rows(),
        ),
    }


def write_tables(folder: Path, seed: int = SEED) -> list[Path]:
    """Write all CSV files (UTF-8, line end LF) into the folder; give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for name, (header, rows) in tables(seed).items():
        path = folder / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)
        paths.append(path)
    return paths


def main(arguments: Sequence[str]) -> int:
    """Give the exit code: 0 when the files are written, 2 when the call is wrong."""
    if len(arguments) != 1:
        print("Use: python generate.py OUTDIR", file=sys.stderr)
        return 2
    write_tables(Path(arguments[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
