"""A class server without Voilà: the open pages, and behind the guard one that says it was reached.

Requests go over a plain connection, so that a path is sent as it is written.
"""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

from tornado import web, websocket
from tornado.httpserver import HTTPServer

from servicequality.classmode.api_handler import COOKIE
from servicequality.classmode.engines import store_url
from servicequality.classmode.service import Service
from servicequality.classmode.store import Store
from servicequality.classroom.book_files import read_book
from servicequality.classroom.guard import Guard
from servicequality.classroom.open_pages import Hall, environment
from servicequality.classroom.server import TEMPLATE, open_application
from servicequality.classroom.words import CLASSROOM
from tests.class_api import UNLIMITED
from tests.served import served

TOKEN = "the-token-of-this-test"
REACHED = b"a kernel would start here"
NAME = "class.local"

SCRIPT = "\n  document.documentElement.dataset.ready = 1;\n"
FILES = {
    "index.html": f"<!DOCTYPE html><title>Front</title><script>{SCRIPT}</script>" + "<p>x" * 400,
    "404.html": '<!DOCTYPE html><title>Gone</title><a href="index.html">Front</a>' + " " * 600,
    "chapters/one.html": "<!DOCTYPE html><title>One</title>",
    "_static/course-XW3HAGRC.css": "p { color: teal }\n" * 100,
    "_static/vega-57500c5d37bf.js": "// charts\n" * 10_000,
    "_static/touch.png": "\x89PNG",
    "_static/шрифт.txt": "text",
    ".buildinfo": "not for readers",
}


def write_book(folder: Path) -> Path:
    """A small book, beside a file that is none of its own."""
    for name, text in FILES.items():
        path = folder / "html" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "html" / "way-out.txt").symlink_to(folder / "secret.txt")
    return folder / "html"


class Kernel(web.RequestHandler):
    """Whatever needs the instructor."""

    def check_xsrf_cookie(self) -> None:
        """Nothing: the guard alone is under test."""

    def reached(self) -> None:
        self.finish(REACHED)

    get = post = put = delete = reached


class Channels(websocket.WebSocketHandler):
    """A connection to a kernel."""

    def open(self) -> None:
        self.write_message(REACHED)


@dataclass
class Given:
    """What a server gave."""

    status: int
    headers: http.client.HTTPMessage
    content: bytes

    @property
    def text(self) -> str:
        """The content as text, unpacked."""
        packed = self.headers["Content-Encoding"] == "gzip"
        return (gzip.decompress(self.content) if packed else self.content).decode()


@dataclass
class Door:
    """A running server and its port."""

    port: int
    service: Service

    def ask(
        self,
        path: str,
        headers: Mapping[str, str] | None = None,
        method: str = "GET",
        body: bytes | None = None,
    ) -> Given:
        """One request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return Given(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def signed_in(self) -> dict[str, str]:
        """The headers of an instructor's browser."""
        given = self.ask(f"/class/?token={TOKEN}")
        assert given.status == 303, given.content
        return {"Cookie": f"{COOKIE}={cookie_of(given).value}"}


def cookie_of(given: Given) -> Any:
    """The cookie that was set."""
    return SimpleCookie(given.headers["Set-Cookie"])[COOKIE]


@contextmanager
def open_door(
    folder: Path,
    built: bool = True,
    site: Path | None = None,
    **options: Any,
) -> Iterator[Door]:
    """A server over a site, else over a small book, or over none; it keeps answers in `folder`."""
    book = read_book(site or (write_book(folder) if built else folder / "nothing"))

    def make() -> tuple[HTTPServer, Service]:
        store = Store(store_url(None, folder / "answers.sqlite3"))
        service = Service(store, TOKEN, limits=options.get("limits", UNLIMITED))
        hall = Hall(service, CLASSROOM, "en", frozenset({NAME}), book, environment(str(TEMPLATE)))
        teaching = web.Application(
            [(r"/api/kernels/1/channels", Channels), (r".*", Kernel)],
            log_function=lambda _handler: None,
        )
        return HTTPServer(Guard(hall, open_application(hall), teaching)), service

    with served(make) as (service, port):
        yield Door(port, service)
