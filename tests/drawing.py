"""Drawing what a person may enter: hypothesis strategies made from the declared fields.

To add a kind of field, write how values of it are drawn and register it in `DRAW`. What does not
fit a field is drawn from the numbers in its specification; a kind whose values have parts also
registers in `SPOIL` how one part goes wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from servicequality.declare import Exercise

Drawn = TypeVar("Drawn")
Found = TypeVar("Found", bound=Hashable)
Spec = dict[str, Any]
Raw = dict[str, Any]

# What trips programs up: other alphabets, characters of several parts, markup, quotes, escapes.
AWKWARD = [
    "",
    " ",
    "Закуска в хотел „Ясен“",
    "Щ ь ѝ Ї",
    "👩‍👩‍👧‍👦 🇧🇬 🏳️‍🌈 e\u0301 Å",
    "‏שירות טוב‎ ودود",
    "<b>bold</b> & &amp; <script>alert(1)</script></script><!-- ]]>",
    "\"double\" 'single' `back` \\ \\n \\u003c {service} {{x}} %s %(a)s $1",
    "a\u0000b\u0001\u0007\u001b\u007f\u0085\u2028\u2029\ufeff\ufffd",
    "٣ ½ ² Ⅷ ınf İ ß ŉ ﬁ",
]


def ascending(field: Spec) -> list[float]:
    """The values that a browser's slider can stand at, from the lowest to the highest.

    Counted in decimals, as a browser does: 1.1 is 1.1 there, and not 1 + 0.1 in binary.
    """
    low, high, step = (Decimal(str(field[name])) for name in ("minimum", "maximum", "step"))
    return [float(low + step * n) for n in range(int((high - low) / step) + 1)]


def slider(field: Spec) -> st.SearchStrategy[Any]:
    """A value on a step, the two ends often."""
    places = ascending(field)
    return st.one_of(st.sampled_from([places[0], places[-1]]), st.sampled_from(places))


def choice(field: Spec) -> st.SearchStrategy[Any]:
    """The id of an option."""
    return st.sampled_from([option["id"] for option in field["options"]])


def yes_no(_field: Spec) -> st.SearchStrategy[Any]:
    """Ticked or not."""
    return st.booleans()


def text(field: Spec, letters: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """A text of these letters: awkward, any, or as long as the field takes.

    Without halves of characters: pages mend them (`toWellFormed`) before Python sees them.
    """
    longest = field["maximum_length"]
    full = st.text(letters, min_size=1, max_size=4).map(lambda t: (t * longest)[:longest])
    some = st.text(letters, max_size=min(longest, 40))
    return st.one_of(st.sampled_from([t[:longest] for t in AWKWARD]), some, full)


def short_text(field: Spec) -> st.SearchStrategy[Any]:
    """A text without line breaks, as a browser's text input gives it."""
    return text(field, st.characters(codec="utf-8", exclude_characters="\r\n"))


def long_text(field: Spec) -> st.SearchStrategy[Any]:
    """A text with line breaks, as a browser's text area gives it."""
    letters = st.characters(codec="utf-8", exclude_characters="\r")
    return text(field, st.one_of(st.just("\n"), letters))


def multiple_choice(field: Spec) -> st.SearchStrategy[Any]:
    """Any of the options, in the order in which they stand, as a form gives them."""
    known = [option["id"] for option in field["options"]]
    ticks = st.lists(st.booleans(), min_size=len(known), max_size=len(known))
    return ticks.map(lambda chosen: [o for o, tick in zip(known, chosen, strict=True) if tick])


def rows(field: Spec) -> st.SearchStrategy[Any]:
    """A whole table, each cell drawn as its column is; where rows come and go, some of them."""
    cells = {column["name"]: DRAW[column["kind"]](column) for column in field["columns"]}
    known = [row["id"] for row in field["rows"]]

    def filled(present: list[str]) -> st.SearchStrategy[Any]:
        own = [st.fixed_dictionaries({"id": st.just(row), **cells}) for row in present]
        return st.tuples(*own).map(list)

    if field["blank"] is None:
        return filled(known)
    some = st.lists(st.sampled_from(known), min_size=field["minimum"], unique=True)
    return some.flatmap(lambda present: filled([row for row in known if row in present]))


DRAW: dict[str, Callable[[Spec], st.SearchStrategy[Any]]] = {
    "slider": slider,
    "choice": choice,
    "yes_no": yes_no,
    "short_text": short_text,
    "long_text": long_text,
    "multiple_choice": multiple_choice,
    "rows": rows,
}


def field_specs(exercise: Exercise) -> list[Spec]:
    """The specifications of an exercise's fields, in English."""
    return [field.spec(str) for field in exercise.fields]


def values(exercise: Exercise) -> st.SearchStrategy[Raw]:
    """What a person may enter into an exercise: every field filled, and filled rightly."""
    return st.fixed_dictionaries({f["name"]: DRAW[f["kind"]](f) for f in field_specs(exercise)})


def spoilt_ticks(field: Spec) -> st.SearchStrategy[Any]:
    """Options in any order, twice, or beside something that is not on offer."""
    known = [option["id"] for option in field["options"]]
    either = st.sampled_from([*known, known[0].upper(), "", "Ж", 0, None, True, [known[0]]])
    return st.lists(st.sampled_from(known), max_size=6) | st.lists(either, max_size=6)


def spoilt_rows(field: Spec) -> st.SearchStrategy[Any]:
    """A table in which a cell does not fit or is missing, or a row is gone, odd or out of place."""
    tables = rows(field).filter(bool)
    places = st.integers(0, len(field["rows"]) - 1)
    # A table and the place of one of its rows.
    placed = st.tuples(tables, places).map(lambda t: (t[0], t[1] % len(t[0])))

    def cell_wrong(column: Spec) -> st.SearchStrategy[Any]:
        return st.tuples(placed, unfit(column)).map(
            lambda t: with_row(*t[0], {**t[0][0][t[0][1]], column["name"]: t[1]})
        )

    def cell_missing(column: Spec) -> st.SearchStrategy[Any]:
        return placed.map(
            lambda t: with_row(*t, {n: v for n, v in t[0][t[1]].items() if n != column["name"]})
        )

    odd = st.sampled_from([None, [], "x", {}, {"id": "x"}, {"id": [1]}])
    row_wrong = st.tuples(placed, odd).map(lambda t: with_row(*t[0], t[1]))
    least = field["minimum"]
    others = st.sampled_from(
        [
            lambda t: t[1:],
            lambda t: t[::-1],
            lambda t: [*t, t[0]],
            lambda t: t[: max(0, least - 1)],
        ]
    )
    return st.one_of(
        st.sampled_from(field["columns"]).flatmap(cell_wrong),
        st.sampled_from(field["columns"]).flatmap(cell_missing),
        row_wrong,
        st.tuples(tables, others).map(lambda t: t[1](t[0])),
    )


def with_row(table: list[Any], place: int, row: Any) -> list[Any]:
    """A table with one row replaced."""
    return [*table[:place], row, *table[place + 1 :]]


SPOIL: dict[str, Callable[[Spec], st.SearchStrategy[Any]]] = {
    "multiple_choice": spoilt_ticks,
    "rows": spoilt_rows,
}


def unfit(field: Spec) -> st.SearchStrategy[Any]:
    """What may not fit a field: another type, a size just beside a declared one, a part gone wrong.

    "May": options in another order are taken, for one.
    """
    numbers = [n for n in field.values() if isinstance(n, (int, float)) and n is not True]
    beside = [n + d for n in numbers for d in (-1, -0.05, -1e-8, -1e-10, 1e-10, 1e-8, 0.05, 1)]
    lengths = [int(n) + 1 for n in numbers if 0 < n < 100_000]
    anything = [None, True, False, 0, 1, -0.0, 0.5, 1e300, -1e300, 2**40, [], {}, ["x"], {"a": 1}]
    whole = st.one_of(
        st.sampled_from(anything),
        st.sampled_from(beside) if beside else st.nothing(),
        st.sampled_from([text * n for n in lengths for text in ("x", "Ж", "🙂")] or ["x"]),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=20),
    )
    if field["kind"] not in SPOIL:
        return whole
    part = SPOIL[field["kind"]](field)
    return st.sampled_from([part, part, whole]).flatmap(lambda drawn: drawn)


def misfits(exercise: Exercise) -> st.SearchStrategy[Raw]:
    """What a person, a damaged store or a script may enter: some fields wrong, some missing."""
    fields = field_specs(exercise)
    right = {f["name"]: DRAW[f["kind"]](f) for f in fields}
    either = {f["name"]: st.one_of(right[f["name"]], unfit(f)) for f in fields}
    one_wrong = st.sampled_from(fields).flatmap(
        lambda f: st.fixed_dictionaries({**right, f["name"]: unfit(f)})
    )
    one_missing = st.sampled_from(fields).flatmap(
        lambda f: st.fixed_dictionaries({n: s for n, s in right.items() if n != f["name"]})
    )
    return st.one_of(one_wrong, one_missing, st.fixed_dictionaries({}, optional=either))


def drawn(
    strategy: st.SearchStrategy[Drawn], wanted: set[Found], of: Callable[[Drawn], Iterable[Found]]
) -> set[Found]:
    """What a strategy gives, seen through `of`: drawn in rounds until all that is wanted came.

    What one round draws depends on all modules that are loaded; it proves nothing by its absence.
    """
    found: set[Found] = set()
    for number in range(20):
        found |= one_round(strategy, of, number)
        if found >= wanted:
            break
    return found


def one_round(
    strategy: st.SearchStrategy[Drawn], of: Callable[[Drawn], Iterable[Found]], number: int
) -> set[Found]:
    """What 500 draws give."""
    found: set[Found] = set()

    @seed(number)
    @given(strategy)
    @settings(database=None, deadline=None, max_examples=500, phases=[Phase.generate])
    def collect(value: Drawn) -> None:
        found.update(of(value))

    collect()
    return found
