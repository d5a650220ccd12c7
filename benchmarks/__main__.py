"""Takes all measurements, one after the other: `python -m benchmarks [SITE ...]`."""

from __future__ import annotations

import sys

from benchmarks import first_slider, lighthouse, slider_latency


def main() -> int:
    """The command line; gives the exit status."""
    for measurement in (slider_latency, first_slider, lighthouse):
        measurement.main()
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
