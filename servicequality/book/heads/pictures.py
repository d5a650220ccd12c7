"""The pictures that go with a link to the course, drawn by itself: social card and touch icon.

The text on them is set in Liberation Sans, which vl-convert brings along in regular and bold, with
Latin and Cyrillic letters: they look the same on every machine.
"""

from __future__ import annotations

import hashlib
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import vl_convert

from servicequality.page import assets

TOKENS = Path(assets.__file__).parent / "styles" / "tokens.css"

WIDTH, HEIGHT = 1200, 630
TOUCH_ICON = 180
# Where text stands on the card, and how wide one letter is on average, in parts of its height.
LEFT, TEXT_WIDTH = 80, 680
LETTER = {"bold": 0.56, "normal": 0.52}
# The five bars: where each begins (what is expected) and ends (what is perceived). They show no
# data; the fifth is the longest because it is what the others lead to.
BARS_FROM = 796
BARS = [(170, 350), (198, 320), (180, 372), (216, 338), (158, 500)]


@dataclass(frozen=True)
class Picture:
    """A picture in PNG format; its file's name changes with what it shows."""

    kind: str
    content: bytes

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.kind}-{hashlib.sha256(self.content).hexdigest()[:12]}.png"


def social_card(title: str, line: str) -> Picture:
    """The picture that social networks show for the course: its title, a line, five bars."""
    return Picture("social-card", vl_convert.svg_to_png(card_svg(title, line)))


def touch_icon(favicon: str) -> Picture:
    """The icon that phones put on their home screen, from the SVG of the favicon.

    Phones round its corners themselves, so its ground reaches into them.
    """
    size = f'width="{TOUCH_ICON}" height="{TOUCH_ICON}"'
    ground = f'<rect {size} fill="{colour("accent")}"/>'
    inner = favicon.replace("<svg ", f"<svg {size} ", 1)
    outer = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{ground}{inner}</svg>'
    return Picture("touch-icon", vl_convert.svg_to_png(outer))


def card_svg(title: str, line: str) -> str:
    """The drawing of the social card."""
    title_size, title_lines = fitted(title, (80, 68, 56, 46), "bold")
    line_size, line_lines = fitted(line, (36, 32, 28), "normal")
    between = 44
    height = len(title_lines) * title_size * 1.15 + between + len(line_lines) * line_size * 1.35
    top = (HEIGHT - height) / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Liberation Sans">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colour("paper")}"/>',
        f'<rect x="{BARS_FROM}" width="{WIDTH - BARS_FROM}" height="{HEIGHT}" '
        f'fill="{colour("accent-soft")}"/>',
        f'<rect width="{WIDTH}" height="16" fill="{colour("accent")}"/>',
    ]
    for number, text in enumerate(title_lines):
        y = top + title_size * (0.9 + 1.15 * number)
        parts.append(text_svg(y, title_size, "bold", colour("accent"), text))
    top += len(title_lines) * title_size * 1.15 + between
    for number, text in enumerate(line_lines):
        y = top + line_size * (0.9 + 1.35 * number)
        parts.append(text_svg(y, line_size, "normal", colour("ink"), text))
    step = (WIDTH - BARS_FROM) / 6
    for number, (start, end) in enumerate(BARS, start=1):
        parts.append(bar_svg(number, BARS_FROM + number * step, start, end))
    return "".join([*parts, "</svg>"])


def text_svg(y: float, size: int, weight: str, fill: str, text: str) -> str:
    """A line of text on the card."""
    return (
        f'<text x="{LEFT}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{fill}">{escape(text)}</text>'
    )


def bar_svg(number: int, x: float, start: int, end: int) -> str:
    """One of the five bars, in its gap's colour: open where it begins, full where it ends."""
    own, ground = colour(f"gap-{number}"), colour("accent-soft")
    return (
        f'<path d="M{x:.1f} {start}V{end}" stroke="{own}" stroke-width="12"/>'
        f'<circle cx="{x:.1f}" cy="{start}" r="20" fill="{ground}" stroke="{own}" '
        'stroke-width="8"/>'
        f'<circle cx="{x:.1f}" cy="{end}" r="24" fill="{own}"/>'
        f'<text x="{x:.1f}" y="{end + 9}" font-size="26" font-weight="bold" '
        f'text-anchor="middle" fill="{ground}">{number}</text>'
    )


def fitted(text: str, sizes: tuple[int, ...], weight: str) -> tuple[int, list[str]]:
    """The largest of some sizes at which a text fills three lines at most, and these lines.

    Where even the smallest needs more, there are more.
    """
    for size in sizes:
        lines = textwrap.wrap(text, int(TEXT_WIDTH / (size * LETTER[weight])))
        if len(lines) <= 3:
            break
    return size, lines


@cache
def colour(name: str, theme: str = "light") -> str:
    """A colour of the course: the value of `--sq-NAME` in `tokens.css`.

    Raises LookupError for a name that has no colour there.
    """
    css = TOKENS.read_text(encoding="utf-8")
    dark = css.index('html[data-theme="dark"]')
    part = css[dark:] if theme == "dark" else css[:dark]
    found = re.search(rf"--sq-{re.escape(name)}:\s*(#[0-9a-f]{{6}});", part)
    if found is None:
        raise LookupError(f"{TOKENS.name} has no colour --sq-{name} for the {theme} theme.")
    return found[1]
