"""Articles of our own PDF: its tags become the blocks of a body."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from editor.document.pdf_contents import Glyph, Marked, Tag
from editor.intake.pdf.glyph_text import plain_text, unmarked
from editor.intake.pdf.tagged_article import TaggedArticle
from editor.intake.pdf.tagged_figures import is_link_card, take_card, take_figure
from editor.intake.pdf.tagged_pages import TaggedPages
from editor.intake.pdf.tagged_table import table_of, with_note
from editor.model.article import NO_TITLE, Title, title_of
from editor.model.block_kinds import as_items, as_table
from editor.model.body import Heading, ItemList, Paragraph, Quote, Text, plain
from editor.text.characters import fold

_CREDIT = re.compile(r"（([^（）：:]{1,12}[：:])(.+)）", re.DOTALL)
_LONGEST_CREDIT = 400
_NOTE = re.compile(r"([①-⑳㉑-㉟㊱-㊿])\s*(.+)", re.DOTALL)
_NUMBERED = tuple(
    map(re.compile, (r"[一二三四五六七八九十百]+、", r"[（(][一二三四五六七八九十百]+[）)]", r"\d+[.．]"))
)
# how many items the typesetter keeps with what follows a list
_KEPT_ITEMS = 2
# pt: type above this stands in a head of the first level (see the looks)
_LARGE_HEAD = 12.0


class ArticleTags:
    """Reads the elements between two titles."""

    def __init__(self, pages: TaggedPages, *, official: bool) -> None:
        """Take the pages. official: set like an official document, which tells levels of heads by other faces."""
        self._pages, self._official = pages, official

    def read(self, title: Tag, tags: Sequence[Tag]) -> TaggedArticle:
        """Return the article of a title and the elements after it."""
        made = TaggedArticle(title=broken_like(title.title, self._pages.lines(title)))
        for at, tag in enumerate(tags):
            self._take(made, tag, tags[at + 1] if at + 1 < len(tags) else None, first=at == 0)
        return made

    def _take(self, made: TaggedArticle, tag: Tag, after: Tag | None, *, first: bool) -> None:
        match tag.kind:
            case "P":
                self._paragraph(made, tag)
            case "Span":
                self._line(made, tag, after, first=first)
            case "H3" | "H4" | "H5":
                made.blocks.append(self._heading(tag))
            case "Quote" | "BlockQuote":
                made.blocks.append(Quote(runs=unmarked(self._pages.runs(self._pages.pieces(tag)))))
            case "L":
                self._list(made, tag)
            case "Table":
                self._table(made, tag)
            case "Figure" | "Div":
                self._object(made, tag)
            case _:
                self._unknown(made, tag)

    def _unknown(self, made: TaggedArticle, tag: Tag) -> None:
        runs = self._pages.runs(self._pages.pieces(tag))
        if plain(runs):
            made.blocks.append(Paragraph(runs=runs))
            made.unknown.append(plain(runs))

    # --- text

    def _paragraph(self, made: TaggedArticle, tag: Tag) -> None:
        if self._table_note(made, tag):
            return
        body = self._without_credit(made, tuple(child for child in tag.children if not _is_card(child)))
        runs = self._pages.runs(self._pages.pieces(Tag(kind="P", children=body)))
        if plain(runs):
            made.blocks.append(Paragraph(runs=runs))
        for child in tag.tags():
            if _is_card(child):
                self._object(made, child)

    def _without_credit(self, made: TaggedArticle, body: tuple[Tag | Marked, ...]) -> tuple[Tag | Marked, ...]:
        """Take the source at a paragraph's end, set in its own face, out of it."""
        for count in range(1, len(body) + 1):
            glyphs = [glyph for child in body[-count:] for glyph in self._pages.glyphs(child)]
            text = plain_text(glyphs)
            if _CREDIT.fullmatch(text) and self._is_italic(glyphs):
                self._credit(made, text)
                return body[:-count]
            if len(text) > _LONGEST_CREDIT or not self._is_italic(glyphs):
                break
        return body

    def _is_italic(self, glyphs: Iterable[Glyph]) -> bool:
        return all(self._pages.faces[glyph.face].italic for glyph in glyphs if not glyph.text.isspace())

    def _credit(self, made: TaggedArticle, text: str) -> None:
        match = _CREDIT.fullmatch(text)
        if match:
            made.source_label, made.source = match[1], match[2]

    def _line(self, made: TaggedArticle, tag: Tag, after: Tag | None, *, first: bool) -> None:
        """Read a line apart: source, caption or note of a table, subtitle."""
        text = self._pages.plain(tag)
        last = made.blocks[-1] if made.blocks else None
        table = as_table(last) if last else None
        if _CREDIT.fullmatch(text) and (after is None or after.kind == "Div"):
            self._credit(made, text)
        elif after is not None and after.kind == "Table":
            made.caption = text
        elif table and self._table_note(made, tag):
            return
        elif table and not table.note:
            made.blocks[-1] = replace(table, note=text)
        elif first:
            made.subtitle = text
        else:
            self._unknown(made, tag)

    def _heading(self, tag: Tag) -> Heading:
        runs = self._pages.runs(self._pages.pieces(tag))
        level = self._level(tag, plain(runs), self._pages.glyphs(tag))
        return Heading(level=level, runs=unmarked(runs))

    def _level(self, tag: Tag, text: str, glyphs: Sequence[Glyph]) -> int:
        """Return a head's level by its face: the tags skip none, so that theirs may be lower."""
        tagged = int(tag.kind[1]) - 2
        if not glyphs:
            return tagged
        face = self._pages.faces[glyphs[0].face]
        if self._official:
            level = 2 if face.italic else 1 if "Hei" in face.font else 3
        elif face.size > _LARGE_HEAD:
            level = 1
        else:
            level = 3 if _is_grey(face.colour) else 2
        numbered = next((place for place, form in enumerate(_NUMBERED, 1) if form.match(text)), level)
        return max(tagged, level if level >= tagged else numbered)

    def _list(self, made: TaggedArticle, tag: Tag) -> None:
        """Add a list; the typesetter writes the last items of one that is kept with what follows as another."""
        items = tuple(self._item(item) for item in tag.tags() if item.kind == "LI")
        ordered = tag.numbering == "Decimal"
        last = as_items(made.blocks[-1]) if made.blocks else None
        if last and last.ordered == ordered and self._goes_on(tag, len(items)):
            made.blocks[-1] = replace(last, items=(*last.items, *items))
        elif items:
            made.blocks.append(ItemList(ordered=ordered, items=items))

    def _goes_on(self, tag: Tag, count: int) -> bool:
        """Return whether a list is the end of the one before: by its first number, else by its two items."""
        label = next((one for one in tag.all_tags() if one.kind == "Lbl"), None)
        number = self._pages.plain(label) if label else ""
        return not number.startswith("1.") if number else count <= _KEPT_ITEMS

    def _item(self, item: Tag) -> Text:
        bodies = (body for body in item.tags() if body.kind == "LBody")
        return self._pages.runs(tuple(piece for body in bodies for piece in self._pages.pieces(body)))

    # --- tables, figures, cards

    def _table(self, made: TaggedArticle, tag: Tag) -> None:
        table = table_of(self._pages, tag, caption=made.caption)
        made.caption = ""
        if table:
            made.blocks.append(table)

    def _table_note(self, made: TaggedArticle, tag: Tag) -> bool:
        """Put the words of a table's footnote back to its number in a cell; return whether the element is one."""
        last = made.blocks[-1] if made.blocks else None
        table = as_table(last) if last else None
        match = _NOTE.fullmatch(self._pages.plain(tag)) if table else None
        noted = with_note(table, match[1], match[2]) if table and match else None
        if noted:
            made.blocks[-1] = noted
        return noted is not None

    def _object(self, made: TaggedArticle, tag: Tag) -> None:
        if is_link_card(tag):
            take_card(made, tag, self._pages)
        elif tag.kind == "Figure" or tag.has("Figure"):
            take_figure(made, tag, self._pages)
        elif tag.has("Table"):
            for at, child in enumerate(inner := tuple(tag.tags())):
                self._take(made, child, inner[at + 1] if at + 1 < len(inner) else None, first=False)
        else:
            self._unknown(made, tag)


def _is_card(child: Tag | Marked) -> bool:
    return isinstance(child, Tag) and child.kind == "Div"


def _is_grey(colour: int) -> bool:
    red, green, blue = colour >> 16, colour >> 8 & 0xFF, colour & 0xFF
    return max(red, green, blue) - min(red, green, blue) < 24


def broken_like(text: str, lines: tuple[str, ...]) -> Title:
    """Return a title with the breaks of its printed lines. text: as the bookmark has it, with its blanks."""
    printed = title_of(*lines) if lines else NO_TITLE
    if fold(text) != fold(printed.text):
        return printed
    places = [at for at, char in enumerate(text) if not char.isspace()]
    bare = [len(fold(printed.text[:place])) for place in printed.breaks]
    breaks = tuple(places[at] for at in bare if 0 < at < len(places) and 0 < places[at] < len(text))
    return Title(text=text, breaks=tuple(dict.fromkeys(breaks)))
