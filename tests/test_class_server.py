"""The class server as it is started: one port for the book, the API and the notebooks."""

from __future__ import annotations

import ast
import json
import re
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from servicequality.classmode.api_handler import ROOT
from servicequality.classroom.addresses import students_hosts
from servicequality.classroom.words import CLASSROOM
from tests.class_api import Api, start
from tests.class_hall import FILES, write_book
from tests.loops import run
from tests.test_class_pages import WATCH, forbidden
from tests.test_classroom import AXE, EXERCISE, PATIENCE, Server, answer, running

# Not the address that a local server listens at, and yet this machine.
OTHER = "127.0.0.2"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("class")
    # On all addresses, as a class needs it.
    with running(
        folder, 0, "--site", str(write_book(folder / "course")), "--name", "hall.local"
    ) as server:
        yield server


@pytest.fixture(scope="module")
def api(server: Server) -> Api:
    """The API of the server, with the token that it printed."""
    assert str(server.folder / "answers.sqlite3") in server.said
    return Api(int(server.address.rpartition(":")[2]), server.token)


def test_a_class_answers_without_a_kernel(server: Server, api: Api) -> None:
    code = api.room()
    number = api.round(code)
    for name in "abc":
        assert api.send(code, number, start(), name).json["outcome"] == "stored"
    told = api.teach("GET", f"/rooms/{code}/rounds/{number}/results")
    assert told["answers"] == 3
    assert server.kernels() == []


def test_students_have_the_book_and_the_instructor_the_notebooks(server: Server) -> None:
    status, text = answer(server.address)
    assert (status, text) == (200, FILES["index.html"])
    status, text = server.answer("/class/")
    assert status == 200
    assert "gap-explorer" in text
    assert server.answer("/class/nothing")[0] == 404


@pytest.mark.parametrize(
    "path",
    ["/class/", "/class/gap-explorer", EXERCISE, "/voila/render/marking.ipynb", "/api/kernels/1",
     "/voila/static/voila.js", "/voila/files/gap-explorer.ipynb", "/login", "/logout", "/api/me"],
)  # fmt: skip
def test_students_reach_no_kernel(server: Server, path: str) -> None:
    status, text = answer(server.address + path)
    assert status in (403, 404)
    assert "kernelId" not in text
    assert server.kernels() == []


def test_a_connection_to_a_kernel_asks_for_the_cookie(server: Server) -> None:
    address = server.address.replace("http", "ws")
    name = "/api/kernels/00000000-0000-0000-0000-000000000000/channels"

    async def connect(**headers: str) -> int:
        with pytest.raises(HTTPClientError) as raised:
            await websocket_connect(HTTPRequest(address + name, headers=headers))
        return raised.value.code

    assert run(connect()) == 403
    # With it the kernel is looked for.
    assert run(connect(Cookie=server.cookie)) == 404


def test_policies_are_those_of_what_is_shown(server: Server) -> None:
    def policy(path: str) -> str:
        request = urllib.request.Request(server.address + path, headers={"Cookie": server.cookie})
        with urllib.request.urlopen(request) as answered:
            assert answered.headers["X-Content-Type-Options"] == "nosniff"
            assert answered.headers["Referrer-Policy"] == "same-origin"
            return str(answered.headers["Content-Security-Policy"])

    book, list_of_all = policy("/"), policy("/class/")
    assert "'wasm-unsafe-eval'" in book
    assert "'unsafe-inline'" not in re.search("script-src[^;]*", book)[0]
    assert "script-src" not in list_of_all
    for found in (book, list_of_all):
        assert "frame-ancestors 'none'" in found
        assert "http" not in found


def test_the_start_page_shows_the_way_for_students(server: Server) -> None:
    port = server.address.rpartition(":")[2]
    page = BeautifulSoup(server.answer("/class/")[1], "html.parser")
    place = page.select_one(".cl-address a")
    # The name that was given by hand.
    assert place["href"] == place.get_text() == f"http://hall.local:{port}/"
    code = page.find(attrs={"role": "img"})
    assert code["aria-label"] == f"QR code for http://hall.local:{port}/"
    assert code.find("svg") is not None
    assert f"http://hall.local:{port}/join" in page.get_text()
    for host in students_hosts([], local=False):
        link = page.find("a", href=f"/class/?at={host}")
        assert link.get_text() == f"http://{host}:{port}/"
        other = BeautifulSoup(server.answer(link["href"])[1], "html.parser")
        assert other.select_one(".cl-address a")["href"] == link.get_text()
        assert other.find(attrs={"role": "img"}).svg != code.svg
        # It stays chosen.
        again = BeautifulSoup(server.answer("/class/")[1], "html.parser")
        assert again.select_one(".cl-address a")["href"] == link.get_text()
    # An address that is not this machine's is not shown as if it were.
    strange = BeautifulSoup(server.answer("/class/?at=elsewhere.example")[1], "html.parser")
    assert strange.select_one(".cl-address a")["href"] == place["href"]


@pytest.mark.parametrize("width", [375, 1280])
def test_the_start_page_is_for_every_screen_and_reader(
    server: Server, browser: Browser, width: int
) -> None:
    context = server.context(browser, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{server.address}/class/")
    code = page.get_by_role("img").first
    expect(code).to_be_visible()
    size = code.locator("svg").bounding_box()
    assert size["width"] == size["height"] >= 200
    page.get_by_text(CLASSROOM["other_addresses"]).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then((result) => result.violations)")
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
    context.close()


def test_voila_needs_nothing_that_its_policy_forbids(server: Server, browser: Browser) -> None:
    context = server.context(browser)
    context.add_init_script(WATCH)
    page = context.new_page()
    for name in ("gap-explorer", "marking"):
        page.goto(f"{server.address}/class/", timeout=PATIENCE)
        page.goto(f"{server.address}/voila/render/{name}.ipynb", timeout=PATIENCE)
        expect(page.get_by_role("main").get_by_role("button").first).to_be_visible(timeout=PATIENCE)
        page.wait_for_load_state("networkidle")
        assert forbidden(page) == []
    context.close()


def test_the_window_shows_the_same(server: Server) -> None:
    port = server.address.rpartition(":")[2]
    assert f"http://hall.local:{port}/" in server.said
    for host in students_hosts([], local=False):
        assert f"http://{host}:{port}/" in server.said


def test_other_machines_reach_it_under_addresses_and_its_name(server: Server) -> None:
    port = server.address.rpartition(":")[2]
    assert answer(f"http://{OTHER}:{port}/")[0] == 200
    assert answer(f"http://{OTHER}:{port}{EXERCISE}")[0] == 403
    assert answer(server.address, Host=f"hall.local:{port}")[0] == 200
    assert answer(server.address, Host=f"other.local:{port}")[0] == 403


def test_a_local_server_is_not_reached_from_elsewhere(tmp_path: Path) -> None:
    with running(tmp_path, 0, "--local", "--site", str(tmp_path / "site")) as server:
        assert answer(server.address)[0] == 503
        assert "make site" in server.said
        port = int(server.address.rpartition(":")[2])
        with pytest.raises(OSError, match=r"."), socket.create_connection((OTHER, port), 5):
            pass
        page = server.answer("/class/")[1]
        assert CLASSROOM["only_here"] in page
        assert "svg" not in page


def test_kernels_are_told_how_to_ask_the_class(server: Server) -> None:
    source = (
        "import os\nfrom IPython.display import display\n"
        "names = ['URL', 'TOKEN', 'ADDRESS']\n"
        "print([os.environ['SERVICEQUALITY_CLASS_' + name] for name in names])"
    )
    cells = [{"cell_type": "code", "id": "told", "metadata": {}, "source": source,
              "outputs": [], "execution_count": None}]  # fmt: skip
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    notebook = nbformat.from_dict(
        {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    )
    nbformat.write(notebook, server.folder / "told.ipynb")
    status, text = server.answer("/voila/render/told.ipynb")
    assert status == 200
    found = BeautifulSoup(text, "html.parser").find(string=re.compile(r"^\s*\['http"))
    port = server.address.rpartition(":")[2]
    assert ast.literal_eval(str(found).strip()) == [
        f"http://127.0.0.1:{port}", server.token, f"http://hall.local:{port}",
    ]  # fmt: skip


def test_another_address_below_it_is_nothing_in_its_own_words(server: Server, api: Api) -> None:
    assert api.ask("GET", "/nothing").error == "not_found"
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(server.address + ROOT)
    assert json.loads(raised.value.read())["error"]["code"] == "not_found"
