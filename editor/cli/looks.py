"""The command that says and changes in which look an issue is set."""

import argparse

from editor.cli.command import OpenLibrary
from editor.cli.commands import named
from editor.cli.output import show_message
from editor.cli.review import ReviewCommand, by_of
from editor.cli.trusting import OpenTrust
from editor.desk.looks import choose_font, choose_look
from editor.desk.ports import Library
from editor.document.look import shipped_looks
from editor.model.number import date_label, label


def set_look(call: argparse.Namespace, open_library: OpenLibrary, _open_trust: OpenTrust) -> None:
    """Say in which look an issue is set, or give it another one in somebody's name."""
    with open_library(call.library) as library:
        if call.font:
            choose_font(library, call.issue, *call.font, author=change_author(call, library))
            show_message(f"{call.font[0]} 的字体：{call.font[1] or '版式自带'}")
            return
        if call.look is None:
            issue = library.issue(library.find(call.issue).uid)
            show_message(f"版式：{issue.look.name}（可选：{'、'.join(shipped_looks())}）")
            return
        author = change_author(call, library)
        issue = choose_look(library, call.issue, call.look, author=author, publication_too=call.publication)
    line = " ".join((issue.profile.masthead, date_label(issue.date), *label(issue.number)))
    show_message(f"{line} 的版式：{issue.look.name}")


def change_author(call: argparse.Namespace, library: Library) -> str:
    """Return whose change it is; somebody must be named where two pairs of eyes are asked for. Raises UserError."""
    issue = library.issue(library.find(call.issue).uid)
    return by_of(call).name if library.publication(issue.publication).second_pair else named(call)


LOOK_COMMANDS: dict[str, ReviewCommand] = {"look": set_look}
