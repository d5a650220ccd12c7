"""Which questions of a topic a class page asks: `/class/self-check-TOPIC?only=ONE,TWO`."""

from __future__ import annotations

import os
from urllib.parse import parse_qs

PARAMETER = "only"


def asked_items() -> list[str] | None:
    """The ids of the questions that the address of this notebook's page asks for; None for all.

    Voilà hands the address to the kernel. Anywhere else there is none.
    """
    return items_in(os.environ.get("QUERY_STRING", ""))


def items_in(query: str) -> list[str] | None:
    """The ids in the part of an address behind its question mark; None where it has none."""
    found = parse_qs(query).get(PARAMETER)
    return None if found is None else found[-1].split(",")


def query_of(items: list[str]) -> str:
    """The part of an address that asks for questions, with its question mark."""
    return f"?{PARAMETER}={','.join(items)}"
