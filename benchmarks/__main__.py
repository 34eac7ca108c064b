"""``python -m benchmarks [--size quick] [AREA ...]``: run the benchmarks.

Standard output gets one JSON line a metric, standard error what a person wants to know besides. Status 1: a
result was wrong, or a ratio is worse than half its goal.
"""

import argparse
import sys

from benchmarks import running

AREAS = ("history", "reports", "loading", "pages")
SIZES = ("tiny", "quick", "full")


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Run the benchmarks.")
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"{', '.join(AREAS)}; default: all")
    parser.add_argument(
        "--size", choices=SIZES, default="full", help="quick: three minutes in all; tiny: for the tests"
    )
    asked = parser.parse_args()
    unknown = set(asked.areas) - set(AREAS)
    if unknown:
        parser.error(f"no such area: {', '.join(sorted(unknown))}")
    right = [running.apart(area, asked.size) for area in asked.areas or AREAS]
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main())
