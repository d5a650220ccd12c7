"""Opening class mode as the environment says, and what is told of it where it was started.

`SERVICEQUALITY_DATABASE_URL` names the store where it is not a file, `SERVICEQUALITY_CLASS_TOKEN`
the instructor's token. Instances that stand behind one proxy need the same of both. The kernels of
a class server find the token under the same name, with `SERVICEQUALITY_CLASS_URL`, where its API is
asked, and `SERVICEQUALITY_CLASS_ADDRESS`, where students are sent; neither ends in a slash.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from servicequality.classmode.engines import store_url
from servicequality.classmode.service import Service
from servicequality.classmode.store import Store

DATABASE = "SERVICEQUALITY_DATABASE_URL"
TOKEN = "SERVICEQUALITY_CLASS_TOKEN"
URL = "SERVICEQUALITY_CLASS_URL"
ADDRESS = "SERVICEQUALITY_CLASS_ADDRESS"
# Beside what is built, which `make clean` removes.
FILE = Path(__file__).parents[2] / "class-answers" / "answers.sqlite3"


def open_service(file: Path, language: str = "en") -> Service:
    """Class mode over its store: the one that the environment names, else a file of SQLite.

    Raises StoreError where the store cannot be opened.
    """
    store = Store(store_url(os.environ.get(DATABASE), file))
    return Service(store, os.environ.get(TOKEN) or None, language)


def new_token(service: Service) -> str | None:
    """The token that has to be told; None where it was given, and so is known."""
    return None if os.environ.get(TOKEN) else service.gate.token


def kernel_environment(
    environment: Mapping[str, str], service: Service, url: str, address: str
) -> dict[str, str]:
    """What a kernel of a class server is given: how to ask the API, and not how to pass it by."""
    kept = {name: value for name, value in environment.items() if name != DATABASE}
    return {**kept, URL: url, TOKEN: service.gate.token, ADDRESS: address}


def told(service: Service) -> list[str]:
    """Lines for the window in which a server is started: where answers are, and the token.

    A token that was given is known; it is not written out again.
    """
    place = service.store.place
    lines = [f"Answers are kept in {place or 'the database'}"]
    if token := new_token(service):
        lines.append(f"The instructor's token is {token}")
    return lines
