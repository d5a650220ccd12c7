"""Numbers read the same whether Python wrote them into a page or the page's script did."""

from __future__ import annotations

import base64
import itertools
import json
import random
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import altair as alt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from servicequality.charts.render import svg, vega
from servicequality.declare import Chart
from servicequality.i18n.numbers import format_number
from servicequality.page.assets import ROOT, RUNTIME, node

LANGUAGES = ["en", "bg", "de", "fr", "en_XA"]
STYLES = list(itertools.product(range(4), [False, True], LANGUAGES))
AWKWARD = [
    0.0, -0.0, 0.05, -0.05, 0.5, -0.5, 1.5, 2.5, 2.675, -2.675, 1.005, 0.15, 0.25, 0.35, 5.9 - 6.4,
    0.1 + 0.2, 1e-9, -1e-9, 0.0005, 0.00049999999999, 999.5, 999.9995, 1234.5, -1234.5, 1234567.891,
    123456789012.5, -123456789012.5, 123456789013.5, 1e15, 2**53, 1e21, -1e21, 1e23, 7,
]  # fmt: skip

Calls = list[tuple[float, int, bool, str]]


@pytest.fixture(scope="module")
def page_format() -> Iterator[Callable[[Calls], list[str]]]:
    """The page's way of writing numbers, run in Node: from calls to texts."""
    script = Path(__file__).with_name("number_format.mjs")
    process = subprocess.Popen(
        [node(), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )

    def ask(calls: Calls) -> list[str]:
        process.stdin.write(json.dumps(calls) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield ask
    process.stdin.close()
    process.wait()


def calls_for(value: float) -> Calls:
    """One number in all languages and styles."""
    return [(value, *style) for style in STYLES]


def differences(calls: Calls, texts: list[str]) -> list[str]:
    """Where the page's texts are not Python's."""
    return [
        f"{call}: Python {format_number(*call)!r}, page {text!r}"
        for call, text in zip(calls, texts, strict=True)
        if format_number(*call) != text
    ]


# Halves of the last decimal shown, and what lies next to them: where rounding can go two ways.
ties = st.builds(
    lambda whole, decimals, nudge: float(f"{whole}5e-{decimals + 1}") + nudge,
    st.integers(-100_000, 100_000), st.integers(0, 3), st.sampled_from([0.0, 1e-13, -1e-13]),
)  # fmt: skip
twelve_digits = st.integers(-(10**13), 10**13).map(lambda n: n / 2)
any_size = st.floats(allow_nan=False, allow_infinity=False, width=64)
near = st.floats(min_value=-10_000, max_value=10_000)


@given(st.one_of(ties, near, twelve_digits, any_size))
@settings(max_examples=2_000, deadline=None)
def test_drawn_numbers_read_the_same_in_python_and_javascript(
    page_format: Callable[[Calls], list[str]], value: float
) -> None:
    calls = calls_for(value)
    assert differences(calls, page_format(calls)) == []


@pytest.mark.parametrize("value", AWKWARD)
def test_awkward_numbers_read_the_same_in_python_and_javascript(
    page_format: Callable[[Calls], list[str]], value: float
) -> None:
    calls = calls_for(value)
    assert differences(calls, page_format(calls)) == []


def test_the_browser_writes_numbers_as_python_does(page: Page) -> None:
    drawn = random.Random(20260101)
    spread = [drawn.uniform(-1, 1) * 10 ** drawn.randint(-3, 9) for _ in range(200 - len(AWKWARD))]
    calls = [call for value in AWKWARD + spread for call in calls_for(value)]
    source = base64.b64encode((RUNTIME / "numbers.js").read_bytes()).decode()
    texts = page.evaluate(
        """async ([source, calls]) => {
            const { formatNumber } = await import(`data:text/javascript;base64,${source}`);
            return calls.map((call) => formatNumber(...call));
        }""",
        [source, calls],
    )
    assert differences(calls, texts) == []


@pytest.mark.parametrize(
    ("value", "decimals", "signed", "language", "text"),
    [
        (1234567.891, 2, False, "en", "1,234,567.89"),
        (1234567.891, 2, False, "bg", "1\u00a0234\u00a0567,89"),
        (1234567.891, 2, False, "de", "1.234.567,89"),
        (1234567.891, 2, False, "fr", "1\u202f234\u202f567,89"),
        (-0.05, 1, True, "en", "0.0"),
        (5.9 - 6.4, 1, True, "bg", "−0,5"),
        (0.15, 1, True, "en", "+0.2"),
        (2.5, 0, False, "de", "2"),
    ],
)
def test_numbers_follow_the_language(
    value: float, decimals: int, signed: bool, language: str, text: str
) -> None:
    assert format_number(value, decimals, signed, language) == text


def decimals(rows: list[dict[str, Any]], _texts: Mapping[str, str]) -> alt.Chart:
    """A chart whose axis has numbers from −1234.5 to 1234.5, with all decimals."""
    axis = alt.Axis(values=[-1234.5, 0.5], format=",.1f")
    return (
        alt.Chart(alt.InlineData(values=rows, name="rows"))
        .mark_point()
        .encode(x=alt.X("score:Q", axis=axis))
    )


AXIS = Chart("axis", "rows", "Title", decimals, "Summary")
ROWS = [{"score": -1234.5}, {"score": 1234.5}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_write_numbers_as_texts_do(language: str) -> None:
    expected = [format_number(value, 1, False, language) for value in (-1234.5, 0.5)]
    labels = re.findall(r"<text[^>]*>([^<]*)</text>", svg(AXIS, {"texts": {}}, ROWS, language))
    assert expected == labels[:2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_live_charts_write_numbers_as_texts_do(language: str) -> None:
    script = """
        import { View, parse } from "vega";
        import { expressionInterpreter } from "vega-interpreter";
        let text = "";
        for await (const part of process.stdin) text += part;
        const parsed = parse(JSON.parse(text), null, { ast: true });
        const view = new View(parsed, { expr: expressionInterpreter });
        console.log(JSON.stringify(await view.toSVG()));
    """
    made = subprocess.run(
        [node(), "--input-type=module", "--eval", script],
        input=json.dumps(vega(AXIS, {"texts": {}}, ROWS, language)),
        capture_output=True, encoding="utf-8", check=True, cwd=ROOT,
    )  # fmt: skip
    expected = [format_number(value, 1, False, language) for value in (-1234.5, 0.5)]
    labels = re.findall(r"<text[^>]*>([^<]*)</text>", json.loads(made.stdout))
    assert expected == labels[:2]
