"""A local server that treats files as a static host does: compressed, over lasting connections."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

# Hosts leave alone what is compressed in itself: pictures, woff2 fonts.
COMPRESSED = ("text/", "application/json", "application/javascript", "application/wasm",
              "application/xml", "image/svg+xml")  # fmt: skip


@functools.cache
def compressed(path: Path) -> bytes:
    """A file, gzipped once, so that compressing does not count as waiting."""
    return gzip.compress(path.read_bytes(), compresslevel=6)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the files of a folder, text gzipped, and keeps quiet about it."""

    protocol_version = "HTTP/1.1"
    # Headers and content are written apart; the second would wait for the first's receipt.
    disable_nagle_algorithm = True

    def send_head(self) -> BinaryIO | None:
        """Sends the headers; gives what is to follow them."""
        path = Path(self.translate_path(self.path))
        if self.path.endswith("/"):
            path /= "index.html"
        kind = self.guess_type(path)
        if not path.is_file() or not kind.startswith(COMPRESSED):
            return super().send_head()
        content = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text/" in kind else kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        return io.BytesIO(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: lines for each file would bury the figures."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder while it is served, without a slash at the end."""
    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
