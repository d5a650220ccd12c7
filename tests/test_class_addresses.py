"""Which address students are told, and what the window says of it."""

from __future__ import annotations

import re
import socket

import pytest
import segno

from servicequality.classroom.__main__ import main
from servicequality.classroom.addresses import (
    Candidate,
    likeliest,
    own_candidates,
    own_names,
    read_name,
    routed_address,
    students_hosts,
)
from servicequality.classroom.ports import sockets_at
from servicequality.classroom.window import Started, page_code, said, terminal_code


def order(*candidates: tuple[str, str], routed: str | None = None) -> list[str]:
    return likeliest([Candidate(*candidate) for candidate in candidates], routed)


@pytest.mark.parametrize(
    ("candidates", "routed", "best"),
    [
        # A laptop in a hall, with containers.
        ([("lo", "127.0.0.1"), ("docker0", "172.17.0.1"), ("br-1f2e3d", "172.18.0.1"),
          ("virbr0", "192.168.122.1"), ("wlan0", "10.20.30.40")], "10.20.30.40", "10.20.30.40"),
        # A tunnel to the university takes the way to elsewhere.
        ([("tun0", "10.8.0.2"), ("wlp2s0", "192.168.1.20")], "10.8.0.2", "192.168.1.20"),
        ([("tailscale0", "100.101.1.2"), ("en0", "192.168.1.20")], None, "192.168.1.20"),
        # A campus that gives out public addresses.
        ([("docker0", "172.17.0.1"), ("eth0", "193.68.3.4")], "193.68.3.4", "193.68.3.4"),
        # Cable to a public network, and a hotspot for the hall.
        ([("eth0", "193.68.3.4"), ("wlan0", "10.42.0.1")], "193.68.3.4", "10.42.0.1"),
        # Two private networks: the one with a way to elsewhere.
        ([("eth0", "192.168.5.2"), ("wlan0", "10.1.1.1")], "10.1.1.1", "10.1.1.1"),
        # Windows: its names have blanks; its hotspot is no virtual machine.
        ([("vEthernet (WSL)", "172.29.0.1"), ("VirtualBox Host-Only Network", "192.168.56.1"),
          ("Local Area Connection* 10", "192.168.137.1")], None, "192.168.137.1"),
        # macOS shares its connection by a bridge.
        ([("utun3", "10.9.9.9"), ("bridge100", "192.168.2.1")], None, "192.168.2.1"),
        # No server gave an address: better one of its own than none.
        ([("docker0", "172.17.0.1"), ("eth0", "169.254.7.8")], None, "169.254.7.8"),
        ([("eth1", "169.254.7.8"), ("eth0", "192.0.2.2")], None, "192.0.2.2"),
        # Better a bridge than nothing: some machines have their cable in one.
        ([("br-lan", "192.168.1.1")], None, "192.168.1.1"),
    ],
)  # fmt: skip
def test_the_likeliest_address_comes_first(
    candidates: list[tuple[str, str]], routed: str | None, best: str
) -> None:
    for given in (candidates, candidates[::-1]):
        assert order(*given, routed=routed)[0] == best


def test_what_no_phone_can_reach_is_not_told() -> None:
    assert order(("lo", "127.0.0.1"), ("x", "0.0.0.0"), ("y", "224.0.0.1")) == []


def test_an_address_is_told_once_and_equals_keep_the_machines_order() -> None:
    twice = [("eth0", "192.168.1.9"), ("wlan0", "192.168.1.3"), ("wlan1", "192.168.1.9")]
    assert order(*twice) == ["192.168.1.9", "192.168.1.3"]


def test_names_given_by_hand_come_first_and_a_local_server_tells_loopback() -> None:
    assert students_hosts(["class.local"], local=False)[0] == "class.local"
    assert students_hosts(["class.local"], local=True) == ["127.0.0.1"]


def test_this_machine_is_read_and_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Candidate("lo", "127.0.0.1") in own_candidates() or socket.gethostname()

    def refuse(*_given: object) -> None:
        raise AssertionError("something was sent")

    for name in ("send", "sendto", "sendall"):
        monkeypatch.setattr(socket.socket, name, refuse, raising=False)
    routed = routed_address()
    assert routed is None or routed in {found.address for found in own_candidates()}


def test_the_names_of_a_machine() -> None:
    assert own_names(["Class.Example.edu", "10.0.0.1"], "Laptop.example.edu") == {
        "class.example.edu", "laptop.example.edu", "laptop", "laptop.local",
    }  # fmt: skip
    assert own_names([], "") == frozenset()


@pytest.mark.parametrize("text", ["class.local", "LAPTOP", "10.42.0.1", "класс.local"])
def test_a_name_given_by_hand_is_read(text: str) -> None:
    if text.isascii():
        assert read_name(text) == text.lower()
    else:
        with pytest.raises(ValueError, match="local"):
            read_name(text)


@pytest.mark.parametrize("text", ["", "http://class.local", "a:80", "a/b", "-a", "a b", "a" * 300])
def test_what_is_no_name_is_refused_in_words(
    text: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["class", f"--name={text}"])
    with pytest.raises(SystemExit):
        main()
    assert "neither a name nor an address" in capsys.readouterr().err


# Ports


def test_a_port_that_another_has_on_loopback_alone_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        for host in (None, "127.0.0.1"):
            sockets, taken = sockets_at(port, host)
            found = {sock.getsockname()[1] for sock in sockets}
            for sock in sockets:
                sock.close()
            assert taken
            assert len(found) == 1
            assert port not in found


def test_a_free_port_is_used_on_all_addresses_or_on_loopback() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    for host, wanted in ((None, {"0.0.0.0", "::"}), ("127.0.0.1", {"127.0.0.1"})):
        sockets, taken = sockets_at(port, host)
        found = {sock.getsockname()[:2] for sock in sockets}
        for sock in sockets:
            sock.close()
        assert not taken
        assert {port for _, port in found} == {port}
        assert {address for address, _ in found} <= wanted


# The window


def window(can_show: bool = True, **changed: object) -> str:
    given = {"port": 8866, "hosts": ["192.168.1.20", "10.0.0.7"], "local": False,
             "token": "a/b", "place": "/kept/answers.sqlite3", **changed}  # fmt: skip
    return said(Started(**given), str, lambda _text: can_show)


def test_the_window_says_both_addresses_shows_the_code_and_what_to_try() -> None:
    text = window()
    assert "http://127.0.0.1:8866/class/?token=a%2Fb\n" in text
    assert "http://192.168.1.20:8866/\n" in text
    assert terminal_code("http://192.168.1.20:8866/") in text
    assert "http://10.0.0.7:8866/" in text
    assert "/kept/answers.sqlite3" in text
    for word in ("firewall", "8866", "hotspot", "Ctrl+C"):
        assert word in text
    assert "taken" not in text
    assert "{" not in text


def test_the_window_says_what_is_out_of_the_ordinary() -> None:
    assert "Port 8000 is taken, so another one is used: 8866." in window(taken=8000)
    assert "make site" in window(unbuilt="/course/_build/html")
    # A token that was given is not written out.
    assert "http://127.0.0.1:8866/class/\n" in window(token=None)
    assert "in the database" in window(place=None)
    alone = window(local=True, hosts=["127.0.0.1"])
    assert "--local" in alone
    assert "firewall" not in alone
    assert "For students" not in alone
    assert "hotspot" in window(hosts=[])
    assert "█" not in window(can_show=False)
    assert "\x1b" not in window()
    coloured = window(colours=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == window()
    assert coloured.count("\x1b[40;97m") == coloured.count("\x1b[0m") > 10


def test_the_code_is_that_of_the_address() -> None:
    address = "http://192.168.1.20:8866/"
    lines = terminal_code(address).splitlines()
    size = segno.make_qr(address).symbol_size()[0]
    assert {len(line) for line in lines} == {size}
    assert len(lines) == (size + 1) // 2
    assert terminal_code(address) != terminal_code(address[:-1])
    drawn = page_code(address)
    assert f'viewBox="0 0 {size} {size}"' in drawn
    assert "width=" not in drawn
