"""Asking the class server over HTTP, and what went wrong, in words for the instructor.

Where it is, with which token it is asked, and under which address students reach it, the server
itself says in the environment of the kernels that it starts.
"""

from __future__ import annotations

import http.client
import json
import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from servicequality.board.words import BOARD

URL = "SERVICEQUALITY_CLASS_URL"
TOKEN = "SERVICEQUALITY_CLASS_TOKEN"
ADDRESS = "SERVICEQUALITY_CLASS_ADDRESS"
ROOT = "/class/api"
SECONDS = 10.0

Answer = dict[str, Any]


class ClassError(Exception):
    """Why something was not done: `code`, which programs read, and the text, which people read.

    Besides the codes of the class server there are `no_server` (it is not told where it is),
    `unreachable`, `too_slow` and `foreign` (what answers is something else).
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Client:
    """The class server, asked as its instructor. All methods block and raise ClassError.

    `words` are the board's texts in the reader's language.
    """

    def __init__(
        self,
        url: str,
        token: str,
        words: Mapping[str, str] = BOARD,
        seconds: float = SECONDS,
    ) -> None:
        self.words = words
        self.token = token
        self.seconds = seconds
        try:
            parts = urlsplit(url)
            self.host, self.port = parts.hostname or "", parts.port
        except ValueError:
            self.host, self.port = "", None
        if not self.host or parts.scheme not in ("http", "https"):
            raise ClassError("no_server", words["error_bad_url"].replace("{url}", url))
        self.secure = parts.scheme == "https"
        path = parts.path.rstrip("/")
        self.root = path if path.endswith(ROOT) else path + ROOT

    # Rooms

    def rooms(self) -> list[Answer]:
        """All rooms, the latest first."""
        found: list[Answer] = self.ask("GET", "/rooms")["rooms"]
        return found

    def open_room(self, promise: str) -> Answer:
        """A new room; `promise` is "keep", "delete" or "rehearsal"."""
        found: Answer = self.ask("POST", "/rooms", {"promise": promise})["room"]
        return found

    def board(self, code: str) -> Answer:
        """A room (`room`) and its rounds (`rounds`), each with the number of `answers`."""
        return self.ask("GET", f"/rooms/{quote(code)}/board")

    def end_room(self, code: str, keep: bool) -> None:
        """Ends a room, and keeps or deletes its answers."""
        self.ask("POST", f"/rooms/{quote(code)}/end", {"keep": keep})

    # Rounds

    def open_round(self, code: str, subject: str, hidden: bool) -> Answer:
        """Asks about a subject; `hidden` results are not given out before the round is closed."""
        body = {"subject": subject, "hidden": hidden}
        found: Answer = self.ask("POST", f"/rooms/{quote(code)}/rounds", body)["round"]
        return found

    def change_round(self, code: str, number: int, **changes: bool) -> Answer:
        """Opens or closes a round (`open`), hides its results or not (`hidden`)."""
        found: Answer = self.ask("PATCH", self.round(code, number), changes)["round"]
        return found

    def round(self, code: str, number: int) -> str:
        """The path of a round."""
        return f"/rooms/{quote(code)}/rounds/{number}"

    def send(self, code: str, number: int, client: str, sequence: int, values: Answer) -> Answer:
        """Sends an answer as a student does."""
        body = {"client": client, "sequence": sequence, "values": values}
        return self.ask("PUT", self.round(code, number) + "/answer", body)

    # Results

    def results(self, code: str, number: int) -> Answer:
        """How a class answered each entry; `entries` is None while that is withheld."""
        return self.ask("GET", self.round(code, number) + "/results")

    def scatter(self, code: str, number: int, x: str, y: str) -> Answer:
        """Two numbers of each student against each other."""
        return self.ask("GET", self.round(code, number) + "/scatter", query={"x": x, "y": y})

    def profile(self, code: str, number: int) -> list[Answer] | None:
        """The gaps that an exercise computes, over the class.

        None while that is withheld, and for whatever computes none.
        """
        try:
            rows: list[Answer] | None = self.ask("GET", self.round(code, number) + "/profile")[
                "rows"
            ]
        except ClassError as error:
            if error.code != "no_entry":
                raise
            return None
        return rows

    def moves(self, code: str, first: int, second: int, entry: str) -> Answer | None:
        """Who changed an answer between two rounds; None while that is withheld."""
        query = {"first": str(first), "second": str(second), "entry": entry}
        found: Answer | None = self.ask("GET", f"/rooms/{quote(code)}/moves", query=query)["moves"]
        return found

    def texts(self, code: str, number: int, entry: str, shown: bool = False) -> list[Answer]:
        """What students wrote; with `shown` only what may be shown, and no more than the texts."""
        query = {"entry": entry} | ({"shown": "1"} if shown else {})
        path = self.round(code, number) + "/texts"
        found: list[Answer] = self.ask("GET", path, query=query)["texts"]
        return found

    def judge(
        self, code: str, number: int, answer: int, sequence: int, entry: str, shown: bool
    ) -> None:
        """Says whether a text that was read may be shown."""
        body = {"answer": answer, "sequence": sequence, "entry": entry, "shown": shown}
        self.ask("PUT", self.round(code, number) + "/texts", body)

    # Files

    def round_csv(self, code: str, number: int) -> bytes:
        """The answers to a round as a CSV file."""
        return self.fetch("GET", self.round(code, number) + "/answers.csv")

    def room_xlsx(self, code: str) -> bytes:
        """All answers of a room as an XLSX file."""
        return self.fetch("GET", f"/rooms/{quote(code)}/answers.xlsx")

    # Asking

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        query: Mapping[str, str] | None = None,
    ) -> Answer:
        """What the server answers, as it is in JSON."""
        path = f"{path}?{urlencode(query)}" if query else path
        try:
            found = json.loads(self.fetch(method, path, body))
        except ValueError:
            raise self.error("foreign") from None
        if not isinstance(found, dict):
            raise self.error("foreign")
        return found

    def fetch(self, method: str, path: str, body: Any = None) -> bytes:
        """What the server answers, as it is."""
        kind = http.client.HTTPSConnection if self.secure else http.client.HTTPConnection
        connection = kind(self.host, self.port, timeout=self.seconds)
        headers = {"Authorization": f"Bearer {self.token}"}
        content = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            content = json.dumps(body).encode()
        try:
            connection.request(method, self.root + path, content, headers)
            answer = connection.getresponse()
            given = answer.read()
        except TimeoutError:
            raise self.error("too_slow") from None
        except (OSError, http.client.HTTPException):
            raise self.error("unreachable") from None
        finally:
            connection.close()
        if answer.status >= 300:
            raise self.refusal(given)
        return given

    def refusal(self, given: bytes) -> ClassError:
        """What the server refused, in its own words."""
        try:
            told = json.loads(given)["error"]
            return ClassError(str(told["code"]), str(told["message"]))
        except (ValueError, LookupError, TypeError):
            return self.error("foreign")

    def error(self, code: str) -> ClassError:
        """An error of this side."""
        return ClassError(code, self.words[f"error_{code}"])


def client_of_environment(words: Mapping[str, str] = BOARD) -> Client:
    """The client of the server that started this kernel. Raises ClassError where none did."""
    url, token = os.environ.get(URL, ""), os.environ.get(TOKEN, "")
    if not url or not token:
        raise ClassError("no_server", words["error_no_server"])
    return Client(url, token, words)
