"""The kinds of field that an exercise may ask for.

A field is data: what it is called, what it accepts and where it starts. To add a kind:

1. its class here (`Rows` is in `rows.py`), with `kind`, `problems()` and `spec()`;
2. its check in `servicequality.core.values` (`CHECKS`), which runs on both Pythons;
3. its form control in `servicequality.page.form` (`CONTROLS`);
4. its reader in `servicequality/page/runtime/fields.js` (`fields`);
5. its ipywidget in `servicequality.notebook.widgets` (`WIDGETS`);
6. how to draw values of it, for the tests, in `tests/drawing.py` (`DRAW`).

Every text in a field is written in English and translated when a surface asks for it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

Translate = Callable[[str], str]


@dataclass(frozen=True)
class Field:
    """What all fields share: a name for `compute`, a label and a help text for the reader."""

    kind: ClassVar[str]

    name: str
    label: str

    def problems(self) -> list[str]:
        """What is wrong with the declaration, one sentence each; an empty list if nothing is."""
        if not self.name.isidentifier():
            return [f"field name {self.name!r} must be a Python identifier"]
        return []

    def spec(self, translate: Translate) -> dict[str, Any]:
        """The field as plain data, its texts translated: what pages and both Pythons read."""
        raise NotImplementedError


@dataclass(frozen=True)
class Slider(Field):
    """A number on a range. `compute` receives a float, or an int where `whole` is true.

    `minimum`, `maximum`, `step` and `default` are in `unit`; the default must lie on a step.
    """

    kind: ClassVar[str] = "slider"

    minimum: float
    maximum: float
    step: float
    default: float
    unit: str = ""
    help: str = ""
    whole: bool = False

    @property
    def decimals(self) -> int:
        """How many decimals the step needs, 0 to 6."""
        return next(
            (n for n in range(6) if math.isclose(self.step, round(self.step, n), abs_tol=1e-9)), 6
        )

    def problems(self) -> list[str]:
        found = super().problems()
        numbers = (self.minimum, self.maximum, self.step, self.default)
        if not all(math.isfinite(value) for value in numbers):
            return [*found, f"field {self.name!r}: its range, step and default must be finite"]
        if not self.minimum < self.maximum:
            found.append(f"field {self.name!r}: minimum {self.minimum} must be below maximum "
                         f"{self.maximum}")  # fmt: skip
        elif not 0 < self.step <= self.maximum - self.minimum:
            found.append(f"field {self.name!r}: step {self.step} must be above 0 and fit the range")
        elif not self.minimum <= self.default <= self.maximum:
            found.append(f"field {self.name!r}: default {self.default} lies outside "
                         f"{self.minimum} to {self.maximum}")  # fmt: skip
        else:
            steps = (self.default - self.minimum) / self.step
            if not math.isclose(steps, round(steps), abs_tol=1e-6):
                found.append(f"field {self.name!r}: default {self.default} does not lie on a step")
        if self.whole and any(value != int(value) for value in numbers):
            found.append(f"field {self.name!r}: a whole slider needs whole numbers throughout")
        return found

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "label": translate(self.label),
            "minimum": self.minimum,
            "maximum": self.maximum,
            "step": self.step,
            "default": self.default,
            "decimals": self.decimals,
            "unit": translate(self.unit),
            "help": translate(self.help),
            "whole": self.whole,
        }


@dataclass(frozen=True)
class Choice(Field):
    """One of several options. `compute` receives the id of the chosen one.

    `options` maps ids to what the reader sees, in the order in which they are shown. With
    `buttons`, all options are in sight at once: for up to seven short ones.
    """

    kind: ClassVar[str] = "choice"

    options: Mapping[str, str]
    default: str
    help: str = ""
    buttons: bool = False

    def problems(self) -> list[str]:
        found = super().problems()
        if len(self.options) < 2:
            found.append(f"field {self.name!r}: a choice needs at least two options")
        if self.default not in self.options:
            found.append(f"field {self.name!r}: default {self.default!r} is not one of its options")
        return found

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "label": translate(self.label),
            "options": option_specs(self.options, translate),
            "default": self.default,
            "help": translate(self.help),
            "buttons": self.buttons,
        }


def option_specs(options: Mapping[str, str], translate: Translate) -> list[dict[str, str]]:
    """Options as plain data, in their order."""
    return [{"id": option, "label": translate(text)} for option, text in options.items()]


@dataclass(frozen=True)
class MultipleChoice(Field):
    """Any number of options. `compute` receives the list of the ids that are ticked, in the order
    in which the options stand.

    They stand below each other or, with `buttons`, in a row: for up to five short ones.
    """

    kind: ClassVar[str] = "multiple_choice"

    options: Mapping[str, str]
    default: Sequence[str] = ()
    help: str = ""
    buttons: bool = False

    def problems(self) -> list[str]:
        found = super().problems()
        if len(self.options) < 2:
            found.append(f"field {self.name!r}: a choice needs at least two options")
        strange = [option for option in self.default if option not in self.options]
        for option in strange:
            found.append(f"field {self.name!r}: default {option!r} is not one of its options")
        if not strange and list(self.default) != [o for o in self.options if o in self.default]:
            found.append(f"field {self.name!r}: the default must name its options in their order")
        return found

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "label": translate(self.label),
            "options": option_specs(self.options, translate),
            "default": list(self.default),
            "help": translate(self.help),
            "buttons": self.buttons,
        }


@dataclass(frozen=True)
class YesNo(Field):
    """A statement that holds or does not. `compute` receives True or False."""

    kind: ClassVar[str] = "yes_no"

    default: bool = False
    help: str = ""

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "label": translate(self.label),
            "default": self.default,
            "help": translate(self.help),
        }


@dataclass(frozen=True)
class Text(Field):
    """What short and long texts share. `compute` may pass a text on, but must not look into it:
    the two Pythons differ in how they treat letters beyond ASCII."""

    default: str = ""
    maximum_length: int = 80
    help: str = ""

    def problems(self) -> list[str]:
        found = super().problems()
        if self.maximum_length < 1:
            found.append(f"field {self.name!r}: maximum_length must be at least 1")
        if len(self.default) > self.maximum_length:
            found.append(f"field {self.name!r}: the default is longer than maximum_length")
        return found

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "label": translate(self.label),
            "default": translate(self.default),
            "maximum_length": self.maximum_length,
            "help": translate(self.help),
        }


@dataclass(frozen=True)
class ShortText(Text):
    """A few words on one line."""

    kind: ClassVar[str] = "short_text"


@dataclass(frozen=True)
class LongText(Text):
    """A written answer of several lines. It stays with the student and is never graded."""

    kind: ClassVar[str] = "long_text"

    maximum_length: int = 4000
