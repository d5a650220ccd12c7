"""Answers of students who do not exist, so that an instructor can try the board alone.

The same seed gives the same answers, vote by vote. Each student has a seed of its own: more
students never change what the others say. All answers fit the declaration of their subject.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from servicequality.board.words import SIMULATED
from servicequality.classmode.subjects import ExerciseSubject, ItemSubject, Subject, Values
from servicequality.core.answers import key_of

Chance = random.Random
Translate = Callable[[str], str]

# Of the students who were wrong, so many come to the right answer between two votes, and of those
# who were right so many leave it; of all who entered something, so many think again.
TO_RIGHT, FROM_RIGHT, AGAIN = 0.5, 0.06, 0.4


def client_of(seed: int, student: int) -> str:
    """The id under which a simulated student sends, the same in every round."""
    digest = hashlib.sha256(f"{seed}/{student}".encode()).hexdigest()
    return f"rehearsal-{student}-{digest[:24]}"


def simulated(
    subject: Subject, seed: int, student: int, vote: int, translate: Translate = str
) -> Values:
    """What a student answers in a vote on a subject, counted from 1, as a page would send it.

    In a later vote most stay with what they had; of the others more come to a right answer than
    leave one, and numbers come closer to each other. Raises TypeError for a subject of a new kind.
    """
    # What the whole class leans to, and what this student does.
    leaning = random.Random(f"{seed}/{subject.id}")
    chance = random.Random(f"{seed}/{subject.id}/{student}")
    if isinstance(subject, ItemSubject):
        return {"answer": item_answer(subject.item, vote, leaning, chance)}
    if isinstance(subject, ExerciseSubject):
        return exercise_values(subject, vote, leaning, chance, translate)
    raise TypeError(f"No answers can be simulated to {subject.id}.")


# Exercises


def exercise_values(
    subject: ExerciseSubject, vote: int, leaning: Chance, chance: Chance, translate: Translate
) -> Values:
    """Values of all fields. Model answers stay closed and own scores open, as at the start."""
    spec = subject.spec
    teaching = {name for group in spec["groups"] if group["teaching"] for name in group["names"]}
    values = {}
    for field in spec["fields"]:
        # Drawn for every field and vote, so that one does not shift another.
        wish = random.Random(leaning.random())
        first, later = random.Random(chance.random()), random.Random(chance.random())
        if field["name"] in teaching and field["kind"] != "long_text":
            values[field["name"]] = field["default"]
            continue
        enter = ENTER[field["kind"]]
        value = enter(field, wish, first, 1.0, translate)
        for _ in range(1, vote):
            if later.random() < AGAIN:
                wish_again = random.Random(f"{subject.id}/{field['name']}/{wish.random()}")
                value = enter(field, wish_again, later, 0.5, translate)
        values[field["name"]] = value
    return values


def a_number(
    field: Mapping[str, Any], wish: Chance, chance: Chance, spread: float, _translate: Translate
) -> float:
    """A number on a step, around one that the class leans to; `spread` is 1 in a first vote."""
    low, high, step = field["minimum"], field["maximum"], field["step"]
    middle = field["default"] + (wish.random() - 0.5) * (high - low) * 0.3
    value = min(high, max(low, chance.gauss(middle, (high - low) / 7 * spread)))
    steps = min(int((high - low) / step + 1e-9), round((value - low) / step))
    number: float = low + steps * step
    return round(number) if field["whole"] else round(number, 6)


def an_option(
    field: Mapping[str, Any], wish: Chance, chance: Chance, _spread: float, _translate: Translate
) -> str:
    """One of the options; the class has favourites."""
    options = field["options"]
    weights = [wish.random() ** 2 + 0.1 for _ in options]
    chosen: str = chance.choices(options, weights)[0]["id"]
    return chosen


def some_options(
    field: Mapping[str, Any], wish: Chance, chance: Chance, _spread: float, _translate: Translate
) -> list[str]:
    """Some of the options, each more or less liked."""
    likings = [wish.uniform(0.15, 0.8) for _ in field["options"]]
    return [
        option["id"]
        for option, liking in zip(field["options"], likings, strict=True)
        if chance.random() < liking
    ]


def yes_or_no(
    _field: Mapping[str, Any], wish: Chance, chance: Chance, _spread: float, _translate: Translate
) -> bool:
    """Ticked or not."""
    return chance.random() < wish.uniform(0.2, 0.8)


def a_few_words(
    field: Mapping[str, Any], _wish: Chance, chance: Chance, _spread: float, translate: Translate
) -> str:
    """A word or two; sometimes what stands there from the start."""
    names = [name for name in SIMULATED if name.startswith("words_")]
    text = translate(SIMULATED[chance.choice(names)])
    found: str = field["default"] if chance.random() < 0.3 else text
    return found[: field["maximum_length"]]


def a_text(
    field: Mapping[str, Any], _wish: Chance, chance: Chance, _spread: float, translate: Translate
) -> str:
    """One to three sentences; some students write nothing."""
    names = [name for name in SIMULATED if name.startswith("text_")]
    chosen = chance.sample(names, chance.choice((0, 1, 1, 2, 2, 3)))
    text = " ".join(translate(SIMULATED[name]) for name in chosen)
    return text[: field["maximum_length"]]


def some_rows(
    field: Mapping[str, Any], wish: Chance, chance: Chance, spread: float, translate: Translate
) -> list[dict[str, Any]]:
    """A table: all of its rows, or where they come and go those that stand there at the start."""
    there = {row["id"] for row in field["default"]}
    found = []
    for row in field["rows"]:
        # The same leaning for a row, whichever others are there.
        wish_of_row = random.Random(wish.random())
        if field["blank"] is not None and row["id"] not in there:
            continue
        cells = {
            column["name"]: ENTER[column["kind"]](column, wish_of_row, chance, spread, translate)
            for column in field["columns"]
        }
        found.append({"id": row["id"], **cells})
    return found


ENTER: dict[str, Callable[..., Any]] = {
    "slider": a_number,
    "choice": an_option,
    "multiple_choice": some_options,
    "yes_no": yes_or_no,
    "short_text": a_few_words,
    "long_text": a_text,
    "rows": some_rows,
}


# Questions


def item_answer(item: dict[str, Any], vote: int, leaning: Chance, chance: Chance) -> Any:
    """An answer to a question of the bank. About half are right in the first vote."""
    difficulty = leaning.uniform(0.35, 0.6)
    # One wrong answer draws more than the others.
    favourite = leaning.random()
    wrong = WRONG[item["type"]](item, favourite, random.Random(chance.random()))
    right = chance.random() < difficulty
    for _ in range(1, vote):
        right = chance.random() >= FROM_RIGHT if right else chance.random() < TO_RIGHT
    return key_of(item) if right else wrong


def other_than(right: str, ids: Sequence[str], favourite: float, chance: Chance) -> str:
    """An id that is not the right one; one of them is taken more often."""
    wrong = [name for name in ids if name != right]
    liked = wrong[int(favourite * len(wrong))]
    return liked if chance.random() < 0.5 else chance.choice(wrong)


def ids_of(parts: Sequence[Mapping[str, Any]]) -> list[str]:
    """The ids of options, pairs or steps."""
    return [part["id"] for part in parts]


def wrong_single(item: dict[str, Any], favourite: float, chance: Chance) -> str:
    """A wrong option."""
    return other_than(key_of(item), ids_of(item["options"]), favourite, chance)


def wrong_multiple(item: dict[str, Any], favourite: float, chance: Chance) -> list[str]:
    """Options of which at least one is wrong or missing, and never none at all."""
    names, key = ids_of(item["options"]), key_of(item)
    changed = names[int(favourite * len(names))]
    if chance.random() < 0.4:
        changed = chance.choice(names)
    found = [name for name in names if (name in key) != (name == changed)]
    return found or [name for name in names if name not in key][:1] or names


def wrong_true_false(item: dict[str, Any], favourite: float, chance: Chance) -> dict[str, Any]:
    """The wrong answer, or the right one for a wrong reason."""
    key, reasons = key_of(item), ids_of(item["reasons"])
    reason = other_than(key["reason"], reasons, favourite, chance)
    answer = key["answer"] if chance.random() < 0.3 else not key["answer"]
    return {"answer": answer, "reason": reason}


def wrong_matching(item: dict[str, Any], favourite: float, chance: Chance) -> dict[str, str]:
    """Two right sides in each other's place; the class has a pair that it confuses."""
    names = ids_of(item["pairs"])
    one = int(favourite * len(names))
    other = (one + 1) % len(names)
    if chance.random() < 0.4:
        one, other = chance.sample(range(len(names)), 2)
    found = dict(key_of(item))
    found[names[one]], found[names[other]] = found[names[other]], found[names[one]]
    return found


def wrong_numeric(item: dict[str, Any], favourite: float, chance: Chance) -> float:
    """What a typical mistake leads to, or a number beside the right one."""
    mistakes = [mistake["value"] for mistake in item["mistakes"]]
    if mistakes and chance.random() < 0.7:
        liked = mistakes[int(favourite * len(mistakes))]
        mistake: float = liked if chance.random() < 0.6 else chance.choice(mistakes)
        return mistake
    right, near, decimals = float(item["answer"]), float(item["tolerance"]), int(item["decimals"])
    beside = max(abs(right) * chance.uniform(0.1, 0.5), near * 3, 1)
    return round(right + chance.choice((-1, 1)) * beside, decimals)


def wrong_ordering(item: dict[str, Any], favourite: float, chance: Chance) -> list[str]:
    """Two steps that follow each other changed; the class has a pair that it confuses."""
    order = list(key_of(item))
    first = int(favourite * (len(order) - 1))
    if chance.random() < 0.4:
        first = chance.randrange(len(order) - 1)
    order[first], order[first + 1] = order[first + 1], order[first]
    return order


WRONG: dict[str, Callable[[dict[str, Any], float, Chance], Any]] = {
    "single": wrong_single,
    "multiple": wrong_multiple,
    "true_false": wrong_true_false,
    "matching": wrong_matching,
    "numeric": wrong_numeric,
    "ordering": wrong_ordering,
}
