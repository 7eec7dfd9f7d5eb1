"""What a command is: a function of the parsed call and of the ways to open what it works on."""

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.cli.trusting import OpenTrust
    from editor.desk.ports import Library, LibraryReader

OpenLibrary = Callable[[Path | None], AbstractContextManager["Library"]]
OpenReader = Callable[[Path | None], AbstractContextManager["LibraryReader"]]
Command = Callable[[argparse.Namespace, OpenLibrary], None]
TakingCommand = Callable[[argparse.Namespace, OpenLibrary, "OpenTrust"], None]
ReadingCommand = Callable[[argparse.Namespace, OpenReader, "OpenTrust"], None]
