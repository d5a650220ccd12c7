"""What anybody in the room may open: the book, the way into a class, and the door to the rest.

An application of its own. It knows no kernel, so no mistake in an address can lead to one; what
needs the instructor stands in another, behind `servicequality.classroom.guard`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import jinja2
from tornado import web
from tornado.http1connection import HTTP1Connection

from servicequality.classmode.service import Service
from servicequality.classroom.book_files import MISSING, BookFile, found_in, takes_gzip
from servicequality.notebook.style import SHEETS

LARGEST_FORM = 16 * 1024  # bytes
LARGE = 64 * 1024  # bytes
# No script at all.
PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    # Not "no-referrer": with it, browsers hide from this server where a form stood.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def dark_colours() -> str:
    """The course's colours for dark screens, which its own pages switch by script.

    Raises ValueError where the style sheet has none.
    """
    sheet = (SHEETS / "tokens.css").read_text(encoding="utf-8")
    found = re.search(r'html\[data-theme="dark"\] \{(.*?)\}', sheet, re.DOTALL)
    if found is None:
        raise ValueError("tokens.css has no colours for dark screens")
    return found[1].strip()


DARK = dark_colours()


@dataclass(frozen=True)
class Hall:
    """What the open pages are made of.

    `words` are texts in the language of the class, `names` those that the server may be asked
    under, `book` the built book, empty where it is not built.
    """

    service: Service
    words: Mapping[str, str]
    language: str
    names: Collection[str]
    book: Mapping[str, BookFile]
    templates: jinja2.Environment

    def page(self, template: str, **given: Any) -> str:
        """A page from a template."""
        shown = {"words": self.words, "language": self.language, "dark": DARK, **given}
        return self.templates.get_template(template).render(shown)


def environment(folder: str) -> jinja2.Environment:
    """The templates of a folder, with the course's style sheets beside them."""
    loader = jinja2.FileSystemLoader([folder, str(SHEETS)])
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)


@web.stream_request_body
class OpenPage(web.RequestHandler):
    """What the open pages share. A body is read as it comes, and only as far as a form goes."""

    def initialize(self, hall: Hall) -> None:
        self.hall = hall
        self.received = b""

    def set_default_headers(self) -> None:
        """Nothing is framed, guessed at or told to others."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Content-Security-Policy", PAGE_POLICY)
        self.clear_header("Server")

    def check_xsrf_cookie(self) -> None:
        """The form that changes something looks at where it was sent from instead."""

    def prepare(self) -> None:
        """Nobody may send much, or slowly."""
        connection = self.request.connection
        if isinstance(connection, HTTP1Connection):
            connection.set_max_body_size(LARGEST_FORM)
            connection.set_body_timeout(self.hall.service.limits.body_seconds)

    def data_received(self, chunk: bytes) -> None:
        """A part of a form."""
        self.received += chunk

    def show(self, template: str, status: int = 200, **given: Any) -> None:
        """Answers with a page that nobody keeps."""
        self.set_status(status)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self.hall.page(template, **given))

    def lead(self, address: str) -> None:
        """Leads on, for once."""
        self.set_header("Cache-Control", "no-store")
        self.redirect(address, status=303)

    def say(self, status: int, title: str, text: str) -> None:
        """Answers with a title and a sentence, named as in `words`."""
        words = self.hall.words
        self.show("said.html", status, title=words[title], text=words[text])

    def write_error(self, status_code: int, **_more: Any) -> None:
        """Answers with what tornado refuses or what failed."""
        self.say(status_code, "trouble", "trouble_more" if status_code >= 500 else "not_taken")


class BookPage(OpenPage):
    """A file of the book."""

    file: BookFile
    packed = False

    async def get(self, path: str) -> None:
        """The file; the book's own page for what is missing where there is none."""
        book = self.hall.book
        file = found_in(book, path)
        if file is None and not book:
            self.say(503, "no_book", "no_book_more")
            return
        if file is None and MISSING not in book:
            self.say(404, "trouble", "not_here")
            return
        if file is None:
            self.set_status(404)
        self.file = file or book[MISSING]
        self.packed = self.file.packed is not None and takes_gzip(
            self.request.headers.get("Accept-Encoding", "")
        )
        await self.give()

    head = get

    async def give(self) -> None:
        """Answers with the file."""
        found = self.file
        content = found.packed if self.packed and found.packed is not None else found.plain
        self.set_header("Content-Type", found.kind)
        self.set_header("Content-Security-Policy", found.policy)
        self.set_header("Cache-Control", found.keep)
        self.set_header("Vary", "Accept-Encoding")
        if self.packed:
            self.set_header("Content-Encoding", "gzip")
        self.set_etag_header()
        if self.get_status() == 200 and self.check_etag_header():
            self.set_status(304)
            await self.finish()
            return
        self.set_header("Content-Length", len(content))
        if self.request.method != "HEAD":
            if len(content) >= LARGE:
                # Headers apart, so that a hall that waits for a file shares one copy of it.
                await self.flush()
            self.write(content)
        await self.finish()

    def compute_etag(self) -> str | None:
        """The content's own, another one where it is packed."""
        if not hasattr(self, "file") or self.get_status() not in (200, 304):
            return None
        return f'"{self.file.tag}{"-gz" if self.packed else ""}"'


class WrongName(OpenPage):
    """The server was asked under a name that is not its own."""

    def prepare(self) -> None:
        """Whatever is asked."""
        super().prepare()
        self.say(403, "wrong_name", "wrong_name_more")


class Foreign(OpenPage):
    """A page of another server asked for what needs the instructor."""

    def prepare(self) -> None:
        """Whatever is asked."""
        super().prepare()
        self.say(403, "foreign", "foreign_more")
