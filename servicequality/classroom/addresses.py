"""Under which addresses a class reaches this machine, and under which names it may be asked.

Nothing here sends anything: addresses are read from the machine's interfaces, and the way that a
packet would take is asked of its own table of routes.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import psutil

from servicequality.classmode.api_handler import is_address

LOOPBACK = "127.0.0.1"
PRIVATE = [
    ipaddress.IPv4Network(text) for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
]
# Interfaces of containers, virtual machines and tunnels: no phone is in those networks. A bridge
# as such is none of them: macOS shares its connection by one.
VIRTUAL = re.compile(
    r"docker|br-|veth|virbr|vmnet|vboxnet|vnic|vethernet|virtualbox|vmware|podman|cni|flannel|cali"
    r"|lxc|lxd|tun|tap|utun|wg|tailscale|zt|zerotier|ipsec|dummy|awdl|llw",
    re.IGNORECASE,
)
# For documentation (RFC 5737): nobody has it, and nothing is sent there.
ELSEWHERE = ("203.0.113.1", 9)
NAME = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")


@dataclass(frozen=True)
class Candidate:
    """An address of version 4, and the name of the interface that has it."""

    interface: str
    address: str


def likeliest(candidates: Iterable[Candidate], routed: str | None = None) -> list[str]:
    """The addresses at which phones may reach this machine, the likeliest first; none twice.

    Real interfaces come before those of containers and tunnels, private ranges before others,
    addresses that a machine gave itself last; among equals the one that `routed`, the way to
    elsewhere, starts from. What no other machine can reach is left out.
    """
    usable = [found for found in candidates if is_reachable(found.address)]
    ranked = sorted(usable, key=lambda found: rank(found, routed))
    return list(dict.fromkeys(found.address for found in ranked))


def is_reachable(address: str) -> bool:
    """Whether another machine may reach an address at all."""
    found = ipaddress.IPv4Address(address)
    return not (found.is_loopback or found.is_unspecified or found.is_multicast)


def rank(candidate: Candidate, routed: str | None) -> tuple[bool, int, bool]:
    """How unlikely a candidate is; the smallest is the best."""
    address = ipaddress.IPv4Address(candidate.address)
    if address.is_link_local:
        range_ = 2
    else:
        range_ = 0 if any(address in network for network in PRIVATE) else 1
    virtual = VIRTUAL.match(candidate.interface) is not None
    return virtual, range_, candidate.address != routed


def own_candidates() -> list[Candidate]:
    """The addresses of the interfaces that are up, in the machine's order."""
    states = psutil.net_if_stats()
    return [
        Candidate(name, entry.address)
        for name, entries in psutil.net_if_addrs().items()
        if name not in states or states[name].isup
        for entry in entries
        if entry.family == socket.AF_INET
    ]


def routed_address() -> str | None:
    """The address from which a packet to elsewhere would start; None where there is no way there.

    A UDP socket is only told its destination: no packet leaves.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return address


def students_hosts(given: Sequence[str], local: bool) -> list[str]:
    """Names and addresses to tell students, the likeliest first; `given` by hand come before all.

    Empty where this machine is in no network.
    """
    if local:
        return [LOOPBACK]
    return list(dict.fromkeys([*given, *likeliest(own_candidates(), routed_address())]))


def own_names(given: Collection[str], hostname: str) -> frozenset[str]:
    """The names under which this machine may be asked, besides addresses and `localhost`."""
    host = hostname.lower().rstrip(".")
    short = host.partition(".")[0]
    found = {name.lower() for name in given if not is_address(name)}
    return frozenset(found | {host, short, f"{short}.local"} - {"", ".local"})


def read_name(text: str) -> str:
    """A name or an address of version 4 as it is given by hand, in small letters.

    Raises ValueError for anything else, an address with a port or a scheme too.
    """
    name = text.strip().lower().rstrip(".")
    if NAME.fullmatch(name) is None:
        raise ValueError(text)
    return name


def web_address(host: str, port: int) -> str:
    """The address of a server, without a slash at its end."""
    return f"http://{host}:{port}"
