"""What waits to be sent, before a server and a network that lose much: nothing is lost or wrong."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from servicequality.page.assets import node

DRIVER = Path(__file__).with_name("class_outbox.mjs")
PLAYS = 300


def played(*plays: dict[str, int]) -> list[dict[str, Any]]:
    """What comes of each play: see the driver."""
    lines = "".join(json.dumps(play) + "\n" for play in plays)
    run = subprocess.run(
        [node(), str(DRIVER)], input=lines, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.parametrize("tabs", [1, 2, 3])
def test_what_was_sent_last_is_what_the_class_has(tabs: int) -> None:
    presses = 8
    found = played(
        *[{"seed": seed, "tabs": tabs, "presses": presses} for seed in range(1, PLAYS + 1)]
    )
    assert len(found) == PLAYS
    for seed, end in enumerate(found, start=1):
        assert (end["stored"], end["sent"]) == (presses, presses), (seed, end)
        assert (end["waits"], end["refused"]) == (False, False), (seed, end)
        assert end["clients"] == 1
    # The plays were no walk-over: acknowledgements of earlier answers came, and not for all.
    assert PLAYS < sum(end["acknowledged"] for end in found) < PLAYS * presses
