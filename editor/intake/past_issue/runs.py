"""Bold text as it is typed: **marked**."""

import re

from editor.model.body import Run, Text

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def bold_runs(text: str) -> Text:
    """Return text with **marked** parts as bold runs; marks without a partner stay as they are."""
    runs: list[Run] = []
    for place, part in enumerate(_BOLD.split(text)):
        if part:
            runs.append(Run(text=part, bold=place % 2 == 1))
    return tuple(runs)


def marked(text: Text) -> str:
    """Return runs as they are typed."""
    return "".join(f"**{run.text}**" if run.bold else run.text for run in text)
