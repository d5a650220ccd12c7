"""How much a class may send. One object, so that a larger hall or a benchmark can set its own."""

from __future__ import annotations

from typing import NamedTuple

from servicequality.classmode.bucket import Rate


class Limits(NamedTuple):
    """Sizes in bytes, times in seconds, rates as `Rate`.

    A whole class may come from one address, where its network or a proxy hides the single phones.
    Hence the wide rate for an address beside the narrow ones for a client. Who is in a room already
    is held to the rates of a client alone: what a neighbour at the same address does, guessing
    codes or flooding the room, shuts out nobody who is in.
    """

    # The longest declared answer, 8,080 characters of four bytes, takes 33 KB.
    body: int = 64 * 1024
    # A body that is too large is read to its end up to here, so that the sender hears why.
    drained: int = 1024 * 1024
    body_seconds: float = 15.0
    # Students in one round.
    answers: int = 5_000
    # Rounds in one room, open and closed.
    rounds: int = 200
    # Each answer and each replacement of one, by client and room.
    client: Rate = Rate(burst=10, per_second=0.5)
    # All requests of a client that is in a room: its page asks every few seconds.
    visit: Rate = Rate(burst=60, per_second=2)
    # Requests of one address to one room by those who are not in it yet, or have no id.
    address: Rate = Rate(burst=6_000, per_second=500)
    # Codes that belong to no room, by address, each counted once.
    wrong_code: Rate = Rate(burst=60, per_second=1 / 6)
    # Tokens that are not the instructor's, by address.
    wrong_token: Rate = Rate(burst=10, per_second=1 / 6)
