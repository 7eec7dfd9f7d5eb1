"""Keeps a galley that was exported, so that changes since it can be listed (核红)."""

import argparse
import datetime as dt

from editor.cli.command import OpenLibrary
from editor.cli.output import warn
from editor.desk.collating.baselines import galley_of
from editor.desk.starting.author import suggested_author
from editor.model.errors import UserError


def keep_galley(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Keep the issue as it was just printed; where the library cannot be written, the files stay and that is said."""
    try:
        with open_library(call.library) as library:
            issue = library.issue(library.find(call.issue).uid)
            library.galleys.add(
                galley_of(issue, number=call.proof, name=suggested_author(), at=dt.datetime.now(dt.UTC))
            )
    except UserError as error:
        warn(f"纸样已经写好，但没有记进刊库，核红时不能拿它比照：{error}")
