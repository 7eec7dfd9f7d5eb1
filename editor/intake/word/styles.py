"""Word's styles with what they inherit; a chain that runs in a circle ends where it comes back."""

import re
from dataclasses import dataclass, replace

from editor.intake.word.markup import attribute, child, number, qn, switch, value
from editor.intake.word.package import Element

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES = frozenset(("title", "标题", "文章标题", "大标题", "公文标题"))
_SUBTITLES = frozenset(("subtitle", "副标题", "副题"))
_QUOTES = frozenset(("quote", "intense quote", "block text", "引用", "明显引用", "引文"))
_CAPTIONS = frozenset(("caption", "题注", "图注", "表题", "图题"))
_OWN_HEADS, _OWN_NOTES = frozenset(("表头",)), frozenset(("注", "表注"))
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)
_DEEPEST = 40
_BODY_LEVEL = 9
_PLAIN_SIZE = 21


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, None for nothing. level: of a heading, from 1, 0 for body text; size: half-points."""

    names: tuple[str, ...] = ()
    level: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    side: str | None = None
    script: str | None = None
    list_number: str | None = None
    list_level: int | None = None

    @property
    def name(self) -> str:
        """Its own name in lower case."""
        return self.names[0] if self.names else ""

    def _is(self, known: frozenset[str]) -> bool:
        return any(name in known for name in self.names)

    @property
    def is_title(self) -> bool:
        """Whether it is the style of a title."""
        return self._is(_TITLES)

    @property
    def is_subtitle(self) -> bool:
        """Whether it is the style of a subtitle."""
        return self._is(_SUBTITLES)

    @property
    def is_quote(self) -> bool:
        """Whether it is the style of a quotation."""
        return self._is(_QUOTES)

    @property
    def is_caption(self) -> bool:
        """Whether it is the style of a caption."""
        return self._is(_CAPTIONS)

    @property
    def is_table_head(self) -> bool:
        """Whether it is the style of heads in tables that we export."""
        return self._is(_OWN_HEADS)

    @property
    def is_note(self) -> bool:
        """Whether it is the style of notes below tables that we export."""
        return self._is(_OWN_NOTES)

    @property
    def is_contents(self) -> bool:
        """Whether it is the style of a line of the contents."""
        return any(_CONTENTS.fullmatch(name) for name in self.names)


_NONE = Style()


class Styles:
    """The styles of a file by identity."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of the part, None where there is none."""
        found = () if root is None else root.findall(qn("w:style"))
        self._elements = {attribute(one, "w:styleId"): one for one in found}
        self._made: dict[str, Style] = {}
        defaults = child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
        self.size = number(defaults, "w:sz") or _PLAIN_SIZE
        self._default = next(
            (attribute(one, "w:styleId") for one in found if _is_default(one)),
            "",
        )

    def style(self, identity: str) -> Style:
        """Return a style, the default style of paragraphs for an empty identity."""
        identity = identity or self._default
        if identity not in self._made:
            self._made[identity] = self._resolved(identity)
        return self._made[identity]

    def run_style(self, identity: str) -> Style:
        """Return a style of characters; nothing for an empty identity."""
        return self.style(identity) if identity else _NONE

    def _resolved(self, identity: str) -> Style:
        made, seen = _NONE, set[str]()
        while identity in self._elements and identity not in seen and len(seen) < _DEEPEST:
            seen.add(identity)
            element = self._elements[identity]
            made = _under(made, _own(element))
            identity = value(element, "w:basedOn")
        return made


def _is_default(element: Element) -> bool:
    return attribute(element, "w:type") == "paragraph" and attribute(element, "w:default") in ("1", "true", "on")


def _own(element: Element) -> Style:
    properties, runs = child(element, "w:pPr"), child(element, "w:rPr")
    listed = child(properties, "w:numPr")
    name = value(element, "w:name").strip().lower()
    return replace(
        run_look(runs),
        names=(name,) if name else (),
        level=_level(name, properties),
        side=value(properties, "w:jc") or None,
        list_number=value(listed, "w:numId") or None,
        list_level=number(listed, "w:ilvl"),
    )


def run_look(properties: Element | None) -> Style:
    """Return what properties of a run say."""
    if properties is None:
        return _NONE
    return Style(
        bold=switch(properties, "w:b"),
        italic=switch(properties, "w:i"),
        hidden=switch(properties, "w:vanish"),
        size=number(properties, "w:sz"),
        script=value(properties, "w:vertAlign") or None,
    )


def outline_level(properties: Element | None) -> int | None:
    """Return the level of a heading by its outline, 0 for body text, None where nothing is said."""
    outline = number(properties, "w:outlineLvl")
    return None if outline is None else 0 if outline >= _BODY_LEVEL else max(outline, 0) + 1


def _level(name: str, properties: Element | None) -> int | None:
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else outline_level(properties)


def _under(style: Style, base: Style) -> Style:
    """Return a style with what it leaves open taken from its base."""
    return Style(
        names=style.names + base.names,
        level=base.level if style.level is None else style.level,
        bold=base.bold if style.bold is None else style.bold,
        italic=base.italic if style.italic is None else style.italic,
        hidden=base.hidden if style.hidden is None else style.hidden,
        size=base.size if style.size is None else style.size,
        side=base.side if style.side is None else style.side,
        script=base.script if style.script is None else style.script,
        list_number=base.list_number if style.list_number is None else style.list_number,
        list_level=base.list_level if style.list_level is None else style.list_level,
    )
