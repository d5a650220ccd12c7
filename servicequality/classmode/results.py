"""What a class answered, as plain data: pure functions of the answers to a subject.

An answer is a `Flat` of `servicequality.classmode.subjects`: values by the keys of entries.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from servicequality.classmode.subjects import NUMBER, OPTIONS, TEXT, Entry, Flat
from servicequality.core.numbers import compare, mean

# A number with a bin for each of its steps has at most so many; any other has BINS.
MOST_STEPS = 21
BINS = 10


def distribution(entry: Entry, answers: Sequence[Flat]) -> dict[str, Any]:
    """How a class answered one entry.

    It has all of `Entry.plain`, `answers` (students whose answer has a value here) and `values`
    (how many values; more where rows come and go or several options may be ticked). Besides:

    - options: `options`, each with `id`, `label`, `count`, and `share` of those who answered, from
      0 to 1. Where several may be ticked, the shares may add up to more than 1, and who ticked
      nothing answered too;
    - numbers: `mean`, `median`, `lower` and `upper` quartile, `lowest`, `highest` (None for no
      value), and `bins`, each with `low`, `high` and `count`;
    - texts: nothing more. They are shown one by one, after moderation.
    """
    values = [value for answer in answers for value in answer.get(entry.key, [])]
    with_value = sum(bool(answer.get(entry.key)) for answer in answers)
    found = {**entry.plain, "answers": with_value, "values": len(values)}
    if entry.kind == OPTIONS:
        found["answers"] = len(answers) if entry.several else with_value
        # In a table whose rows come and go one student may have several values.
        base = found["answers"] if entry.several else len(values)
        counts = Counter(values)
        found["options"] = [
            {
                "id": name,
                "label": label,
                "count": counts[name],
                "share": counts[name] / base if base else 0.0,
            }
            for name, label in entry.options
        ]
    elif entry.kind == NUMBER:
        found |= figures(values)
        found["bins"] = bins(entry, values)
    return found


def figures(values: Sequence[float]) -> dict[str, float | None]:
    """Mean, median, quartiles and ends of numbers; None for each where there are none."""
    names = ("mean", "median", "lower", "upper", "lowest", "highest")
    if not values:
        return dict.fromkeys(names)
    ordered = sorted(float(value) for value in values)
    found = (
        mean(ordered),
        quantile(ordered, 0.5),
        quantile(ordered, 0.25),
        quantile(ordered, 0.75),
        ordered[0],
        ordered[-1],
    )
    return dict(zip(names, found, strict=True))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which a share of at least one ascending numbers lies.

    Between two numbers by a straight line, as numpy does by default (Hyndman and Fan's type 7).
    """
    place = (len(ordered) - 1) * share
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def bins(entry: Entry, values: Sequence[float]) -> list[dict[str, Any]]:
    """Numbers counted by bins over the range declared, else over that of the values.

    A slider with few steps has a bin for each, `low` and `high` being equal; a value between two
    steps counts for the nearer one. Otherwise the bins are equally wide, and a value on the border
    of two belongs to the upper one, save the highest.
    """
    low, high = entry.minimum, entry.maximum
    if low is None or high is None:
        if not values:
            return []
        low, high = min(values), max(values)
    if entry.step and (high - low) / entry.step < MOST_STEPS - 0.5:
        step, count = entry.step, round((high - low) / entry.step) + 1
        counts = Counter(min(count - 1, max(0, round((value - low) / step))) for value in values)
        places = [round(low + step * number, 9) for number in range(count)]
        return [
            {"low": place, "high": place, "count": counts[number]}
            for number, place in enumerate(places)
        ]
    if compare(low, high) == 0:
        return [{"low": low, "high": high, "count": len(values)}]
    width = (high - low) / BINS
    counts = Counter(
        min(BINS - 1, max(0, math.floor((value - low) / width + 1e-9))) for value in values
    )
    return [
        {"low": low + width * number, "high": low + width * (number + 1), "count": counts[number]}
        for number in range(BINS)
    ]


def scatter(x: str, y: str, answers: Sequence[Flat]) -> list[dict[str, Any]]:
    """Two numbers of each student against each other: `x`, `y`, `count`, in ascending order.

    Who has not exactly one value of both is left out.
    """
    pairs = Counter(
        (float(answer[x][0]), float(answer[y][0]))
        for answer in answers
        if len(answer.get(x, [])) == 1 and len(answer.get(y, [])) == 1
    )
    return [{"x": pair[0], "y": pair[1], "count": pairs[pair]} for pair in sorted(pairs)]


def gap_profile(
    pairs: Sequence[tuple[str, str, str]], answers: Sequence[Flat]
) -> list[dict[str, Any]]:
    """The gaps of a class: for each (id, key of P, key of E), over the students who have both.

    Dicts with `id`, `count`, `perception` and `expectation` (means), `gap` (the mean of P − E) and
    `below` (the share of students whose P is below their E); None where nobody has both.
    """
    found = []
    for name, perceived, expected in pairs:
        both = [(point["x"], point["y"]) for point in scatter(perceived, expected, answers)
                for _ in range(point["count"])]  # fmt: skip
        row: dict[str, Any] = {"id": name, "count": len(both)}
        if both:
            differences = [p - e for p, e in both]
            row["perception"] = mean([p for p, _ in both])
            row["expectation"] = mean([e for _, e in both])
            row["gap"] = mean(differences)
            row["below"] = sum(compare(d, 0.0) < 0 for d in differences) / len(both)
        else:
            row |= dict.fromkeys(("perception", "expectation", "gap", "below"))
        found.append(row)
    return found


def computed_profile(
    results: Sequence[Mapping[str, Any]], rows: str, name: str, number: str
) -> list[dict[str, Any]]:
    """A row of numbers that each student's exercise computed, over the class.

    `results` are what `compute` gave for each student. Each has a list `rows` of dicts with an id
    under `name` and a number under `number`. Gives dicts with `id`, `count`, `below` (the share of
    students whose number is below 0) and all of `figures`, in the order in which ids come.
    """
    numbers: dict[str, list[float]] = {}
    for result in results:
        for row in result[rows]:
            numbers.setdefault(row[name], []).append(float(row[number]))
    return [
        {
            "id": key,
            "count": len(found),
            "below": sum(compare(value, 0.0) < 0 for value in found) / len(found),
            **figures(found),
        }
        for key, found in numbers.items()
    ]


def moves(entry: Entry, first: Mapping[str, Flat], second: Mapping[str, Flat]) -> dict[str, Any]:
    """Who changed an answer from one round to the next; `first` and `second` are by student.

    `both` students answered in both rounds: of them `stayed` and `moved`. `only_first` and
    `only_second` are the others. For one choice of several, `from` maps the id chosen first to
    counts by the id chosen then. For one number, `up` and `down` say which way. Where some answers
    are right, `to_right` and `from_right` count those who came to a right one and who left one.
    """
    there = [name for name in first if name in second]
    pairs = [(first[name].get(entry.key, []), second[name].get(entry.key, [])) for name in there]
    stayed = sum(same(entry, before, after) for before, after in pairs)
    found: dict[str, Any] = {
        "both": len(pairs),
        "stayed": stayed,
        "moved": len(pairs) - stayed,
        "only_first": len(first) - len(there),
        "only_second": len(second) - len(there),
    }
    if entry.kind == OPTIONS and not entry.several:
        table = {name: {other: 0 for other, _ in entry.options} for name, _ in entry.options}
        for before, after in pairs:
            if len(before) == len(after) == 1:
                table[before[0]][after[0]] += 1
        found["from"] = table
    if entry.kind == NUMBER:
        steps = [compare(after[0], before[0]) for before, after in pairs
                 if len(before) == len(after) == 1]  # fmt: skip
        found["up"], found["down"] = steps.count(1), steps.count(-1)
    if entry.right and entry.kind != TEXT:
        judged = [(hits(entry, before), hits(entry, after)) for before, after in pairs]
        found["to_right"] = sum(after and not before for before, after in judged)
        found["from_right"] = sum(before and not after for before, after in judged)
    return found


def same(entry: Entry, before: Sequence[Any], after: Sequence[Any]) -> bool:
    """Whether two lists of values are the same answer to an entry."""
    if entry.kind == NUMBER:
        return len(before) == len(after) and all(
            compare(a, b) == 0 for a, b in zip(before, after, strict=True)
        )
    return list(before) == list(after)


def hits(entry: Entry, values: Sequence[Any]) -> bool:
    """Whether values are the right ones, no more and no fewer where several may be ticked."""
    if entry.several:
        return set(values) == set(entry.right)
    if entry.kind == NUMBER:
        return len(values) == 1 and any(
            compare(abs(values[0] - right), entry.tolerance) <= 0 for right in entry.right
        )
    return len(values) == 1 and values[0] in entry.right
