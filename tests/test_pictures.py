"""The pictures that go with a link to the course, looked at pixel by pixel in a browser."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from servicequality.book.heads.pictures import (
    BARS_FROM,
    HEIGHT,
    LEFT,
    TOKENS,
    TOUCH_ICON,
    WIDTH,
    Picture,
    colour,
    fitted,
    social_card,
    touch_icon,
)
from servicequality.book.heads.words import HEADS

FAVICON = Path(__file__).parents[1] / "book" / "_static" / "favicon.svg"
LINE = HEADS["card_line"]
ENGLISH = "Service Quality in Hospitality"
BULGARIAN = "Качество на обслужването в хотелиерството и ресторантьорството"

# The colours of a part of a picture, as #rrggbb, with the share of each; see-through pixels are
# called "clear".
COLOURS = """async ([address, left, top, width, height]) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const ink = canvas.getContext("2d");
  ink.drawImage(picture, 0, 0);
  const { data } = ink.getImageData(left, top, width, height);
  const counts = {};
  for (let i = 0; i < data.length; i += 4) {
    const hex = [...data.slice(i, i + 3)].map((v) => v.toString(16).padStart(2, "0")).join("");
    const name = data[i + 3] < 255 ? "clear" : `#${hex}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  const all = data.length / 4;
  return Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, n / all]));
}"""


def colours(
    page: Page, picture: Picture, left: int, top: int, width: int, height: int
) -> dict[str, float]:
    """The colours in a part of a picture, with the share of each."""
    address = "data:image/png;base64," + base64.b64encode(picture.content).decode()
    found: dict[str, float] = page.evaluate(COLOURS, [address, left, top, width, height])
    return found


def size(picture: Picture) -> tuple[int, int]:
    """Width and height of a picture."""
    assert picture.content.startswith(b"\x89PNG\r\n")
    width, height = (int.from_bytes(picture.content[at : at + 4], "big") for at in (16, 20))
    return width, height


@pytest.mark.parametrize("title", [ENGLISH, BULGARIAN])
def test_the_card_shows_title_line_and_five_bars(page: Page, title: str) -> None:
    card = social_card(title, LINE)
    assert size(card) == (WIDTH, HEIGHT)
    text = colours(page, card, LEFT, 20, BARS_FROM - LEFT, HEIGHT - 40)
    assert text[colour("accent")] > 0.03
    assert text[colour("ink")] > 0.005
    bars = colours(page, card, BARS_FROM, 20, WIDTH - BARS_FROM, HEIGHT - 40)
    for number in range(1, 6):
        assert bars[colour(f"gap-{number}")] > 0.005


@pytest.mark.parametrize("title", [ENGLISH, BULGARIAN, "Quality", "Качество на услугите"])
def test_the_text_of_the_card_stays_in_its_place(page: Page, title: str) -> None:
    card = social_card(title, LINE)
    paper = {colour("paper"): 1}
    # Below the strip along the upper edge.
    assert colours(page, card, 0, 20, LEFT - 4, HEIGHT - 20) == paper
    assert colours(page, card, BARS_FROM - 24, 20, 24, HEIGHT - 20) == paper
    assert colours(page, card, 0, HEIGHT - 40, BARS_FROM, 40) == paper
    assert colours(page, card, 0, 20, BARS_FROM, 40) == paper


def test_every_letter_has_a_shape_of_its_own() -> None:
    letters = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ" + "абвгдежзийклмнопрстуфхцчшщъьюя" + "ŠŽšž"
    assert len({social_card(letter, "").content for letter in letters}) == len(letters)
    # A font draws one and the same box for all letters that it lacks.
    assert social_card("\ue000", "").content == social_card("\ue001", "").content


def test_a_long_title_is_set_smaller() -> None:
    assert fitted(ENGLISH, (80, 60), "bold") == (80, ["Service Quality", "in Hospitality"])
    size, lines = fitted(BULGARIAN, (80, 60, 50), "bold")
    assert size < 80
    assert len(lines) <= 3
    assert " ".join(lines) == BULGARIAN


def test_a_changed_card_has_another_name() -> None:
    first, second = social_card("One", LINE), social_card("Two", LINE)
    assert re.fullmatch(r"social-card-[0-9a-f]{12}\.png", first.name)
    assert first.name == social_card("One", LINE).name
    assert first.name != second.name


def test_the_icon_for_phones_fills_its_square(page: Page) -> None:
    icon = touch_icon(FAVICON.read_text(encoding="utf-8"))
    assert size(icon) == (TOUCH_ICON, TOUCH_ICON) == (180, 180)
    found = colours(page, icon, 0, 0, TOUCH_ICON, TOUCH_ICON)
    assert "clear" not in found
    # Its drawing is there, and the corners are ground.
    assert found["#fffdfa"] > 0.1
    for left, top in ((0, 0), (170, 0), (0, 170), (170, 170)):
        assert colours(page, icon, left, top, 10, 10) == {colour("accent"): 1}


def test_the_favicon_is_in_the_colours_of_the_course() -> None:
    css = TOKENS.read_text(encoding="utf-8")
    for used in re.findall(r"#[0-9a-f]{6}", FAVICON.read_text(encoding="utf-8")):
        assert used in css


def test_a_colour_that_does_not_exist_is_named() -> None:
    assert colour("paper", "light") != colour("paper", "dark")
    with pytest.raises(LookupError, match="no colour --sq-puce for the dark theme"):
        colour("puce", "dark")
