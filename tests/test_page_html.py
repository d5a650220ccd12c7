"""Nodes as HTML: what is text stays text, and both forms of a view say the same."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.core.evaluate import evaluate
from servicequality.declare import Exercise
from servicequality.page.html import to_html, to_text
from tests.drawing import values
from tests.fixtures.both_pythons import honest
from tests.of_each_kind import of_each_kind

# HTML has no way to carry these as they are: parsers replace or drop them.
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
MARKUP = st.sampled_from(
    ["<b>", "</p>", "&amp;", "&lt", "&#60;", "<!--", "]]>", "<script>alert(1)</script>", '"', "'>"]
)
TEXTS = st.lists(PLAIN | MARKUP, max_size=5).map("".join)
NUMBERS = st.builds(
    lambda number, decimals, signed: {"number": number, "decimals": decimals, "signed": signed},
    st.floats(-1e6, 1e6),
    st.integers(0, 3),
    st.booleans(),
)
TAGS = st.sampled_from(["span", "em", "b"])
NODES = st.lists(
    st.recursive(
        TEXTS | NUMBERS,
        lambda inner: st.builds(
            lambda tag, title, children: [tag, {"title": title}, *children],
            TAGS,
            TEXTS,
            st.lists(inner, max_size=3),
        ),
        max_leaves=8,
    ),
    max_size=4,
)


def parsed(html: str) -> BeautifulSoup:
    """HTML as a parser sees it."""
    return BeautifulSoup(html, "html.parser")


@given(NODES, st.sampled_from(["en", "bg", "de"]))
@settings(derandomize=True, database=None, deadline=None, max_examples=300)
def test_html_says_what_the_text_says(nodes: list[Any], language: str) -> None:
    assert parsed(to_html(nodes, language)).get_text() == to_text(nodes, language)


@given(TEXTS)
@settings(derandomize=True, database=None, deadline=None)
def test_attributes_and_texts_come_back_as_they_were(text: str) -> None:
    (element,) = parsed(to_html([["span", {"title": text}, text]], "en")).contents
    assert element["title"] == text
    assert element.get_text() == text
    assert list(element.children) == ([text] if text else [])


def test_markup_in_a_text_is_shown() -> None:
    html = to_html([["p", {}, '<script>alert("1")</script> & \'']], "en")
    assert html == '<p>&lt;script&gt;alert("1")&lt;/script&gt; &amp; \'</p>'


def test_a_quote_cannot_end_an_attribute() -> None:
    html = to_html([["p", {"title": '" onclick="alert(1)'}]], "en")
    assert html == '<p title="&quot; onclick=&quot;alert(1)"></p>'


@pytest.mark.parametrize(
    ("attributes", "written"),
    [
        ({"hidden": True}, "<p hidden></p>"),
        ({"hidden": False}, "<p></p>"),
        ({"title": None}, "<p></p>"),
        ({"class": ""}, "<p></p>"),
        ({"title": ""}, '<p title=""></p>'),
        ({"class": "a b", "id": "x"}, '<p class="a b" id="x"></p>'),
        ({"data-n": 0}, '<p data-n="0"></p>'),
        ({"data-n": 1.5}, '<p data-n="1.5"></p>'),
    ],
)
def test_attributes(attributes: dict[str, Any], written: str) -> None:
    assert to_html([["p", attributes]], "en") == written


def test_elements_without_content_have_no_end() -> None:
    assert to_html([["input", {"type": "text"}], ["br", {}]], "en") == '<input type="text"><br>'


def test_numbers_are_written_in_the_language_of_the_page() -> None:
    node = {"number": -1234.55, "decimals": 1, "signed": True}
    assert to_html([node], "en") == "−1,234.6"
    assert to_html([node], "de") == "−1.234,6"
    assert to_text([node], "de") == "−1.234,6"


def test_a_chart_is_drawn_in_its_place_and_has_no_text() -> None:
    node = {"chart": 'b"', "rows": [{"x": 1}]}
    html = to_html([node], "en", lambda chart: f"<svg>{chart['rows'][0]['x']}</svg>")
    assert html == '<div class="sq-chart-picture" data-chart="b&quot;"><svg>1</svg></div>'
    assert to_text([node], "en") == ""


def test_markup_of_our_own_is_written_as_it_stands() -> None:
    assert to_html([{"html": "<b>&amp;</b>"}], "en") == "<b>&amp;</b>"


@pytest.mark.parametrize(
    "exercise", [*of_each_kind(), honest.EXERCISE], ids=lambda exercise: exercise.id
)
def test_every_view_says_the_same_in_both_forms(exercise: Exercise) -> None:
    spec, tables = exercise.spec(str), exercise.tables
    carried = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
    written = {
        field["name"]: st.text(carried, max_size=20) | MARKUP
        for field in spec["fields"]
        if field["kind"].endswith("_text")
    }
    # The number beside each input lets an exercise with few possible inputs reach the count too.
    drawn = st.tuples(values(exercise), st.fixed_dictionaries(written), st.integers()).map(
        lambda parts: {**parts[0], **parts[1]}
    )
    count = 0

    @given(drawn)
    @settings(derandomize=True, database=None, deadline=None, max_examples=60)
    def check(raw: dict[str, Any]) -> None:
        nonlocal count
        answer = evaluate(spec, exercise.compute, raw, tables)
        assert answer["status"] == "ok"
        for nodes in answer["views"].values():
            count += 1
            assert parsed(to_html(nodes, "en")).get_text() == to_text(nodes, "en")

    check()
    assert count >= 50 * len(spec["views"])
