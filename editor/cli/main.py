"""Entry of the command line: parses, runs the command, prints why it failed."""

import argparse
import io
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from editor.cli.command import OpenLibrary, OpenReader
from editor.cli.output import fail, warn
from editor.cli.parser import BACKUP_COMMANDS, DEBUG, SELF_TEST, build_parser
from editor.cli.reading import READING_COMMANDS
from editor.cli.trusting import own_trust
from editor.model.errors import LostLibraryError, UserError

if TYPE_CHECKING:
    from editor.cli.trusting import OpenTrust
    from editor.desk.ports import LibraryReader, LibraryShelf

OK, FAILED = 0, 1
_LOG = logging.getLogger(__name__)
Opened = TypeVar("Opened", bound="LibraryReader")
Open = Callable[[Path | None], AbstractContextManager[Opened]]


class OpenWindow(Protocol):
    """Opens the window on a library and returns the exit code when it is closed."""

    def __call__(self, path: Path | None, *, sample: bool, files: tuple[Path, ...]) -> int:
        """path: None for the default library; sample: put the sample into an empty one; files: to be imported."""


OpenShelf = Callable[[], "LibraryShelf"]
"""Loads the shelf, which works on libraries as files."""


class BeginLog(Protocol):
    """Begins to write the log."""

    def __call__(self, *, debug: bool) -> object:
        """debug: write all that is noted."""


class SelfTest(Protocol):
    """Tries every part of the program on this machine and returns the exit code."""

    def __call__(self, *, as_json: bool) -> int:
        """Print a line a check."""


def run(  # noqa: PLR0913 - all that only the composition root knows
    arguments: Sequence[str],
    *,
    open_library: OpenLibrary,
    open_reader: OpenReader | None = None,
    open_window: OpenWindow | None = None,
    self_test: SelfTest | None = None,
    open_trust: "OpenTrust | None" = None,
    open_shelf: OpenShelf | None = None,
    begin_log: BeginLog | None = None,
) -> int:
    """Run one command. Returns 0 done, 1 failed with one line on stderr; exits with 2 on wrong use.

    open_reader: for commands that only read; else a library is opened for them.
    """
    _speak_utf8()
    call = _parsed(arguments)
    if begin_log:
        begin_log(debug=call.debug)
    _LOG.debug("command %s", call.command)
    try:
        if call.command == SELF_TEST:
            return _test(self_test, call)
        if call.command == "open":
            return _open(open_window, call)
        _do(call, open_library, open_reader or open_library, open_trust or own_trust, open_shelf)
        sys.stdout.flush()
    except UserError as error:
        _LOG.warning("command %s was refused", call.command, exc_info=error)
        fail(str(error))
        if isinstance(error, LostLibraryError):
            _offer_backups(open_shelf, call)
        return FAILED
    except BrokenPipeError:
        _let_go_of_stdout()
        return FAILED
    except KeyboardInterrupt:
        fail("已停止，刊库未改动。")
        return FAILED
    return OK


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    spelled = _spelled(arguments)
    return build_parser(_called(spelled)).parse_args(spelled)


def _do(
    call: argparse.Namespace,
    open_library: OpenLibrary,
    open_reader: OpenReader,
    open_trust: "OpenTrust",
    open_shelf: OpenShelf | None,
) -> None:
    if call.command in BACKUP_COMMANDS:
        _keep(open_shelf, open_trust, call)
    elif call.command in READING_COMMANDS:
        READING_COMMANDS[call.command]()(call, _saying_who(open_reader), open_trust)
        if getattr(call, "proof", None):
            from editor.cli.galleys import keep_galley

            keep_galley(call, open_library)
    else:
        _run(call, _saying_who(open_library), open_trust)


def _keep(open_shelf: OpenShelf | None, open_trust: "OpenTrust", call: argparse.Namespace) -> None:
    from editor.cli.backups import SHELF_COMMANDS
    from editor.desk.starting.author import suggested_author
    from editor.desk.starting.restoring import Restorer

    if open_shelf is None:
        raise UserError("这里不能备份和还原。请直接运行 bulletin-desk。")
    author = getattr(call, "name", "") or suggested_author()
    SHELF_COMMANDS[call.command](call, Restorer(shelf=open_shelf(), trust=open_trust(), author=author))


def _offer_backups(open_shelf: OpenShelf | None, call: argparse.Namespace) -> None:
    shelf = open_shelf() if open_shelf else None
    many = len(shelf.backups_of(call.library or shelf.default_library())) if shelf else 0
    if many:
        warn(f"这个刊库有 {many} 份备份：bulletin-desk backups 列出，bulletin-desk restore 还原。")


def _run(call: argparse.Namespace, open_library: OpenLibrary, open_trust: "OpenTrust") -> None:
    from editor.cli.archive import ARCHIVE_COMMANDS
    from editor.cli.commands import COMMANDS, TAKING_COMMANDS
    from editor.cli.exports import SAMPLE_COMMANDS
    from editor.cli.intake import INTAKE_COMMANDS

    if call.command in (plain := COMMANDS | SAMPLE_COMMANDS | INTAKE_COMMANDS | ARCHIVE_COMMANDS):
        plain[call.command](call, open_library)
        return
    if call.command in TAKING_COMMANDS:
        TAKING_COMMANDS[call.command](call, open_library, open_trust)
        return
    if call.command == "clean":
        from editor.cli.cleaning import clean

        clean(call, open_library)
        return
    if call.command == "terms":
        from editor.cli.terms import manage_terms

        manage_terms(call, open_library)
        return
    if call.command == "check":
        from editor.cli.checking import check

        check(call, open_library)
        return
    if call.command == "rules":
        from editor.cli.checking import list_rules

        list_rules(call)
        return
    # imported only where needed: they take a third of the other commands' start
    from editor.cli.keys import KEY_COMMANDS
    from editor.cli.looks import LOOK_COMMANDS
    from editor.cli.mending import MENDING_COMMANDS
    from editor.cli.papers import PAPER_COMMANDS
    from editor.cli.proving import PROOF_COMMANDS
    from editor.cli.review import STEP_COMMANDS

    commands = STEP_COMMANDS | PROOF_COMMANDS | KEY_COMMANDS | PAPER_COMMANDS | MENDING_COMMANDS | LOOK_COMMANDS
    commands[call.command](call, open_library, open_trust)


def _spelled(arguments: Sequence[str]) -> list[str]:
    """No command opens the window; packagers know the self-test as an option; --debug may stand anywhere."""
    debug = [one for one in arguments if one == DEBUG]
    first, *others = [one for one in arguments if one != DEBUG] or ["open"]
    return [*debug, SELF_TEST if first == f"--{SELF_TEST}" else first, *others]


def _called(arguments: list[str]) -> str:
    """Return the first word that is no option, empty without any."""
    return next((one for one in arguments if one != DEBUG), "")


def _open(open_window: OpenWindow | None, call: argparse.Namespace) -> int:
    if open_window is None:
        raise UserError("这里打不开窗口，请用其他命令；bulletin-desk --help 列出全部命令。")
    return open_window(call.library, sample=call.sample, files=tuple(call.files))


def _saying_who(open_library: Open[Opened]) -> Open[Opened]:
    """Let a command warn of notices at the opening, and at the end why the library was only read.

    A command that failed for that reason has printed it already.
    """

    @contextmanager
    def opened(path: Path | None) -> Iterator[Opened]:
        with open_library(path) as library:
            for notice in library.notices:
                warn(notice)
            yield library
            if library.read_only:
                warn(library.why_read_only)

    return opened


def _let_go_of_stdout() -> None:
    """Redirect stdout to nowhere: after a broken pipe, flushing it at exit would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _test(self_test: SelfTest | None, call: argparse.Namespace) -> int:
    if self_test is None:
        raise UserError("这里不能自检。请运行 bulletin-desk --self-test。")
    return self_test(as_json=call.json)


def _speak_utf8() -> None:
    """Switch the output to UTF-8, so that Chinese prints on a Windows console and in a C locale too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
