"""The scripts and styles of pages, bundled by several processes at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

BUNDLE = """
import sys
from pathlib import Path
from servicequality.page import assets

assets.ASSETS = Path(sys.argv[1]) / "assets"
assets.FILES = assets.ASSETS / "files"
for name in assets.ensure_assets().values():
    assert (assets.FILES / name).is_file(), name
"""


def test_a_process_that_bundles_waits_for_another(tmp_path: Path) -> None:
    command = [sys.executable, "-c", BUNDLE, str(tmp_path)]
    with FileLock(tmp_path / "assets.lock"):
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            process.communicate(timeout=10)
        assert not (tmp_path / "assets").exists()
    assert process.communicate() == (None, "")
    assert process.returncode == 0
