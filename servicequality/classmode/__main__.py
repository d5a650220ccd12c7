"""Class mode alone, without notebooks: `python -m servicequality.classmode`.

One of several instances behind a proxy, on PostgreSQL; or a small one, for tests and benchmarks.
What the environment says of store and token is in `servicequality.classmode.start`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.web import Application

from servicequality.classmode.engines import StoreError
from servicequality.classmode.handlers import routes
from servicequality.classmode.listening import SERVER_OPTIONS, listening
from servicequality.classmode.service import Service
from servicequality.classmode.start import FILE, open_service, told


def main() -> int:
    """The command line; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8867, help="the port, 0 for any")
    parser.add_argument("--address", default="127.0.0.1", help="the address to listen at")
    parser.add_argument("--file", type=Path, default=FILE, help="the store, if it is a file")
    parser.add_argument("--name", action="append", default=[], help="a name of this server")
    parser.add_argument(
        "--behind-proxy",
        action="store_true",
        help="trust X-Real-IP and X-Forwarded-For: let the proxy set both",
    )
    options = parser.parse_args()
    language = os.environ.get("SERVICEQUALITY_LANGUAGE", "en")
    try:
        sockets = listening(options.port, options.address)
    except OSError as error:
        print(f"Nothing can be served at {options.address}, port {options.port}: "
              f"{error.strerror}.", file=sys.stderr)  # fmt: skip
        return 1
    try:
        service = open_service(options.file, language)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    asyncio.run(serve(service, sockets, options))
    return 0


async def serve(
    service: Service, sockets: list[socket.socket], options: argparse.Namespace
) -> None:
    """Serves until it is told to end; what is being written is finished first."""
    application = Application(routes(service, options.name), log_function=lambda _handler: None)
    server = HTTPServer(application, xheaders=options.behind_proxy, **SERVER_OPTIONS)
    server.add_sockets(sockets)
    port = sockets[0].getsockname()[1]
    print(f"Class mode is at http://{options.address}:{port}/class/api", flush=True)
    print("\n".join(told(service)), flush=True)
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await ended.wait()
    server.stop()
    await server.close_all_connections()
    service.close()


if __name__ == "__main__":
    sys.exit(main())
