"""The command: `vitrine`, `python -m vitrine`."""

from __future__ import annotations

import sys

from ._core import command


def main() -> int:
    return command("vitrine", *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
