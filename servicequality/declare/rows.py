"""The field that is a table: rows of cells, which a reader may add and remove where it says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from servicequality.core.values import CHECKS, Problem
from servicequality.declare.fields import Field, Translate, option_specs
from servicequality.i18n.interface import INTERFACE

CELL_KINDS = ("slider", "choice", "yes_no", "short_text")


@dataclass(frozen=True)
class Rows(Field):
    """A table to fill in. `compute` receives a list of dicts by column name, each with its `id`.

    `rows` maps the ids of the rows to what the reader sees; `columns` are fields of other kinds
    (sliders appear as number boxes); `default` holds a dict for each row, in the same order.

    With `blank`, readers add and remove rows. Then `rows` names all rows that there can be,
    `default` holds those that are there at the start, and `compute` receives those that are there:
    at least `minimum`, in the order of `rows`. A removed row leaves the others their ids and
    values; an added one is the first that is not there, and starts with the values of `blank`.
    """

    kind: ClassVar[str] = "rows"

    rows: Mapping[str, str]
    columns: Sequence[Field]
    default: Sequence[Mapping[str, Any]]
    help: str = ""
    blank: Mapping[str, Any] | None = None
    minimum: int = 1

    def problems(self) -> list[str]:
        found = super().problems()
        names = ["id", *(column.name for column in self.columns)]
        if not self.rows or not self.columns:
            found.append(f"field {self.name!r}: at least one row and one column are needed")
        if len(names) > len(set(names)):
            found.append(f"field {self.name!r}: columns need names of their own, other than 'id'")
        for column in self.columns:
            found.extend(f"field {self.name!r}, column: {text}" for text in column.problems())
            if column.kind not in CELL_KINDS:
                found.append(
                    f"field {self.name!r}: a column cannot be of kind {column.kind!r}; it can be "
                    f"{', '.join(CELL_KINDS)}"
                )
        for row in self.default:
            if set(row) != set(names):
                found.append(
                    f"field {self.name!r}: a default row has {sorted(row)}, not {sorted(names)}"
                )
        return [*found, *self.presence_problems(), *self.blank_problems()]

    def presence_problems(self) -> list[str]:
        """What is wrong with which rows there are at the start, and with how many must stay."""
        every, present = list(self.rows), [row.get("id") for row in self.default]
        if self.blank is None:
            found = []
            if self.minimum != 1:
                found.append(f"field {self.name!r}: minimum has a meaning only beside blank")
            if present != every:
                found.append(f"field {self.name!r}: the default rows must be {every}")
            return found
        if not 0 <= self.minimum <= len(every):
            return [f"field {self.name!r}: minimum {self.minimum} must be 0 to {len(every)}"]
        if present != [row for row in every if row in present]:
            return [f"field {self.name!r}: the default rows must be some of {every}, in this order"]
        if len(present) < self.minimum:
            return [
                f"field {self.name!r}: {len(present)} default rows are below the minimum of "
                f"{self.minimum}"
            ]
        return []

    def blank_problems(self) -> list[str]:
        """What is wrong with the values of a row that is added."""
        if self.blank is None:
            return []
        columns = {column.name: column for column in self.columns}
        if set(self.blank) != set(columns):
            return [f"field {self.name!r}: blank has {sorted(self.blank)}, not {sorted(columns)}"]
        return [
            f"field {self.name!r}: blank has {self.blank[name]!r} in the column {name!r}, which "
            "does not take it"
            for name, column in columns.items()
            if column.kind in CELL_KINDS and not fits(column, self.blank[name])
        ]

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "label": translate(self.label),
            "columns": [column.spec(translate) for column in self.columns],
            "rows": option_specs(self.rows, translate),
            "default": [self.cells(row, translate) for row in self.default],
            "help": translate(self.help),
            "blank": None if self.blank is None else self.cells(self.blank, translate),
            "minimum": self.minimum,
            "words": {} if self.blank is None else row_words(translate),
        }

    def cells(self, row: Mapping[str, Any], translate: Translate) -> dict[str, Any]:
        """A row as declared, its texts translated."""
        texts = [column.name for column in self.columns if column.kind == "short_text"]
        return {name: translate(value) if name in texts else value for name, value in row.items()}


def fits(column: Field, value: Any) -> bool:
    """Whether a column takes a value."""
    try:
        CHECKS[column.kind](column.spec(str), value)
    except Problem:
        return False
    return True


def row_words(translate: Translate) -> dict[str, str]:
    """What a table says whose rows are added and removed; `{row}` stands for a row's label."""
    names = ("add_row", "remove_row", "row_added", "row_removed")
    return {name: translate(INTERFACE[name]) for name in names}
