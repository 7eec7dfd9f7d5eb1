"""Captions of tables and figures: their number is a field SEQ where it stands in front, in Arabic figures."""

import re

from editor.export.word import markup
from editor.export.word.session import WordSession

_NUMBERED = re.compile(r"(表|图)(\s*)([0-9]{1,4})(?![0-9.．\-－—–(（])")


def caption_runs(text: str, session: WordSession, properties: str = "") -> str:
    """Return the runs of a caption, whose text is the editor's to the letter. properties: children of w:rPr.

    A number that does not follow the one before is set by the field itself, so that updating fields changes none.
    """
    found = _NUMBERED.match(text)
    if found is None or str(int(found[3])) != found[3]:
        return markup.text_run(text, properties)
    name, number = found[1], int(found[3])
    follows = session.sequences.get(name, 0) + 1 == number
    session.sequences[name] = number
    field = f"SEQ {name} \\* ARABIC" + ("" if follows else f" \\r {number}")
    before, after = text[: found.start(3)], text[found.end(3) :]
    made = markup.field(field, markup.text_run(found[3], properties))
    return markup.text_run(before, properties) + made + markup.text_run(after, properties)
