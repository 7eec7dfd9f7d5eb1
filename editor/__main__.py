"""Composition root: connects command line, window and library."""

import gc
import logging
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.desk.ports import Library, LibraryReader, LibraryShelf

# objects created between two garbage collections: loading creates 100,000 and no garbage, and searching them takes a
# twentieth of an export's time and blocks the window for as long
_LOADING, _WINDOW = 200_000, 50_000
_LOG = logging.getLogger("editor")
# as in pages.contents_process, which is imported for a PDF only
_PDF_CONTENTS = "--pdf-contents"


def main() -> int:
    """Run the command line, or open the window where no command or `open` is given. Returns the exit code."""
    gc.set_threshold(_LOADING)
    if sys.argv[1:2] == [_PDF_CONTENTS]:
        from editor.pages.contents_process import read_in_folder

        return read_in_folder(Path(sys.argv[2]))
    from editor.cli.main import run
    from editor.system.scratch import sweep_scratch

    sweep_scratch()
    try:
        return run(
            sys.argv[1:],
            open_library=_open_library,
            open_reader=_open_reader,
            open_window=_open_window,
            self_test=_self_test,
            open_shelf=_open_shelf,
            begin_log=_begin_log,
        )
    finally:
        # else Python collects garbage once more at exit, which takes a tenth of an export's time
        gc.freeze()


def _begin_log(*, debug: bool) -> None:
    from editor.system.noting import begin_noting

    begin_noting(_log_handler, debug=debug)
    if debug:
        import editor
        from editor.system.log_file import system_line

        _LOG.debug("%s", system_line(editor.__version__))
    sys.excepthook = _say_fault


def _log_handler() -> logging.Handler:
    from editor.system.log_file import file_handler, log_file

    return file_handler(log_file())


def _say_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Note what no code expected, and name the log beside Python's own words. The window has a box for it."""
    import traceback

    from editor.cli.output import fail
    from editor.system.log_file import log_file

    _LOG.critical("a fault of the program", exc_info=error)
    traceback.print_exception(kind, error, trace)
    fail(f"程序出了错。请把上面的文字和运行记录“{log_file()}”交给维护的人。")


def _open_window(path: Path | None, *, sample: bool, files: tuple[Path, ...]) -> int:
    # the language first: some modules translate tables of words when they are imported
    from editor.ui.app.language import settings_file, speak_language, written_language

    speak_language(written_language(settings_file()))
    import editor
    from editor.system.log_file import log_file, system_line

    _LOG.info("the window begins: %s", system_line(editor.__version__))
    # SQLAlchemy before Qt, whose import hook slows every import after it
    from db import shelf
    from db.place import default_library
    from editor.ui.app.screen import check_libraries

    check_libraries()
    from editor.ui.app.application import run_window

    # with --sample the sample goes into the commands' default library; else the window chooses a library
    place = path or (default_library() if sample else None)
    # modules stay: looked through once for rubbish, all of them together, they would take 2 % of the start
    gc.freeze()
    gc.set_threshold(_WINDOW)
    return run_window(place, shelf=shelf, sample=sample, files=files, log=log_file())


def _open_library(path: Path | None) -> "AbstractContextManager[Library]":
    # the database engine is loaded only by commands that need a library
    from db.library import open_library

    return open_library(path)


def _open_reader(path: Path | None) -> "AbstractContextManager[LibraryReader]":
    from db.reader import open_reader

    return open_reader(path)


def _open_shelf() -> "LibraryShelf":
    from db import shelf

    return shelf


def _self_test(*, as_json: bool) -> int:
    from editor.self_test import self_test

    return self_test(as_json=as_json)


if __name__ == "__main__":
    sys.exit(main())
