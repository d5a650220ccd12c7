"""Listening for a class: at the port that was wanted, or at another where it is taken."""

from __future__ import annotations

import errno
import socket

from servicequality.classmode.listening import listening
from servicequality.classroom.addresses import LOOPBACK


def sockets_at(port: int, host: str | None) -> tuple[list[socket.socket], bool]:
    """Listening sockets at a port, or at any free one where it is taken; and whether it was.

    `host` is None for all addresses.
    """
    if port and answers(port):
        return listening(0, host), True
    try:
        return listening(port, host), False
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        return listening(0, host), True


def answers(port: int) -> bool:
    """Whether somebody listens at a port of this machine.

    Some systems let a server take all addresses at a port whose loopback belongs to another.
    """
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1):
            return True
    except OSError:
        return False
