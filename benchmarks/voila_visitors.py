"""Plain Voilà, a kernel for each visitor: `python -m benchmarks.voila_visitors [--visitors N]`.

What class mode is compared with: one page with one exercise, opened by one visitor and then by
many at once. Taken are the time until the page is there as a whole, and the memory and processor
time of the visitors' kernels.
"""

from __future__ import annotations

import argparse
import contextlib
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import psutil
from nbformat.v4 import new_code_cell, new_notebook

from benchmarks.common import ROOT, percentile, print_load

VISITORS = 20
PATIENCE = 300.0  # seconds for one page
CODE = 'from servicequality import exercise\nexercise("gap-explorer")'
WHOLE = b"</html>"


@dataclass
class Visit:
    """What visitors found. Times in seconds, memory in bytes; of one visitor on the average."""

    visitors: int
    failed: int = 0
    times: list[float] = field(default_factory=list)
    memory: float = 0.0
    processor: float = 0.0


def measure(visitors: int) -> list[Visit]:
    """One visitor alone, then `visitors` more at once, on the same server."""
    with plain_voila() as (address, server):
        alone = visit(address, server, 1)
        return [alone, visit(address, server, visitors)]


@contextlib.contextmanager
def plain_voila() -> Iterator[tuple[str, psutil.Process]]:
    """The address of a Voilà server of one notebook, and its process."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        notebook = Path(folder) / "exercise.ipynb"
        nbformat.write(new_notebook(cells=[new_code_cell(CODE)]), notebook)
        process = subprocess.Popen(
            [sys.executable, "-m", "voila", str(notebook), "--no-browser", f"--port={port}",
             "--Voila.ip=127.0.0.1", "--Voila.log_level=ERROR"],
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        server = psutil.Process(process.pid)
        try:
            wait_for(port, process)
            yield f"http://127.0.0.1:{port}/", server
        finally:
            family = server.children(recursive=True)
            process.terminate()
            process.wait()
            for kernel in family:
                with contextlib.suppress(psutil.NoSuchProcess):
                    kernel.kill()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Waits until a server listens. Raises RuntimeError where it ends before."""
    while process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"Voilà ended with status {process.returncode}.")


def visit(address: str, server: psutil.Process, visitors: int) -> Visit:
    """Opens the page for so many visitors at once, and waits until all have it."""
    found = Visit(visitors)
    before = {kernel.pid for kernel in server.children(recursive=True)}

    def open_page() -> None:
        began = time.monotonic()
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as page:
                if WHOLE not in page.read():
                    raise OSError("the page is not whole")
        except OSError:
            found.failed += 1
            return
        found.times.append(time.monotonic() - began)

    threads = [threading.Thread(target=open_page) for _ in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kernels = [one for one in server.children(recursive=True) if one.pid not in before]
    found.memory = sum(own_memory(kernel) for kernel in kernels) / visitors
    times = [kernel.cpu_times() for kernel in kernels]
    found.processor = sum(one.user + one.system for one in times) / visitors
    return found


def own_memory(process: psutil.Process) -> float:
    """The memory of a process; what several share is divided among them where that is known."""
    full = process.memory_full_info()
    return float(getattr(full, "pss", full.uss))


def report(visits: list[Visit]) -> None:
    """Prints what visitors found."""
    print("PLAIN VOILÀ, a kernel for each visitor")
    for found in visits:
        line = f"  {found.visitors:3} at once: "
        if found.times:
            line += (
                f"page after {percentile(found.times, 0.5):5.1f} s (median), "
                f"{max(found.times):5.1f} s (last); "
            )
        print(
            f"{line}for each visitor {found.memory / 1e6:.0f} MB, "
            f"{found.processor:.1f} s of processor time; failed: {found.failed}"
        )


def main() -> int:
    """The command line; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=VISITORS, help="how many at once")
    print_load()
    report(measure(parser.parse_args().visitors))
    print_load()
    return 0


if __name__ == "__main__":
    sys.exit(main())
