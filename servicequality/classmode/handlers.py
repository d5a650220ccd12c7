"""The addresses of class mode: JSON in, JSON out, errors in plain words with a code.

Students need the code of a room and nothing else; all other addresses need the instructor's token,
in the header `Authorization: Bearer TOKEN` or, after signing in, in a cookie. What changes
something takes JSON alone and no request from another site.
"""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Collection
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlsplit

from tornado import web
from tornado.http1connection import HTTP1Connection

from servicequality.classmode.bucket import sender
from servicequality.classmode.messages import (
    RefusedError,
    is_client,
    is_whole,
    read_json,
    shaped,
)
from servicequality.classmode.schema import LONGEST_ENTRY, LONGEST_SUBJECT
from servicequality.classmode.service import REHEARSAL, Service
from servicequality.classmode.store import DELETE, KEEP

ROOT = "/class/api"
COOKIE = "sq-instructor"
CLIENT_HEADER = "X-Class-Client"
JSON = "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
CHANGING = ("POST", "PUT", "PATCH")


def is_bool(value: Any) -> bool:
    """Whether a value is true or false."""
    return isinstance(value, bool)


def is_text(longest: int) -> Any:
    """A check of a text's length."""
    return lambda value: isinstance(value, str) and len(value) <= longest


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
            self.service.check_token(token.strip(), self.address)
        elif not self.service.is_cookie(self.get_cookie(COOKIE)):
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


class Nothing(ApiHandler):
    """Any other address below the root."""

    def nothing(self) -> None:
        """Refuses."""
        self.go_on()
        raise RefusedError("not_found")

    get = head = post = put = patch = delete = options = nothing


class SignIn(ApiHandler):
    """The instructor's browser gets a cookie for the token."""

    async def post(self) -> None:
        """`{token}`."""
        (token,) = shaped(self.body(), token=is_text(200))
        self.service.check_token(token, self.address)
        secure = self.request.protocol == "https"
        self.set_cookie(COOKIE, self.service.cookie, httponly=True, samesite="Strict",
                        secure=secure)  # fmt: skip
        self.answer({"signed_in": True})


class Rooms(ApiHandler):
    """All rooms."""

    async def get(self) -> None:
        """Lists them, for the instructor."""
        self.instructor()
        self.answer({"rooms": await self.service.rooms()})

    async def post(self) -> None:
        """Opens one: `{promise}`, "keep", "delete" or "rehearsal"."""
        self.instructor()
        (promise,) = shaped(self.body(), promise=lambda value: value in (KEEP, DELETE, REHEARSAL))
        self.answer({"room": await self.service.open_room(promise)}, HTTPStatus.CREATED)


class OneRoom(ApiHandler):
    """A room, for its students."""

    async def get(self, code: str) -> None:
        """What is asked in it and, for who sends the own id in a header, what is kept of it."""
        client = self.request.headers.get(CLIENT_HEADER)
        if client is not None and not is_client(client):
            raise RefusedError("bad_request")
        self.answer(await self.service.status(code, client, self.address))


class OneAnswer(ApiHandler):
    """A student's answer to a round."""

    async def put(self, code: str, number: str) -> None:
        """`{client, sequence, values}`: keeps or replaces it, and says so once it is stored."""
        client, sequence, values = shaped(
            self.body(), client=is_client, sequence=is_whole, values=lambda _: True
        )
        given = (code, int(number), client, sequence, values, self.address)
        self.answer(await self.service.send(*given))


class Board(ApiHandler):
    """A room, for its instructor."""

    async def get(self, code: str) -> None:
        """Its rounds, with how many have answered."""
        self.instructor()
        self.answer(await self.service.board(code))


class End(ApiHandler):
    """The end of a class."""

    async def post(self, code: str) -> None:
        """`{keep}`: ends it and keeps its answers, or deletes all there is of it."""
        self.instructor()
        (keep,) = shaped(self.body(), keep=is_bool)
        await self.service.end_room(code, keep)
        self.answer({"ended": True, "kept": keep})


class Rounds(ApiHandler):
    """The rounds of a room."""

    async def post(self, code: str) -> None:
        """`{subject, hidden}`: asks about a subject, once more where it was asked before."""
        self.instructor()
        subject, hidden = shaped(self.body(), subject=is_text(LONGEST_SUBJECT), hidden=is_bool)
        self.answer(
            {"round": await self.service.open_round(code, subject, hidden)}, HTTPStatus.CREATED
        )


class OneRound(ApiHandler):
    """A round."""

    async def patch(self, code: str, number: str) -> None:
        """`{open}`, `{hidden}` or both: opens or closes it, hides its results or not."""
        self.instructor()
        body = self.body()
        wanted = {name: is_bool for name in ("open", "hidden") if name in body}
        if not wanted:
            raise RefusedError("not_an_object", expected="{open, hidden}")
        shaped(body, **wanted)
        changed = await self.service.change_round(
            code, int(number), body.get("open"), body.get("hidden")
        )
        self.answer({"round": changed})


class Results(ApiHandler):
    """How a class answered."""

    async def get(self, code: str, number: str) -> None:
        """The distribution of each entry."""
        self.instructor()
        self.answer(await self.service.results(code, int(number)))


class Scatter(ApiHandler):
    """Two numbers against each other."""

    async def get(self, code: str, number: str) -> None:
        """`?x=KEY&y=KEY`."""
        self.instructor()
        given = (code, int(number), self.query("x"), self.query("y"))
        self.answer(await self.service.scatter(*given))


class Profile(ApiHandler):
    """The gaps of a class."""

    async def get(self, code: str, number: str) -> None:
        """What the exercise computes, or `?table=FIELD&perceived=COLUMN&expected=COLUMN`."""
        self.instructor()
        names = [self.query(name) for name in ("table", "perceived", "expected")]
        self.answer(await self.service.profile(code, int(number), *names))


class Moves(ApiHandler):
    """Who moved between two rounds."""

    async def get(self, code: str) -> None:
        """`?first=ID&second=ID&entry=KEY`."""
        self.instructor()
        ids = [self.query(name) for name in ("first", "second")]
        if not all(name.isascii() and name.isdigit() and len(name) < 16 for name in ids):
            raise RefusedError("no_round")
        first, second = (int(name) for name in ids)
        self.answer(await self.service.moves(code, first, second, self.query("entry")))


class Texts(ApiHandler):
    """What students wrote, and which of it may be shown."""

    async def get(self, code: str, number: str) -> None:
        """`?entry=KEY`, all of it; with `&shown=1` only what may be shown."""
        self.instructor()
        shown = self.query("shown") == "1"
        found = await self.service.texts(code, int(number), self.query("entry"), shown)
        self.answer({"texts": found})

    async def put(self, code: str, number: str) -> None:
        """`{answer, sequence, entry, shown}`: judges the text that was read."""
        self.instructor()
        given = shaped(
            self.body(),
            answer=is_whole,
            sequence=is_whole,
            entry=is_text(LONGEST_ENTRY),
            shown=is_bool,
        )
        await self.service.judge(code, int(number), *given)
        self.answer({"judged": True})


class RoundFile(ApiHandler):
    """A round as a file."""

    async def get(self, code: str, number: str) -> None:
        """CSV."""
        self.instructor()
        content = await self.service.round_csv(code, int(number))
        self.answer_file(content, "text/csv; charset=utf-8", f"class-answers-{int(number)}.csv")


class RoomFile(ApiHandler):
    """A room as a file."""

    async def get(self, code: str) -> None:
        """XLSX."""
        self.instructor()
        self.answer_file(await self.service.room_xlsx(code), XLSX, "class-answers.xlsx")


def routes(service: Service, names: Collection[str] = ()) -> list[Any]:
    """All addresses, for a tornado application; `names` as in `ApiHandler`."""
    given = {"service": service, "names": names}
    room, number = r"/rooms/([^/]+)", r"/rounds/([0-9]{1,15})"
    found = {
        "/instructor": SignIn,
        "/rooms": Rooms,
        room: OneRoom,
        room + "/board": Board,
        room + "/end": End,
        room + "/moves": Moves,
        room + r"/answers\.xlsx": RoomFile,
        room + "/rounds": Rounds,
        room + number: OneRound,
        room + number + "/answer": OneAnswer,
        room + number + "/results": Results,
        room + number + "/scatter": Scatter,
        room + number + "/profile": Profile,
        room + number + "/texts": Texts,
        room + number + r"/answers\.csv": RoundFile,
        "(?:/.*)?": Nothing,
    }
    return [(ROOT + path, handler, given) for path, handler in found.items()]
