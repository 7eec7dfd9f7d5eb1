"""What was read from HTML."""

import datetime as dt
from dataclasses import dataclass

from editor.intake.manuscript import IncomingPicture
from editor.model.body import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """The parts of an article. Every visible text is in exactly one: texts of fields are not among the blocks.

    title to published: empty unless the HTML marks them as such; messages: what was left out or changed.
    """

    blocks: tuple[Block, ...] = ()
    title: str = ""
    subtitle: str = ""
    source: str = ""
    link: str = ""
    published: dt.date | None = None
    pictures: tuple[IncomingPicture, ...] = ()
    messages: tuple[str, ...] = ()
