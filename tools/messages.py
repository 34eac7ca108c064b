"""The catalogues of messages: ``update`` renews them from the code, ``compile`` readies them, ``check`` judges them.

Usage: python tools/messages.py update|compile|check
"""

import sys
from pathlib import Path

from catalogues import checks, extraction, files

PACKAGE = Path(__file__).parents[1] / "src" / "quicksilver"
FOLDER = PACKAGE / "locale"


def main(command: str) -> int:
    """Do what is asked; the result is the exit status."""
    if command == "compile":
        files.compile_all(FOLDER)
        return 0
    found = extraction.extract(PACKAGE)
    if command == "update":
        files.update(FOLDER, found)
    elif command == "check":
        return _report(checks.faults(FOLDER, found))
    else:
        print(__doc__)
        return 2
    return 0


def _report(faults: list[str]) -> int:
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults in the catalogues." if faults else "The catalogues are complete.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or [""]))
