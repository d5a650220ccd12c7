"""What the window says in which a class is started: addresses, a QR code, and where answers are."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import segno

from servicequality.classroom.addresses import LOOPBACK, web_address
from servicequality.classroom.guard import START, TOKEN
from servicequality.classroom.words import WINDOW


@dataclass(frozen=True)
class Started:
    """What there is to say.

    `hosts` are for students, the likeliest first. `token` is None where the instructor knows it,
    `place` None where answers are in no file, `unbuilt` the folder without a book. `taken` is the
    port that was wanted and could not be had. `colours` is whether the window has any.
    """

    port: int
    hosts: Sequence[str]
    local: bool
    token: str | None
    place: str | None
    taken: int | None = None
    unbuilt: str | None = None
    colours: bool = False


def instructors_address(port: int, token: str | None) -> str:
    """The start page on this machine; with a token it signs the instructor in."""
    query = f"?{TOKEN}={quote(token, safe='')}" if token else ""
    return f"{web_address(LOOPBACK, port)}{START}{query}"


def said(started: Started, translate: Callable[[str], str], can_show: Callable[[str], bool]) -> str:
    """All of it as one text; `can_show` tells whether the window has the characters of a text."""
    words = {name: translate(text) for name, text in WINDOW.items()}
    parts = []
    if started.taken is not None:
        taken, port = str(started.taken), str(started.port)
        parts.append(words["taken"].replace("{wanted}", taken).replace("{port}", port))
    if started.unbuilt is not None:
        parts.append(words["no_book"].replace("{folder}", started.unbuilt))
    parts.append(f"{words['instructor']}\n  {instructors_address(started.port, started.token)}")
    addresses = [f"{web_address(host, started.port)}/" for host in started.hosts]
    if started.local:
        parts.append(words["local"])
    elif addresses:
        parts.append(f"{words['students']}\n  {addresses[0]}")
        code = terminal_code(addresses[0])
        if can_show(code):
            parts.append(black_on_white(code) if started.colours else code)
    else:
        parts.append(words["no_network"])
    if started.place is None:
        parts.append(words["kept_elsewhere"])
    else:
        parts.append(words["kept"].replace("{place}", started.place))
    if not started.local:
        if addresses[1:]:
            parts.append(words["others"].replace("{addresses}", ", ".join(addresses[1:])))
        parts.append(words["hint"].replace("{port}", str(started.port)))
    parts.append(words["stop"])
    return "\n" + "\n\n".join(parts) + "\n"


def can_print(text: str) -> bool:
    """Whether the window has the characters of a text."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def terminal_code(address: str) -> str:
    """The QR code of an address in block characters, two rows of it to a line."""
    shown = io.StringIO()
    segno.make_qr(address).terminal(out=shown, compact=True)
    return shown.getvalue().strip("\n")


def black_on_white(code: str) -> str:
    """A QR code that stays what it is in a window of light ground, where it would be reversed."""
    return "\n".join(f"\x1b[40;97m{line}\x1b[0m" for line in code.splitlines())


def has_colours() -> bool:
    """Whether the window knows colours: a file does not, nor does that of an older Windows."""
    known = sys.platform != "win32" or "WT_SESSION" in os.environ
    return known and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def page_code(address: str) -> str:
    """The QR code of an address as SVG, for a page that names it beside; as large as its place."""
    return segno.make_qr(address).svg_inline(
        omitsize=True, border=4, light="#fff", dark="#000", svgclass="cl-code"
    )
