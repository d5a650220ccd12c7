"""A server of tornado's in a thread of its own, while a test asks it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from servicequality.classmode.service import Service


@contextmanager
def served(make: Callable[[], tuple[HTTPServer, Service]]) -> Iterator[tuple[Service, int]]:
    """What `make` makes in the thread, at a free port of loopback; both are closed at the end."""
    ready = threading.Event()
    found: list[Any] = []

    async def serve() -> None:
        server, service = make()
        sockets = bind_sockets(0, "127.0.0.1")
        server.add_sockets(sockets)
        ended = asyncio.Event()
        found.extend([service, sockets[0].getsockname()[1], asyncio.get_running_loop(), ended])
        ready.set()
        await ended.wait()
        server.stop()
        await server.close_all_connections()
        service.close()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    assert ready.wait(60)
    service, port, loop, ended = found
    try:
        yield service, port
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(60)
