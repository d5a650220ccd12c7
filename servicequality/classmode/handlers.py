"""The addresses of class mode: JSON in, JSON out, errors in plain words with a code.

Students need the code of a room and nothing else; all other addresses need the instructor's token,
in the header `Authorization: Bearer TOKEN` or, after signing in, in a cookie. What changes
something takes JSON alone and no request from another site.
"""

from __future__ import annotations

from collections.abc import Collection
from http import HTTPStatus
from typing import Any

from servicequality.classmode.api_handler import CLIENT_HEADER, COOKIE, ROOT, ApiHandler
from servicequality.classmode.messages import (
    RefusedError,
    is_client,
    is_whole,
    shaped,
)
from servicequality.classmode.records import DELETE, KEEP
from servicequality.classmode.schema import LONGEST_ENTRY, LONGEST_SUBJECT
from servicequality.classmode.service import REHEARSAL, Service

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def is_bool(value: Any) -> bool:
    """Whether a value is true or false."""
    return isinstance(value, bool)


def is_text(longest: int) -> Any:
    """A check of a text's length."""
    return lambda value: isinstance(value, str) and len(value) <= longest


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
        self.service.gate.check_token(token, self.address)
        secure = self.request.protocol == "https"
        self.set_cookie(COOKIE, self.service.gate.cookie, httponly=True, samesite="Strict",
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
