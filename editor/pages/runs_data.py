"""Runs of text as data for the page template: strings, never markup."""

import re
from typing import Any

from editor.model.body import Run, Text
from editor.text.address import usable_address

Data = dict[str, Any]
_LONGEST_LIVE = 7000
# all of the category Cc
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """Return text with controls, which the typesetter would treat as layout, replaced by blanks."""
    return _CONTROL.sub(" ", text) if _CONTROL.search(text) else text


def live(link: str) -> str:
    """Return an address if the file may link to it, empty for one that is unsafe or too long."""
    return usable_address(link) if len(link.encode()) <= _LONGEST_LIVE else ""


def runs_data(text: Text) -> list[Data]:
    """Return runs as the template reads them; empty ones are left out."""
    return [_run(run) for run in text if run.text]


def _run(run: Run) -> Data:
    return {"t": clean(run.text), "b": run.bold, "i": run.italic, "s": run.script.value, "l": live(run.link)}
