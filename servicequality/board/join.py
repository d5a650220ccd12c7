"""How students come to a room: an address, and a picture of it for the cameras of their phones."""

from __future__ import annotations

import os
from html import escape
from urllib.parse import urlsplit

import segno

from servicequality.board.client import ADDRESS


def join_address(code: str, address: str | None = None) -> str | None:
    """The address that leads to a room; None where the server has not told under which name.

    `address` is that of the server; without it the environment's is taken.
    """
    found = os.environ.get(ADDRESS, "") if address is None else address
    return f"{found.rstrip('/')}/join/{code}" if found else None


def join_page(address: str | None = None) -> str | None:
    """The address of the page that asks for a code, as `join_address` has it."""
    found = join_address("", address)
    return None if found is None else found.rstrip("/")


def is_loopback(address: str) -> bool:
    """Whether no other machine can open an address."""
    host = urlsplit(address).hostname or ""
    return host == "localhost" or host.startswith("127.")


def qr_picture(address: str, told: str) -> str:
    """An address as a QR code: an SVG element in a box that `told` describes.

    Black on white in both colour modes, with the quiet zone of four modules that readers need.
    """
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(border=4, dark="black", light="white", omitsize=True)
    return f'<div class="sq-board-qr" role="img" aria-label="{escape(told)}">{drawn}</div>'
