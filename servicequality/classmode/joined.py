"""How many browsers have joined each room. Kept in memory alone: nobody is told who was there."""

from __future__ import annotations

from collections import OrderedDict


class Joined:
    """Browsers by room, known by the digests of their random ids, since this server was started.

    At most `most` of a room are told apart; of `rooms` rooms the latest are remembered.
    """

    def __init__(self, most: int, rooms: int = 100) -> None:
        self.most = most
        self.rooms = rooms
        self.seen: OrderedDict[int, set[str]] = OrderedDict()

    def add(self, room: int, client: str) -> None:
        """A browser was in a room, for the first time or again."""
        clients = self.seen.setdefault(room, set())
        if len(clients) < self.most:
            clients.add(client)
        self.seen.move_to_end(room)
        if len(self.seen) > self.rooms:
            self.seen.popitem(last=False)

    def count(self, room: int) -> int:
        """How many there were, 0 for a room that nobody has joined."""
        return len(self.seen.get(room, ()))

    def forget(self, room: int) -> None:
        """The room is over."""
        self.seen.pop(room, None)
