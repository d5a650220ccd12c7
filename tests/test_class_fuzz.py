"""Whatever is asked of class mode, it answers in its own words, and stores only what fits.

As many requests as `SERVICEQUALITY_FUZZ_REQUESTS` says, some hundreds where it says nothing.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from servicequality.classmode.api_handler import CLIENT_HEADER, COOKIE, ROOT
from servicequality.classmode.messages import STATUS
from servicequality.classmode.store import Store
from servicequality.classmode.subjects import find_subject, items_by_id
from servicequality.core.answers import key_of
from servicequality.exercises import find
from tests.class_api import EXERCISE, ITEM, UNLIMITED, Api, client_id, running, start
from tests.class_stores import BACKENDS, empty_database
from tests.drawing import AWKWARD, misfits, values

REQUESTS = int(os.environ.get("SERVICEQUALITY_FUZZ_REQUESTS", "400"))
LIGHT = {"deadline": None, "suppress_health_check": list(HealthCheck), "database": None}

GAPS = find("gap-explorer")
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.integers(-(2**70), 2**70), st.floats(),
    st.text(max_size=30), st.sampled_from(AWKWARD), st.just("\ud83d"),
)  # fmt: skip
ANY_JSON = st.recursive(
    ODD,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


def mostly(right: st.SearchStrategy[Any], *others: st.SearchStrategy[Any]) -> Any:
    """Four in five times the first; else one of the others. `one_of` weighs by what is inside."""
    drawn = [right] * (4 * len(others)) + list(others)
    return st.sampled_from(drawn).flatmap(lambda chosen: chosen)


# A question of each type.
ITEMS = {item["type"]: item for item in items_by_id().values()}
KEYS = st.sampled_from([{"answer": key_of(item)} for item in ITEMS.values()])
NUMBERS = st.fixed_dictionaries({"answer": st.floats() | st.integers() | st.text("0123456789.,-")})
WRONG = (misfits(GAPS), KEYS, NUMBERS, ANY_JSON, st.fixed_dictionaries({"answer": ODD}))
FIRST = mostly(values(GAPS), *WRONG)
# The key of the question that the second round asks, filled in when it is sent.
KEY = "the key of the question"
SECOND = mostly(st.just({"answer": KEY}), *WRONG)
VALUES = FIRST | SECOND
CLIENTS = st.sampled_from([client_id(name) for name in "abc"])
SEQUENCES = mostly(st.integers(1, 2**53 - 1), st.sampled_from([1, 2, 3, 0, -1, 2**53, True, 1.5]))
ENTRY = st.sampled_from(["service", "perception", "answer", "verdict", "x", "a/b/c", ""])


def loosely(**wanted: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A body of a form, or one with a part replaced, missing or added, or anything."""
    right = st.fixed_dictionaries(wanted)
    wrong = st.fixed_dictionaries(
        {}, optional={name: part | ODD for name, part in {**wanted, "more": ODD}.items()}
    )
    return mostly(right, wrong, ANY_JSON)


SUBJECTS = st.sampled_from([EXERCISE, ITEM, "exercise/leaking-bucket", "x"])
ANSWERS = mostly(st.integers(1, 20), st.sampled_from([2**31, 2**53 - 1]))
NONE = st.none()
ROOM, ROUND = "/rooms/{code}", "/rooms/{code}/rounds/{n}"
# What is asked rightly, more or less: method, path, body. Answers often.
ACTIONS: list[tuple[str, str, st.SearchStrategy[Any]]] = [
    *[("PUT", f"{ROOM}/rounds/{number}/answer",
       loosely(client=CLIENTS, sequence=SEQUENCES, values=values))
      for number, values in (("{first}", FIRST), ("{second}", SECOND), ("{n}", VALUES))] * 3,
    ("POST", "/instructor", loosely(token=st.text(max_size=10))),
    ("POST", "/rooms", loosely(promise=st.sampled_from(["keep", "delete", "x"]))),
    ("POST", f"{ROOM}/rounds", loosely(subject=SUBJECTS, hidden=st.booleans())),
    ("PATCH", ROUND, loosely(open=st.booleans(), hidden=st.booleans())),
    ("PATCH", ROUND, loosely(open=st.just(True))),
    ("PUT", f"{ROUND}/texts",
     loosely(answer=ANSWERS, sequence=SEQUENCES, entry=ENTRY, shown=st.booleans())),
    ("POST", f"{ROOM}/end", loosely(keep=st.just(True))),
    ("GET", "/rooms", NONE),
    *[("GET", ROOM + end, NONE) for end in ("", "/board", "/moves", "/answers.xlsx")],
    *[("GET", ROUND + end, NONE)
      for end in ("/results", "/scatter", "/profile", "/texts", "/answers.csv")],
]  # fmt: skip
BODIES = st.one_of(*(body for _, _, body in ACTIONS))


def raw(bodies: st.SearchStrategy[Any]) -> st.SearchStrategy[bytes]:
    """Bodies as bytes: rightly written most of the time."""
    return mostly(
        bodies.map(lambda body: json.dumps(body).encode()),
        bodies.map(
            lambda body: json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")
        ),
        bodies.map(lambda body: json.dumps(body).encode()[:-1]),
        st.binary(max_size=60),
    )


ODD_PARTS = ["", "x", "%00", "%ff", "%2e%2e", "..", "0", "99999999", "-1", "9" * 30, "%F0%9F%99%82"]
QUERY = st.lists(
    st.tuples(
        st.sampled_from(["x", "y", "entry", "first", "second", "shown", "table", "perceived"]),
        st.sampled_from(["perception", "service", "1", "2", "x", "%ff", "%00", "9" * 50, ""]),
    ),
    max_size=3,
).map(lambda pairs: "&".join("=".join(pair) for pair in pairs))
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "Origin": st.sampled_from(["null", "http://elsewhere.example", "x", "http://["]),
        "Sec-Fetch-Site": st.sampled_from(["same-origin", "cross-site", ""]),
        CLIENT_HEADER: CLIENTS | st.sampled_from(["", "x", "é" * 30]),
        "Cookie": st.sampled_from([f"{COOKIE}=x", "=;;=", f"{COOKIE}=é"]),
        "Accept-Encoding": st.just("gzip"),
    },
)


@st.composite
def requests(draw: st.DrawFn) -> dict[str, Any]:
    """A request, by names in braces where it is filled in."""
    odd = draw(st.sampled_from(ODD_PARTS))
    code = draw(st.sampled_from(["{code}"] * 12 + [odd]))
    number = draw(st.sampled_from(["{first}"] * 6 + ["{second}"] * 5 + [odd]))
    method, path, bodies = draw(st.sampled_from(ACTIONS))
    if draw(st.sampled_from([True, False, False, False, False])):
        method = draw(st.sampled_from(["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD"]))
        path = draw(st.sampled_from([path, path, f"/{odd}", "", f"{path}/{odd}"]))
        bodies = BODIES
    query = draw(QUERY)
    headers = draw(mostly(st.just({}), HEADERS))
    kind = draw(st.sampled_from(["application/json"] * 15 + ["text/plain", ""]))
    path = path.replace("{code}", code).replace("{n}", number)
    return {
        "method": method,
        "path": f"{path}?{query}" if query else path,
        "headers": {"Content-Type": kind, **headers},
        "raw": draw(raw(bodies)) if method not in ("GET", "HEAD") else None,
        "teacher": draw(mostly(st.just(True), st.just(False))),
    }


@pytest.fixture(scope="module", params=BACKENDS)
def api(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    with (
        empty_database(request.param, tmp_path_factory.mktemp("store")) as url,
        running(Store(url), UNLIMITED) as api,
    ):
        yield api


def test_nothing_makes_it_fail_and_nothing_is_stored_that_does_not_fit(api: Api) -> None:
    code, key = "00000000", ""
    types = itertools.cycle(ITEMS.values())
    rounds: dict[str, int] = {}
    seen: Counter[Any] = Counter()

    def renew() -> None:
        """Another room where the last one was ended, and where nothing is open any more."""
        nonlocal code, key
        reply = api.ask("GET", f"/rooms/{code}")
        if reply.status != 200 or not any(found["open"] for found in reply.json["rounds"]):
            code = api.room()
            item = next(types)
            key = json.dumps(key_of(item))
            rounds.update(first=api.round(code), second=api.round(code, f"item/{item['id']}"))

    @seed(11)
    @settings(max_examples=REQUESTS, phases=[Phase.generate], **LIGHT)
    @given(requests())
    def ask(request: dict[str, Any]) -> None:
        path = request.pop("path").replace("{code}", code)
        for name, number in rounds.items():
            path = path.replace("{" + name + "}", str(number))
        try:
            request["headers"] = {
                name: value.encode("utf-8").decode("latin-1")
                for name, value in request["headers"].items()
            }
            if request["raw"] is not None:
                request["raw"] = request["raw"].replace(json.dumps(KEY).encode(), key.encode())
            reply = api.ask(path=path, **request)
        except http.client.InvalidURL:
            return
        seen[reply.status] += 1
        seen["acknowledged"] += request["method"] == "PUT" and "outcome" in reply.text
        assert reply.status < 500, reply.content
        if reply.status >= 400 and request["method"] != "HEAD":
            assert STATUS[reply.error] == reply.status
        if "/end" in path or "/rounds" in path:
            renew()

    renew()
    ask()
    for path in (f"/rooms/{code}/rounds/{number}/results" for number in rounds.values()):
        assert api.teach("GET", path)["answers"] >= 0
    assert {200, 401, 404, 405} <= set(seen), seen
    stored = 0
    store = api.service.store
    for room in store.rooms():
        for found in store.rounds(room):
            subject = find_subject(found.subject)
            for answer in store.answers(found):
                assert subject.checked(answer.values) == answer.values
                assert answer.sequence >= 1
                stored += 1
    assert stored, seen
    assert seen["acknowledged"] > REQUESTS // 100, seen
    assert seen[200] > REQUESTS // 5, seen


@settings(max_examples=max(60, REQUESTS // 4), phases=[Phase.generate], **LIGHT)
@given(entered=VALUES, sequence=SEQUENCES)
def test_an_answer_is_acknowledged_or_leaves_no_trace(
    api: Api, entered: Any, sequence: Any
) -> None:
    code = api.room()
    number = api.round(code)
    body = {"client": client_id("c"), "sequence": sequence, "values": entered}
    raw = json.dumps(body).encode()
    reply = api.ask("PUT", f"/rooms/{code}/rounds/{number}/answer", raw=raw)
    assert reply.status in (200, 400, 422), reply.content
    kept = api.service.store.answers(api.service.store.rounds(api.service.store.room(code))[0])
    if reply.status == 200:
        assert [answer.sequence for answer in kept] == [sequence]
        assert kept[0].values == find_subject(EXERCISE).checked(entered)
    else:
        assert kept == []


def test_paths_lead_nowhere_else(api: Api) -> None:
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/rooms/..%2f..%2fetc%2fpasswd",
                 "/rooms/../../class/api/rooms", "/..\\..\\x", "//rooms"):  # fmt: skip
        reply = api.ask("GET", path)
        assert reply.status in (400, 401, 404)
        assert b"root:" not in reply.content


def test_it_answers_as_before_after_all_that(api: Api) -> None:
    code = api.room()
    assert api.send(code, api.round(code), start(), "last").status == 200
    assert ROOT.startswith("/")
