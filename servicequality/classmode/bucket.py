"""How often something may happen: token buckets, as a pure function of a state and a moment.

A bucket holds up to `burst` tokens and gains `per_second`; each event takes one. Who has never come
has a full bucket, so a full one need not be remembered.
"""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """How many events at once, and how many a second in the long run. Both above 0."""

    burst: float
    per_second: float


@dataclass(frozen=True)
class Level:
    """How many tokens a bucket had at a moment (seconds on any clock that does not go back)."""

    tokens: float
    at: float


def level_now(rate: Rate, level: Level | None, now: float) -> Level:
    """A bucket as it is now. A clock that went back counts as one that stood still."""
    if level is None:
        return Level(rate.burst, now)
    passed = max(0.0, now - level.at)
    return Level(min(rate.burst, level.tokens + passed * rate.per_second), max(now, level.at))


def take(rate: Rate, level: Level | None, now: float) -> tuple[Level, float]:
    """The bucket after an event, and 0.0 where it may happen, else the seconds until it may.

    An event that may not happen takes nothing.
    """
    full = level_now(rate, level, now)
    if full.tokens >= 1:
        return Level(full.tokens - 1, full.at), 0.0
    return full, (1 - full.tokens) / rate.per_second


class Buckets:
    """The buckets of one rate by key, as many as memory is set aside for.

    Beyond that those unused for longest are forgotten, which fills them.
    """

    def __init__(self, rate: Rate, most: int = 20_000) -> None:
        self.rate = rate
        self.most = most
        self.levels: OrderedDict[Hashable, Level] = OrderedDict()

    def take(self, key: Hashable, now: float) -> float:
        """Takes a token; gives 0.0 where there was one, else the seconds to wait."""
        level, wait = take(self.rate, self.levels.get(key), now)
        self.levels[key] = level
        self.levels.move_to_end(key)
        if len(self.levels) > self.most:
            self.levels.popitem(last=False)
        return wait

    def __contains__(self, key: Hashable) -> bool:
        """Whether a bucket is remembered."""
        return key in self.levels

    def wait(self, key: Hashable, now: float) -> float:
        """The seconds until there is a token, 0.0 for now; takes none."""
        return take(self.rate, self.levels.get(key), now)[1]


def sender(address: str) -> str:
    """Whom an address stands for: one of version 6 for its network (64 bits), any other for itself.

    A machine may have as many addresses of version 6 as it likes, all in one network.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, 64), strict=False))
