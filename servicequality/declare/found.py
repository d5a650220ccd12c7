"""Finding what is declared: one module each in a package, by the id that it has."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Collection, Iterable
from types import ModuleType


def modules(package: str, path: Iterable[str], leave: Collection[str] = ()) -> list[ModuleType]:
    """The modules of a package (its name and `__path__`) by name, those in `leave` left out."""
    names = sorted(info.name for info in pkgutil.iter_modules(path))
    return [importlib.import_module(f"{package}.{name}") for name in names if name not in leave]


def unknown(kind: str, wanted: str, there: Collection[str]) -> str:
    """What to say where there is nothing of a kind with an id: the near miss, and all there are."""
    near = difflib.get_close_matches(wanted, there, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return f"There is no {kind} {wanted!r}.{hint} There are: {', '.join(there)}."
