"""What a store keeps, as plain data: rooms, rounds, answers, what becomes of one that is sent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# What students of a room are told becomes of their answers.
KEEP, DELETE = "keep", "delete"
# Outcomes of an answer that was sent; `Kept` says which is what.
STORED, SUPERSEDED, USED = "stored", "superseded", "used"
CLOSED, FULL, MISSING, ENDED = "closed", "full", "missing", "ended"


@dataclass(frozen=True)
class Room:
    """A meeting of a class. Moments, here and below, are milliseconds since 1970 in UTC."""

    id: int
    code: str
    salt: bytes
    promise: str
    opened: int
    ended: int | None

    def digest(self, client: str) -> str:
        """What is kept of a browser's id: the same within this room, and nowhere else."""
        return hashlib.blake2b(client.encode(), key=self.salt, digest_size=16).hexdigest()


@dataclass(frozen=True)
class Round:
    """A vote on a subject."""

    id: int
    room: int
    subject: str
    number: int
    hidden: bool
    opened: int
    closed: int | None


@dataclass(frozen=True)
class Answer:
    """What one student sent last in a round. `client` is a digest, `values` a checked answer."""

    id: int
    client: str
    sequence: int
    values: dict[str, Any]
    received: int


NOTHING: Mapping[int, Answer] = {}


@dataclass(frozen=True)
class Sent:
    """An answer to be kept; `entered` is JSON, as `as_json` writes it."""

    room: int
    round: int
    client: str
    sequence: int
    entered: str


@dataclass(frozen=True)
class Kept:
    """What became of an answer that was sent, and the sequence of the one that is kept.

    `outcome` is `STORED` (now or, sent again, before), `SUPERSEDED` (a later one is kept) or `USED`
    (another answer has this sequence), else nothing of it is kept: the round is `CLOSED` or `FULL`,
    the room has `ENDED`, or either is `MISSING`.
    """

    outcome: str
    sequence: int = 0


def as_json(values: Mapping[str, Any]) -> str:
    """A checked answer as it is stored: ASCII, one form for equal answers."""
    return json.dumps(values, sort_keys=True, separators=(",", ":"), allow_nan=False)
