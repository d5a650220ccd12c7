"""What all addresses of class mode share: who may ask, what is read, how errors are said."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Collection
from typing import Any
from urllib.parse import quote, urlsplit

from tornado import web
from tornado.http1connection import HTTP1Connection

from servicequality.classmode.bucket import sender
from servicequality.classmode.messages import (
    RefusedError,
    read_json,
)
from servicequality.classmode.schema import LONGEST_ENTRY
from servicequality.classmode.service import Service

ROOT = "/class/api"
COOKIE = "sq-instructor"
CLIENT_HEADER = "X-Class-Client"
JSON = "application/json"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
CHANGING = ("POST", "PUT", "PATCH")


def is_own_name(host: str, names: Collection[str]) -> bool:
    """Whether a server may be asked under a name: an address, this machine, or one of `names`.

    Any other name may belong to a page elsewhere that points it at this machine.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name == "localhost" or name in names or is_address(name)


def is_address(name: str) -> bool:
    """Whether a name is an address, of version 4 or 6."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


@web.stream_request_body
class ApiHandler(web.RequestHandler):
    """What all addresses share."""

    def initialize(self, service: Service, names: Collection[str] = ()) -> None:
        """`names` are those under which the server may be asked, besides addresses."""
        self.service = service
        self.names = names
        self.chunks: list[bytes] = []
        self.received = 0
        self.refusal: RefusedError | None = None

    def set_default_headers(self) -> None:
        """Nothing is kept, framed, guessed at or told to others."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.clear_header("Server")

    def check_xsrf_cookie(self) -> None:
        """Tornado's check by cookie; `prepare` has one that students' pages need no cookie for."""

    @property
    def address(self) -> str:
        """Where a request comes from, as rates know it."""
        return sender(self.request.remote_ip or "")

    def prepare(self) -> None:
        """Finds out whether a request is to be refused, whatever it asks."""
        connection = self.request.connection
        if isinstance(connection, HTTP1Connection):
            connection.set_body_timeout(self.service.limits.body_seconds)
        try:
            self.check()
        except RefusedError as error:
            length = self.request.headers.get("Content-Length", "0")
            if self.request.method not in CHANGING or error.code == "too_large":
                raise
            # Who is cut off while sending hears nothing: it is said when the body was read.
            self.refusal = error if length != "0" else None
            if self.refusal is None:
                raise

    def check(self) -> None:
        """Raises RefusedError for what is not to be read at all."""
        if not is_own_name(self.request.host, self.names):
            raise RefusedError("wrong_host")
        if self.request.method not in CHANGING:
            return
        length = self.request.headers.get("Content-Length", "0")
        # Whatever else stands there tornado refuses when it comes to the body.
        if length.isascii() and length.isdigit() and int(length[:20]) > self.service.limits.drained:
            raise self.too_large()
        origin = self.request.headers.get("Origin")
        site = self.request.headers.get("Sec-Fetch-Site", "same-origin")
        own = origin is None or urlsplit_netloc(origin) == self.request.host
        if not own or site not in ("same-origin", "none"):
            raise RefusedError("cross_site")
        kind = self.request.headers.get("Content-Type", "").split(";")[0].strip().lower()
        if kind != JSON:
            raise RefusedError("wrong_type")

    def data_received(self, chunk: bytes) -> None:
        """A part of the body. One that is too large is read on for a while, but not kept."""
        self.received += len(chunk)
        if self.received <= self.service.limits.body:
            self.chunks.append(chunk)
        elif self.received > self.service.limits.drained and not self._finished:
            self.fail(self.too_large())

    def too_large(self) -> RefusedError:
        """That a body is too large."""
        return RefusedError("too_large", room=self.service.limits.body // 1024)

    def body(self) -> dict[str, Any]:
        """The object that was sent. Raises RefusedError where it cannot be read."""
        self.go_on()
        if self.received > self.service.limits.body:
            raise self.too_large()
        return read_json(b"".join(self.chunks))

    def go_on(self) -> None:
        """Raises what `prepare` found. Every method begins with `body` or `instructor`."""
        if self.refusal is not None:
            raise self.refusal

    def instructor(self) -> None:
        """Raises RefusedError where it is not the instructor who asks."""
        self.go_on()
        kind, _, token = self.request.headers.get("Authorization", "").partition(" ")
        if kind.lower() in ("bearer", "token"):
            self.service.gate.check_token(token.strip(), self.address)
        elif not self.service.gate.is_cookie(self.get_cookie(COOKIE)):
            raise RefusedError("token_needed")

    def query(self, name: str) -> str:
        """A part of the query; empty where it is not there."""
        return self.get_query_argument(name, "")[:LONGEST_ENTRY]

    def answer(self, content: dict[str, Any], status: int = 200) -> None:
        """Answers with JSON."""
        self.set_status(status)
        self.set_header("Content-Type", JSON)
        self.finish(json.dumps(content, ensure_ascii=False, allow_nan=False))

    def answer_file(self, content: bytes, kind: str, name: str) -> None:
        """Answers with a file to be saved."""
        self.set_header("Content-Type", kind)
        self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(name)}")
        self.finish(content)

    def fail(self, error: RefusedError) -> None:
        """Answers with an error."""
        text = self.service.errors[error.code]
        for name, word in error.words.items():
            text = text.replace("{" + name + "}", str(word))
        if error.wait is not None:
            self.set_header("Retry-After", str(max(1, round(error.wait))))
        if error.code == "token_needed":
            self.set_header("WWW-Authenticate", "Bearer")
        # What fills a text may come from outside: half a character cannot be sent back.
        message = text.encode("utf-8", "replace").decode()
        self.answer({"error": {"code": error.code, "message": message, **error.more}}, error.status)

    def write_error(self, status_code: int, **_more: Any) -> None:
        """Answers with what tornado refuses or what failed."""
        codes = {404: "not_found", 405: "wrong_method", 413: "too_large"}
        code = "failed" if status_code >= 500 else codes.get(status_code, "bad_request")
        self.fail(self.too_large() if code == "too_large" else RefusedError(code))

    def log_exception(self, kind: Any, value: BaseException | None, trace: Any) -> None:
        """Refusals are nothing to report."""
        if not isinstance(value, RefusedError):
            super().log_exception(kind, value, trace)

    def send_error(self, status_code: int = 500, **more: Any) -> None:
        """Answers with an error of ours as it says, with any other as tornado does."""
        error = more.get("exc_info", (None, None))[1]
        if isinstance(error, RefusedError) and not self._headers_written:
            self.clear()
            self.fail(error)
        else:
            super().send_error(status_code, **more)


def urlsplit_netloc(origin: str) -> str:
    """The host and port of an origin; empty where it is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
