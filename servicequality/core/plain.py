"""Plain data: what JSON carries unharmed between Python and a page."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import is_finite
from servicequality.core.views import WrongShape


def check_plain(value: Any) -> None:
    """Raises WrongShape for what a result must not hold.

    Plain are texts, finite numbers, True, False, None, lists and tuples of plain data, and dicts
    of it with texts as keys.
    """
    if value is None or isinstance(value, (bool, str)):
        return
    if isinstance(value, (int, float)):
        if not is_finite(value):
            raise WrongShape("compute must return finite numbers, not " + str(value))
    elif isinstance(value, (list, tuple)):
        for entry in value:
            check_plain(entry)
    elif isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise WrongShape("compute must return dicts with texts as keys, not " + repr(key))
            check_plain(value[key])
    else:
        raise WrongShape("compute must return plain data, not " + type(value).__name__)
