"""An article of our own PDF as its tags are read."""

from dataclasses import dataclass, field

from editor.model.article import NO_TITLE, Title
from editor.model.body import Block


@dataclass(slots=True)
class TaggedArticle:
    """What an article's tags say. source_label, link_label: as printed; pictures: bytes by uid of the figure.

    unknown: texts of elements that the typesetter does not write, kept as paragraphs.
    """

    title: Title = NO_TITLE
    subtitle: str = ""
    blocks: list[Block] = field(default_factory=list)
    source: str = ""
    source_label: str = ""
    link: str = ""
    link_label: str = ""
    link_caption: str = ""
    caption: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
