"""The commands that only read a library, by name. They begin fastest: each imports its own module alone."""

from collections.abc import Callable

from editor.cli.command import ReadingCommand


def _list() -> ReadingCommand:
    from editor.cli.listing import list_issues

    return list_issues


def _export() -> ReadingCommand:
    from editor.cli.exports import export_issue

    return export_issue


READING_COMMANDS: dict[str, Callable[[], ReadingCommand]] = {"list": _list, "export": _export}
