"""The way into a class by its code."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from servicequality.classroom.words import CLASSROOM
from tests.class_hall import Door, open_door


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    with open_door(tmp_path_factory.mktemp("class")) as door:
        yield door


@pytest.mark.parametrize(
    "typed", ["12345678", "1234 5678", " 1234-5678 ", "1234–5678", "١٢٣٤٥٦٧٨", "1234\u00a05678"]
)
def test_a_code_leads_to_the_front_page_however_it_is_typed(door: Door, typed: str) -> None:
    for path in (f"/join/{quote(typed)}", f"/join?code={quote(typed)}"):
        given = door.ask(path)
        assert (given.status, given.headers["Location"]) == (303, "/index.html?room=12345678")
        # A room lasts for an hour.
        assert given.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/join", "/join/", "/join?code=", "/join?other=1"])
def test_without_a_code_it_is_asked_for(door: Door, path: str) -> None:
    given = door.ask(path)
    assert given.status == 200
    page = BeautifulSoup(given.content, "html.parser")
    assert page.find("html")["lang"] == "en"
    form = page.find("form")
    assert (form["action"], form["method"]) == ("/join", "get")
    field = form.find("input", {"name": "code"})
    assert page.find("label", {"for": field["id"]}).get_text() == CLASSROOM["join_code"]
    assert field["inputmode"] == "numeric"
    assert page.find(id="fault") is None
    assert page.find("script") is None


@pytest.mark.parametrize(
    "typed", ["1234567", "123456789", "abcdefgh", "../../etc", "1234/5678", "%", "12345678 or 1"]
)
def test_what_cannot_be_a_code_is_told_and_can_be_mended(door: Door, typed: str) -> None:
    given = door.ask(f"/join?code={quote(typed, safe='')}")
    assert given.status == 404
    page = BeautifulSoup(given.content, "html.parser")
    fault = page.find(id="fault")
    assert typed in fault.get_text()
    assert "eight digits" in fault.get_text()
    field = page.find("input", {"name": "code"})
    assert field["value"] == typed
    assert field["aria-invalid"] == "true"
    assert "fault" in field["aria-describedby"].split()


def test_markup_in_a_code_is_shown_as_text_and_cut(door: Door) -> None:
    given = door.ask("/join?code=" + quote("<img src=x onerror=a()>" + "z" * 5000))
    assert "<img" not in given.text
    assert "&lt;img src=x" in given.text
    assert "z" * 100 not in given.text
    assert door.ask("/join/%ff").status in (400, 404)


def test_it_leads_to_no_other_address(door: Door) -> None:
    for typed in ("//elsewhere.example", "12345678%0d%0aSet-Cookie:a=b", "12345678&x=1"):
        given = door.ask(f"/join/{typed}")
        assert given.headers["Location"] in (None, "/index.html?room=12345678")
        assert given.headers["Set-Cookie"] is None
