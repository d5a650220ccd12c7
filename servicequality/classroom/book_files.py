"""The built book as a server gives it out: files read once, packed once, each with its headers.

They are kept in memory, about twelve megabytes. So nothing but the book's files can be asked for,
whatever an address says, and a book that is built anew meanwhile does not change under a class.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from servicequality.book.heads.missing_page import RELATIVE

INDEX = "index.html"
MISSING = "404.html"
# Not the machine's own table: on Windows that may call a script plain text.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
OTHER = "application/octet-stream"
# Packed already.
CLOSED = {".ico", ".jpg", ".pdf", ".png", ".webp", ".woff2"}
SMALLEST_PACKED = 512  # bytes
# Names that carry a hash of what the file holds: such a file never changes.
HASHED = re.compile(r"_static/.*-(?:[0-9a-f]{12}|[0-9A-Z]{8})\.\w+")
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"

SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
# Blocks of data are not run, so the policy does not ask about them.
DATA = re.compile(r"\btype\s*=\s*[\"']?application/(?:ld\+)?json", re.IGNORECASE)
SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
# Exercises are WebAssembly. Charts and tables have a few attributes of style, which run nothing.
# Students' pages talk to this server alone; pictures are saved by way of data: and blob:.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; "
    "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class BookFile:
    """A file: its type, how long it is good for, its policy, what it holds, and that packed.

    `packed` is None where it saves nothing. `tag` stands for the content.
    """

    kind: str
    keep: str
    policy: str
    tag: str
    plain: bytes
    packed: bytes | None


def read_book(folder: Path) -> dict[str, BookFile]:
    """The files of a built book by their path in it; empty where no book is built.

    What is hidden or leads out of the folder is left out.
    """
    if not (folder / INDEX).is_file():
        return {}
    root = folder.resolve()
    found = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts) or not path.is_file():
            continue
        if path.resolve().is_relative_to(root):
            found[inside.as_posix()] = book_file(inside.as_posix(), path.read_bytes())
    return found


def book_file(name: str, content: bytes) -> BookFile:
    """A file of the book from its path there and what it holds."""
    suffix = "." + name.rpartition(".")[2].lower()
    if name == MISSING:
        # It is shown at any address, so its links start at the root.
        content = RELATIVE.sub(r"\1/", content.decode()).encode()
    packed = None
    if suffix not in CLOSED and len(content) >= SMALLEST_PACKED:
        # Without a time, so that the same book is the same bytes.
        packed = gzip.compress(content, 9, mtime=0)
    if packed is not None and len(packed) >= len(content):
        packed = None
    # A picture opened alone is a document too.
    inline = inline_scripts(content.decode()) if suffix == ".html" else []
    return BookFile(
        kind=TYPES.get(suffix, OTHER),
        keep=FOREVER if HASHED.fullmatch(name) else ASK_AGAIN,
        policy=policy(inline),
        tag=hashlib.sha256(content).hexdigest()[:32],
        plain=content,
        packed=packed,
    )


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in a page itself, as they are run."""
    # A browser reads every end of a line as one character.
    text = html.replace("\r\n", "\n").replace("\r", "\n")
    return [
        script
        for attributes, script in SCRIPT.findall(text)
        if not SOURCE.search(attributes) and not DATA.search(attributes)
    ]


def policy(inline: Iterable[str]) -> str:
    """The content security policy of a page of the book with these scripts in itself.

    A page that is built once can carry no nonce; each of its scripts is allowed by its hash.
    """
    found = dict.fromkeys(hash_source(script) for script in inline)
    return POLICY.format(hashes="".join(f" {source}" for source in found))


def hash_source(script: str) -> str:
    """A script as a policy names it."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def found_in(book: Mapping[str, BookFile], path: str) -> BookFile | None:
    """The file at a path below `/`, the front page at the root itself; None where there is none."""
    return book.get(path or INDEX)


def takes_gzip(header: str) -> bool:
    """Whether who sends this `Accept-Encoding` takes packed files."""
    for entry in header.lower().split(","):
        name, _, more = entry.partition(";")
        if name.strip() in ("gzip", "x-gzip", "*"):
            weight = more.replace(" ", "")
            return not re.fullmatch(r"q=0(\.0*)?", weight)
    return False
