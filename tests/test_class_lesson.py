"""A lesson in real browsers, over an address that other machines could reach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
POSSIBLE = shutil.which("ip") and shutil.which("unshare") and os.geteuid() == 0


@pytest.mark.skipif(not POSSIBLE, reason="needs root, unshare and ip, for a network of its own")
def test_a_lesson_from_start_to_end(site: Path, tmp_path: Path) -> None:
    command = ["unshare", "--net", sys.executable, "-m", "tests.class_lesson"]
    run = subprocess.run(
        [*command, str(site), str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "outside: []" in run.stdout
