"""What comes in over HTTP and what is said about it: reading JSON strictly, and errors in words."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

# Random, made by the browser: at least 120 bits in base64url, or a UUID.
CLIENT = re.compile(r"[A-Za-z0-9_-]{20,64}")
# What JavaScript counts exactly.
LARGEST_WHOLE = 2**53 - 1
LONGEST_NUMBER = 40
# Brackets within brackets: an answer has three, those of its table, a row and the body around.
DEEPEST = 20

STATUS = {
    "bad_request": 400,
    "not_json": 400,
    "not_an_object": 400,
    "token_needed": 401,
    "cross_site": 403,
    "wrong_host": 403,
    "token_wrong": 403,
    "not_found": 404,
    "no_room": 404,
    "no_round": 404,
    "no_subject": 404,
    "no_answer": 404,
    "no_entry": 404,
    "wrong_method": 405,
    "round_closed": 409,
    "round_open": 409,
    "round_already_open": 409,
    "rounds_full": 409,
    "round_full": 409,
    "sequence_used": 409,
    "answer_changed": 409,
    "other_subject": 409,
    "promised_deletion": 409,
    "room_ended": 410,
    "too_large": 413,
    "wrong_type": 415,
    "does_not_fit": 422,
    "too_often": 429,
    "failed": 500,
    "store_busy": 503,
    "store_full": 503,
    "store_gone": 503,
}


class RefusedError(Exception):
    """Why a request is not carried out: a code of `words.ERRORS`, and what fills its text.

    `more` stands beside code and message, `wait` (seconds) is when to try again.
    """

    def __init__(self, code: str, *, wait: float | None = None, **words: Any) -> None:
        super().__init__(code)
        self.code = code
        self.words = words
        self.wait = wait
        self.more: dict[str, Any] = {}

    @property
    def status(self) -> int:
        """The HTTP status that says the same."""
        return STATUS[self.code]


def read_json(body: bytes) -> dict[str, Any]:
    """The object that a body holds.

    Stricter than Python: UTF-8 alone, finite numbers, none of absurd length, brackets no deeper
    than `DEEPEST`. Raises RefusedError otherwise.
    """
    try:
        found = json.loads(
            body.decode("utf-8"),
            parse_constant=refuse_constant,
            parse_int=bounded_int,
            parse_float=finite_float,
        )
    except (ValueError, RecursionError):
        raise RefusedError("not_json") from None
    if not is_shallow(found):
        raise RefusedError("not_json")
    if not isinstance(found, dict):
        raise RefusedError("not_an_object", expected="{…}")
    return found


def is_shallow(value: Any) -> bool:
    """Whether plain data is nested no deeper than `DEEPEST`.

    What looks into it may call itself for each level, and Python allows that some hundred times.
    """
    level = [value]
    for _ in range(DEEPEST):
        level = [
            part
            for outer in level
            if isinstance(outer, (dict, list))
            for part in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return not level


def refuse_constant(text: str) -> Any:
    """NaN and Infinity, which JSON does not have."""
    raise ValueError(text)


def bounded_int(text: str) -> int:
    """A whole number. Raises ValueError where it is too long for any field."""
    if len(text) > LONGEST_NUMBER:
        raise ValueError(text)
    return int(text)


def finite_float(text: str) -> float:
    """A number with decimals. Raises ValueError where it is beyond what a float can hold."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def is_whole(value: Any) -> bool:
    """Whether a value is a whole number that JavaScript counts exactly, from 1 on."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LARGEST_WHOLE


def is_client(value: Any) -> bool:
    """Whether a value has the form of a browser's random id."""
    return isinstance(value, str) and CLIENT.fullmatch(value) is not None


def shaped(body: Mapping[str, Any], **wanted: Any) -> list[Any]:
    """The values of a body that has exactly these names, each as its check wants it.

    Raises RefusedError, which names what is expected.
    """
    if set(body) != set(wanted) or not all(wanted[name](body[name]) for name in wanted):
        raise RefusedError("not_an_object", expected="{" + ", ".join(wanted) + "}")
    return [body[name] for name in wanted]
