"""Listening for a whole class: thousands of phones that connect at once and stay connected.

Every browser keeps its connections open, whether it asks for something or not, and each of them is
an open file of this process. Systems allow a process 256 or 1,024 of these at first, fewer than a
lecture hall needs, and let it raise that by itself.
"""

from __future__ import annotations

import socket
import sys
from typing import Any

from tornado.netutil import bind_sockets

# Connections at once. A phone has one while its page is open, and up to six while it opens.
CONNECTIONS = 16_000
# Connections that wait to be taken: a hall that scans one code at one moment.
BACKLOG = 2_048
IDLE_SECONDS = 30.0

# For tornado's HTTPServer. A connection that asks for nothing, or does not get to the end of its
# first lines, is closed. A body has a time of its own, of `limits.Limits`.
SERVER_OPTIONS: dict[str, Any] = {
    "idle_connection_timeout": IDLE_SECONDS,
    "max_header_size": 16 * 1024,
}


def listening(port: int, address: str | None) -> list[socket.socket]:
    """Listening sockets; at every address of this machine where `address` is None.

    Raises OSError where the port is taken or the address not this machine's. Before that the
    process is allowed as many open files as it may have, `CONNECTIONS` at most.
    """
    raise_limit_of_files(CONNECTIONS)
    return bind_sockets(port, address, backlog=BACKLOG)


def raise_limit_of_files(wanted: int) -> int:
    """Allows this process so many open files, or as many as the system lets it; gives how many."""
    if sys.platform == "win32":
        # Sockets are no files there, and what limits them is far beyond a class.
        return wanted
    import resource

    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if now == resource.RLIM_INFINITY or now >= wanted:
        return wanted if now == resource.RLIM_INFINITY else now
    allowed = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    except (OSError, ValueError):
        # macOS names no upper end and refuses what is beyond the kernel's; this much it gives.
        allowed = max(now, 10_240)
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    return allowed
