"""The palette and the measures of tokens.css: contrast, colour vision, type, one source."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from servicequality.charts import theme
from servicequality.declare.views import TONES
from tests.colours import VISIONS, apart, contrast, delta_e

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "servicequality"
TOKENS = (PACKAGE / "page" / "styles" / "tokens.css").read_text(encoding="utf-8")

TEXT, GRAPHIC = 4.5, 3.0
# ΔE2000 of about 1 is just seen side by side. Bars, lines and card edges are compared across the
# page and as small areas, where ten times as much is the usual least for categories.
APART = 10.0

GAPS = [f"gap-{number}" for number in range(1, 6)]
BOXES = ["case", "debate", "definition"]
# What is written anywhere on a page, and what is written only about its own matter.
WRITTEN = ["ink", "muted", "accent", "alert", "shortfall", "surplus"]
MATTERS = [*GAPS, *BOXES, "right", "wrong"]


def declarations(block: str) -> dict[str, str]:
    """The tokens that a block of CSS sets, by name without the prefix."""
    return {
        name: " ".join(value.split())
        for name, value in re.findall(r"--sq-([a-z0-9-]+):\s*([^;]+);", block)
    }


def block(pattern: str) -> dict[str, str]:
    """The tokens of the rule that a pattern introduces."""
    found = re.search(pattern + r"\s*\{([^}]*)\}", TOKENS)
    assert found, f"tokens.css has no rule for {pattern}"
    return declarations(found[1])


LIGHT = block(r"(?m:^:root)")
DARK = block(r'@media \w+ \{\s*html\[data-theme="dark"\]')
PRINT = block(r"@media print \{\s*:root")


def colours_of(tokens: dict[str, str]) -> dict[str, str]:
    """Those tokens that are a colour."""
    return {name: value for name, value in tokens.items() if value.startswith("#")}


THEMES = {
    "light": colours_of(LIGHT),
    "dark": {**colours_of(LIGHT), **colours_of(DARK)},
    "print": {**colours_of(LIGHT), **colours_of(PRINT)},
}
by_theme = pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)


def too_weak(colours: dict[str, str], pairs: list[tuple[str, str]], least: float) -> list[str]:
    """The pairs of a colour and its ground that have too little contrast."""
    return [
        f"{name} on {ground}: {ratio:.2f}"
        for name, ground in pairs
        if (ratio := contrast(colours[name], colours[ground])) < least
    ]


def softs(colours: dict[str, str]) -> list[str]:
    """The tints that texts stand on."""
    return [name for name in colours if name.endswith("-soft")]


def test_the_arithmetic_agrees_with_published_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    # From the test data of Sharma, Wu and Dalal.
    for one, other, expected in [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ]:
        assert delta_e(one, other) == pytest.approx(expected, abs=0.0001)
    # A grey is the same grey to every eye; red and green are not the same far apart.
    for vision in VISIONS:
        assert apart("#808080", "#808080", vision) == 0
    assert apart("#c00000", "#308000", "deuteranopia") < apart("#c00000", "#308000") / 3


def test_every_colour_has_a_value_for_light_and_for_dark() -> None:
    assert colours_of(LIGHT).keys() == colours_of(DARK).keys()
    assert PRINT.keys() <= LIGHT.keys()
    for value in (*colours_of(LIGHT).values(), *colours_of(DARK).values()):
        assert re.fullmatch(r"#[0-9a-f]{6}", value)


@by_theme
def test_texts_can_be_read_on_every_ground_they_stand_on(colours: dict[str, str]) -> None:
    grounds = ["paper", "card"]
    everywhere = [(name, ground) for name in WRITTEN for ground in (*grounds, *softs(colours))]
    own = [(name, ground) for name in MATTERS for ground in (*grounds, f"{name}-soft")]
    filled = [("paper", name) for name in ("accent", *MATTERS)]
    assert too_weak(colours, everywhere + own + filled, TEXT) == []


@by_theme
def test_edges_and_graphics_stand_out_from_every_ground(colours: dict[str, str]) -> None:
    grounds = ["paper", "card", *softs(colours)]
    drawn = ["edge", *WRITTEN, *MATTERS]
    pairs = [(name, ground) for name in drawn for ground in grounds]
    assert too_weak(colours, pairs, GRAPHIC) == []


@pytest.mark.parametrize("vision", VISIONS)
@by_theme
def test_the_gaps_are_told_apart_by_every_eye(colours: dict[str, str], vision: str) -> None:
    close = [
        f"{one} and {other}: {distance:.1f}"
        for one, other in combinations(GAPS, 2)
        if (distance := apart(colours[one], colours[other], vision)) < APART
    ]
    assert close == []


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(("one", "other"), [("right", "wrong"), ("shortfall", "surplus")])
@by_theme
def test_opposites_are_told_apart_by_every_eye(
    colours: dict[str, str], one: str, other: str, vision: str
) -> None:
    assert apart(colours[one], colours[other], vision) >= APART


@by_theme
def test_a_gap_is_not_taken_for_a_box_or_a_link(colours: dict[str, str]) -> None:
    close = [
        f"{one} and {other}: {distance:.1f}"
        for one, other in combinations((*GAPS, *BOXES), 2)
        if (distance := apart(colours[one], colours[other])) < APART
    ]
    close += [gap for gap in GAPS if apart(colours[gap], colours["accent"]) < APART]
    assert close == []


def test_charts_and_cards_name_the_colours_of_the_gaps() -> None:
    assert {f"G{gap[-1]}": f"var(--sq-{gap})" for gap in GAPS} == theme.GAPS
    assert sorted(TONES) == sorted((*GAPS, *BOXES))
    for tone in TONES:
        assert block(rf"\.sq-{tone}") == {
            "tone": f"var(--sq-{tone})",
            "tone-soft": f"var(--sq-{tone}-soft)",
        }


def test_every_variable_that_is_used_is_a_token() -> None:
    set_here = set(declarations(TOKENS))
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".css", ".py", ".js", ".html"} and path.is_file():
            text = path.read_text(encoding="utf-8")
            own = set(declarations(text)) if path.suffix == ".css" else set()
            used = set(re.findall(r"var\(--sq-([a-z0-9-]+)\s*[,)]", text))
            assert used <= set_here | own, path.name


def test_no_other_style_sheet_and_no_chart_has_a_colour_of_its_own() -> None:
    for path in [*PACKAGE.rglob("*.css"), *(PACKAGE / "charts").glob("*.py")]:
        if path.name != "tokens.css":
            text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            assert re.findall(r"(?<![\w&])#[0-9a-fA-F]{3,8}\b(?!\s*[{,.:>])", text) == [], path.name


def test_paper_gets_light_colours_in_the_dark_too(page: Page) -> None:
    page.set_content(f"<style>{TOKENS}</style>")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    value = "getComputedStyle(document.documentElement).getPropertyValue('--sq-gap-5')"
    assert page.evaluate(value) == DARK["gap-5"]
    page.emulate_media(media="print")
    assert page.evaluate(value) == LIGHT["gap-5"]


def size(name: str, width: float) -> float:
    """A size of type in rem on a screen of a width in pixels, the root's type being 16 px."""
    found = re.fullmatch(
        r"clamp\(([\d.]+)rem, ([\d.]+)rem \+ ([\d.]+)vw, ([\d.]+)rem\)", LIGHT[name]
    )
    assert found, f"--sq-{name} is not clamp(least, fluid, most)"
    least, base, slope, most = map(float, found.groups())
    return min(most, max(least, base + slope * width / 1600))


def test_type_grows_by_even_steps_and_with_the_screen() -> None:
    names = [f"size-{step}" for step in range(6)]
    for width in (320, 800, 1280):
        sizes = [size(name, width) for name in names]
        ratios = [larger / smaller for smaller, larger in pairwise(sizes)]
        assert all(1.14 < ratio < 1.25 for ratio in ratios)
    assert size("size-1", 320) == pytest.approx(1, abs=0.001)
    for name in names:
        # Type is at its least on the smallest phone and at its most on a laptop.
        assert size(name, 320) == pytest.approx(size(name, 0), abs=0.002)
        assert size(name, 1280) == pytest.approx(size(name, 9999), abs=0.002)
        assert size(name, 300) < size(name, 500) < size(name, 1200)


def test_spaces_grow() -> None:
    spaces = [float(LIGHT[f"space-{step}"].removesuffix("rem")) for step in range(1, 8)]
    assert spaces == sorted(set(spaces))


@pytest.mark.parametrize(
    "text",
    [
        "Guests compare what they expect with what they perceive, and the difference is a gap. ",
        "Гостите сравняват това, което очакват, с онова, което получават, и разликата е важна. ",
    ],
    ids=["Latin", "Cyrillic"],
)
def test_a_line_of_the_measure_holds_60_to_75_characters(page: Page, text: str) -> None:
    page.set_viewport_size({"width": 1400, "height": 800})
    page.set_content(
        f"<style>{TOKENS} p {{ font: var(--sq-size-1)/20px var(--sq-font-text);"
        f"width: var(--sq-measure) }}</style><p>{text * 40}</p>"
    )
    lines = page.locator("p").evaluate("element => element.offsetHeight / 20")
    assert 60 <= len(text) * 40 / lines <= 75
