"""A class server to test with, on a loopback port in a thread of its own, and what asks it."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.web import Application

from servicequality.classmode.api_handler import CLIENT_HEADER, ROOT
from servicequality.classmode.bucket import Rate
from servicequality.classmode.handlers import routes
from servicequality.classmode.limits import Limits
from servicequality.classmode.listening import IDLE_SECONDS, SERVER_OPTIONS
from servicequality.classmode.service import Service
from servicequality.classmode.store import Store
from servicequality.classmode.subjects import find_subject
from tests.served import served

EXERCISE = "exercise/gap-explorer"
ITEM = "item/process-behind-a-conference"
UNLIMITED = Limits(
    client=Rate(1e9, 1e9), visit=Rate(1e9, 1e9), address=Rate(1e9, 1e9),
    wrong_code=Rate(1e9, 1e9), wrong_token=Rate(1e9, 1e9),
)  # fmt: skip


@dataclass
class Reply:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    content: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.content)

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    @property
    def error(self) -> str:
        """The code of an error."""
        assert self.headers["Content-Type"] == "application/json"
        assert self.json["error"]["message"]
        code: str = self.json["error"]["code"]
        return code


@dataclass
class Api:
    """A running server, asked one request at a time."""

    port: int
    token: str
    service: Any = None
    sequences: dict[str, int] = field(default_factory=dict)

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        teacher: bool = False,
        headers: dict[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Reply:
        """A request below the root; `raw` is a body that is not JSON."""
        sent = {"Content-Type": "application/json"} if raw is not None or body is not None else {}
        if teacher:
            sent["Authorization"] = f"Bearer {self.token}"
        sent.update(headers or {})
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            content = raw if body is None else json.dumps(body).encode()
            connection.request(method, ROOT + path, content, sent)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def teach(self, method: str, path: str, body: Any = None) -> Any:
        """What the instructor is answered; it must go well."""
        reply = self.ask(method, path, body, teacher=True)
        assert reply.status in (200, 201), reply.content
        return reply.json

    def room(self, promise: str = "keep") -> str:
        """The code of a new room."""
        code: str = self.teach("POST", "/rooms", {"promise": promise})["room"]["code"]
        return code

    def round(self, code: str, subject: str = EXERCISE, hidden: bool = False) -> int:
        """The id of a new round."""
        asked = {"subject": subject, "hidden": hidden}
        number: int = self.teach("POST", f"/rooms/{code}/rounds", asked)["round"]["id"]
        return number

    def send(
        self, code: str, number: int, values: Any, client: str = "c", sequence: int | None = None
    ) -> Reply:
        """Sends a student's answer, under the next sequence where none is given."""
        if sequence is None:
            sequence = self.sequences.get(client, 0) + 1
        self.sequences[client] = sequence
        body = {"client": client_id(client), "sequence": sequence, "values": values}
        return self.ask("PUT", f"/rooms/{code}/rounds/{number}/answer", body)

    def standing(self, code: str, client: str = "c") -> list[int | None]:
        """The sequences kept of a student, by round."""
        reply = self.ask("GET", f"/rooms/{code}", headers={CLIENT_HEADER: client_id(client)})
        assert reply.status == 200, reply.content
        return [found["sequence"] for found in reply.json["rounds"]]


def client_id(name: str) -> str:
    """An id as a browser makes one."""
    return f"{name}-{'x' * 24}"


def start(subject: str = EXERCISE, **changed: Any) -> dict[str, Any]:
    """The start values of an exercise, some changed."""
    found: Any = find_subject(subject)
    return {field["name"]: field["default"] for field in found.spec["fields"]} | changed


@contextmanager
def running(
    store: Store,
    limits: Limits = UNLIMITED,
    more: Sequence[Any] = (),
    idle: float = IDLE_SECONDS,
    **options: Any,
) -> Iterator[Api]:
    """A server over a store, with `more` routes; both are closed at the end.

    `idle` is how long it waits for lines.
    """

    def make() -> tuple[HTTPServer, Service]:
        service = Service(store, limits=limits, **options)
        application = Application([*routes(service), *more], log_function=lambda _handler: None)
        given = {**SERVER_OPTIONS, "idle_connection_timeout": idle}
        return HTTPServer(application, **given), service

    with served(make) as (service, port):
        yield Api(port, service.gate.token, service)
