"""Serves the built site on this machine: `python -m servicequality.book.serve`."""

from __future__ import annotations

import argparse
import errno
import functools
import http.server
import sys
from pathlib import Path

from servicequality.book.build import SITE


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files and keeps quiet about it."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a line for each file would bury the address."""


def server(folder: Path = SITE, port: int = 0) -> http.server.ThreadingHTTPServer:
    """A server of a folder on this machine alone; port 0 takes any free one.

    Raises OSError where the port is taken.
    """
    handler = functools.partial(Handler, directory=str(folder))
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)


def main() -> int:
    """The command line; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    wanted: int = parser.parse_args().port
    try:
        httpd = server(port=wanted)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        httpd = server()
        print(f"Port {wanted} is taken, so another one is used.")
    print(f"\nThe course is at http://127.0.0.1:{httpd.server_address[1]}/  (Ctrl+C stops it)")
    sys.stdout.flush()
    try:
        httpd.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
