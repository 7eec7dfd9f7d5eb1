"""Composition root: the only place that knows every part."""

import sys
from contextlib import AbstractContextManager
from pathlib import Path

from editor.cli.main import run
from editor.desk.ports import Library


def main() -> int:
    """Run the command line. Returns its exit code."""
    return run(sys.argv[1:], open_library=_open_library)


def _open_library(path: Path | None) -> AbstractContextManager[Library]:
    # the database engine is loaded only by commands that need a library
    from db.library import open_library

    return open_library(path)


if __name__ == "__main__":
    sys.exit(main())
