"""The book as the class server gives it out: its files and nothing else, packed, with a policy."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from servicequality.classroom.book_files import (
    ASK_AGAIN,
    FOREVER,
    book_file,
    inline_scripts,
    policy,
    takes_gzip,
)
from servicequality.classroom.words import CLASSROOM
from tests.class_hall import FILES, SCRIPT, Door, open_door

GZIP = {"Accept-Encoding": "gzip, deflate"}


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    with open_door(tmp_path_factory.mktemp("class")) as door:
        yield door


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith(".")])
def test_every_file_is_given_with_its_type(door: Door, name: str) -> None:
    if name == "404.html":
        return
    given = door.ask("/" + name.replace("шрифт", "%D1%88%D1%80%D0%B8%D1%84%D1%82"))
    assert given.status == 200
    assert given.content.decode() == FILES[name]
    kinds = {
        "html": "text/html; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "png": "image/png",
        "txt": "text/plain; charset=utf-8",
    }
    assert given.headers["Content-Type"] == kinds[name.rpartition(".")[2]]
    assert int(given.headers["Content-Length"]) == len(given.content)
    assert given.headers["X-Content-Type-Options"] == "nosniff"
    assert given.headers["Server"] is None


def test_the_root_is_the_front_page_whatever_stands_behind_a_question_mark(door: Door) -> None:
    for path in ("/", "/index.html?room=12345678", "/?v=1"):
        assert door.ask(path).text == FILES["index.html"]


def test_who_takes_packed_files_gets_them(door: Door) -> None:
    for name in ("index.html", "_static/vega-57500c5d37bf.js"):
        given = door.ask("/" + name, GZIP)
        assert given.headers["Content-Encoding"] == "gzip"
        assert given.headers["Vary"] == "Accept-Encoding"
        assert len(given.content) == int(given.headers["Content-Length"]) < len(FILES[name])
        assert gzip.decompress(given.content).decode() == FILES[name]
    assert door.ask("/_static/touch.png", GZIP).headers["Content-Encoding"] is None


def test_a_file_that_one_has_is_not_sent_again(door: Door) -> None:
    plain, packed = door.ask("/index.html"), door.ask("/index.html", GZIP)
    tags = {given.headers["Etag"] for given in (plain, packed)}
    assert len(tags) == 2
    again = door.ask("/index.html", {**GZIP, "If-None-Match": packed.headers["Etag"]})
    assert (again.status, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == ASK_AGAIN
    other = door.ask("/index.html", {"If-None-Match": '"something-else"'})
    assert other.status == 200


def test_only_names_that_carry_a_hash_are_kept_unasked(door: Door) -> None:
    kept = {name: door.ask("/" + name).headers["Cache-Control"] for name in
            ("index.html", "_static/touch.png", "_static/vega-57500c5d37bf.js",
             "_static/course-XW3HAGRC.css")}  # fmt: skip
    assert list(kept.values()) == [ASK_AGAIN, ASK_AGAIN, FOREVER, FOREVER]


@pytest.mark.parametrize("name", ["/index.html", "/_static/vega-57500c5d37bf.js", "/gone"])
def test_headers_alone_say_what_the_file_would(door: Door, name: str) -> None:
    whole, head = door.ask(name), door.ask(name, method="HEAD")
    assert head.content == b""
    for header in ("Content-Length", "Content-Type", "Etag", "Content-Security-Policy"):
        assert head.headers[header] == whole.headers[header]
    assert head.status == whole.status


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/chapters/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/chapters/..%5c..%5csecret.txt",
        "//secret.txt",
        "/./secret.txt",
        "/way-out.txt",
        "/.buildinfo",
        "/chapters",
        "/chapters/",
        "/index.html/",
        "/index.html%00",
        "/_static/",
        "/%ff",
        "/answers.sqlite3",
        "/chapters/../index.html",
    ],
)
def test_nothing_but_its_files_is_given(door: Door, path: str) -> None:
    given = door.ask(path)
    assert given.status in (400, 404)
    assert b"secret" not in given.content
    assert b"not for readers" not in given.content


def test_what_is_missing_is_told_by_the_book_with_links_from_the_root(door: Door) -> None:
    given = door.ask("/chapters/deep/gone.html")
    assert given.status == 404
    assert '<a href="/index.html">' in given.text
    assert given.headers["Etag"] is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_the_book_is_only_read(door: Door, method: str) -> None:
    given = door.ask("/index.html", method=method, body=b"{}")
    assert given.status == 405
    assert CLASSROOM["not_taken"] in given.text


def test_much_is_not_even_taken(door: Door) -> None:
    length = {"Content-Length": "10000000", "Expect": "100-continue"}
    assert door.ask("/index.html", length, "POST", b"").status in (400, 405)


def test_a_class_without_a_book_is_told_what_to_do(tmp_path: Path) -> None:
    with open_door(tmp_path, built=False) as door:
        for path in ("/", "/index.html?room=12345678"):
            given = door.ask(path)
            assert given.status == 503
            assert "make site" in given.text


# The policy


def test_a_page_allows_its_own_scripts_wasm_and_no_other_host(door: Door) -> None:
    found = dict(
        part.strip().split(" ", 1)
        for part in door.ask("/").headers["Content-Security-Policy"].split(";")
    )
    # openssl dgst -sha256 -binary | base64
    hashed = "'sha256-rAXq1kpqgj4MQXbxsJxI729Tk508ddSWPF1axbA2QDc='"
    assert found["script-src"].split() == ["'self'", "'wasm-unsafe-eval'", hashed]
    assert found["default-src"] == "'none'"
    assert found["connect-src"] == "'self'"
    assert found["frame-ancestors"] == "'none'"
    assert "http" not in "".join(found.values())
    other = door.ask("/chapters/one.html").headers["Content-Security-Policy"]
    assert "sha256" not in other


def test_scripts_in_a_page_are_found_and_data_is_not() -> None:
    page = (
        f"<script>{SCRIPT}</script><script defer src='a.js'></script>"
        '<script type="application/json" data-payload>{"a": 1}</script>'
        '<script type="application/ld+json">{}</script><SCRIPT type="module">one()</SCRIPT >'
    )
    assert inline_scripts(page) == [SCRIPT, "one()"]


def test_a_script_is_hashed_as_a_browser_reads_it() -> None:
    lines, returned = "<script>a()\nb()</script>", "<script>a()\r\nb()</script>"
    assert policy(inline_scripts(lines)) == policy(inline_scripts(returned))


def test_one_script_twice_is_named_once() -> None:
    assert policy(["a()", "a()", "b()"]).count("sha256") == 2


# Packing


@pytest.mark.parametrize(
    ("header", "takes"),
    [
        ("gzip", True),
        ("deflate, gzip;q=0.5, br", True),
        ("GZIP", True),
        ("*", True),
        ("", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("br", False),
    ],
)
def test_who_takes_packed_files_says_so(header: str, takes: bool) -> None:
    assert takes_gzip(header) is takes


def test_what_packing_does_not_make_smaller_is_left() -> None:
    assert book_file("picture.png", b"\0" * 5000).packed is None
    assert book_file("small.txt", b"small").packed is None
    packed = book_file("long.txt", b"\0" * 5000).packed
    assert packed is not None
    assert packed == book_file("long.txt", b"\0" * 5000).packed
