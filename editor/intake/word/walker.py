"""Walks through the blocks of a Word file: paragraphs, tables, content controls, and what wraps them."""

from dataclasses import dataclass, field, replace

from editor.intake.word.fields import Fields
from editor.intake.word.inline import Inline
from editor.intake.word.lines import HARD, Item, Line, split_runs
from editor.intake.word.losses import Loss
from editor.intake.word.marks import MARK, bare, begin_mark, end_mark
from editor.intake.word.markup import attribute, child, chosen, number, qn, short, value
from editor.intake.word.numbering import Numbered
from editor.intake.word.package import Element
from editor.intake.word.paragraphs import is_contents, joined_words, plain_lines, role_of
from editor.intake.word.session import REVISIONS, Session
from editor.intake.word.styles import Style, outline_level
from editor.intake.word.tables import table_items
from editor.model.body import Run, Text, plain
from editor.model.runs import normal
from editor.model.uid import derived_uid

_DEEPEST = 25
_TOLD_EVERY = 20  # blocks
_EMPTY = " \t\n\f\u00a0\u3000"
_WRAPPERS = frozenset(("w:customXml", "w:sdtContent", *REVISIONS))
_CENTRED, _RIGHT = frozenset(("center", "distribute")), frozenset(("right", "end"))
_CONTENTS_PARTS = frozenset(("Table of Contents", "目录"))


@dataclass(slots=True)
class Walker:
    """Reads blocks of a part in order. carried: the runs of a paragraph whose end is not read, for the next one."""

    session: Session
    part: str
    depth: int = 0
    in_note: bool = False
    carried: list[Run] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    made: list[Item] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)

    def walk(self, parent: Element) -> list[Item]:
        """Return what an element holds, in order."""
        if self.depth >= _DEEPEST:
            self.session.account.note(Loss.DEEP)
            return [*plain_lines(parent, self.session)]
        inner = Walker(self.session, self.part, self.depth + 1, in_note=self.in_note)
        inner.read(parent)
        return inner.made

    def read(self, parent: Element) -> None:
        """Read what an element holds, and what is left at its end."""
        self._read(parent, 0)
        if any(run.text for run in self.carried):
            self.made.append(Line(runs=normal(tuple(self.carried))))

    def _read(self, parent: Element, depth: int) -> None:
        whole = len(parent) if self.depth == depth == 0 and not self.in_note else 0
        for place, element in enumerate(parent):
            if whole and not place % _TOLD_EVERY:
                self.session.watch(place, whole)
            self._block(element, depth)

    def _block(self, element: Element, depth: int) -> None:  # noqa: C901 - a case a kind
        match short(element):
            case "w:p":
                self._paragraph(element)
            case "w:tbl":
                self.made.extend(table_items(element, self.session, self))
            case "w:sdt":
                self._control(element, depth)
            case "mc:AlternateContent" if (branch := chosen(element)) is not None and depth < _DEEPEST * 2:
                self._read(branch, depth + 1)
            case "w:commentRangeStart" | "w:commentRangeEnd" as name:
                found = self.session.comments.number(attribute(element, "w:id"))
                if found is not None:
                    self._mark(begin_mark(found) if name.endswith("Start") else end_mark(found))
            case "w:altChunk" | "w:subDoc":
                self.session.account.note(Loss.EMBEDDED)
            case "m:oMathPara" | "m:oMath" | "w:r" | "w:hyperlink":
                # Word writes them into paragraphs only; other programs do not
                self._loose(element)
            case name if name in _WRAPPERS and depth < _DEEPEST * 2:
                if name not in REVISIONS or self.session.shown(element):
                    self._read(element, depth + 1)

    def _control(self, element: Element, depth: int) -> None:
        properties, content = child(element, "w:sdtPr"), child(element, "w:sdtContent")
        gallery = value(child(properties, "w:docPartObj"), "w:docPartGallery")
        if content is None:
            return
        if gallery in _CONTENTS_PARTS and not self.session.keeps_contents:
            self.session.account.note(Loss.CONTENTS, sum(1 for _ in content.iter(qn("w:p"))))
        elif child(properties, "w:showingPlcHdr") is not None:
            self.session.account.note(Loss.PROMPTS)
        elif depth < _DEEPEST * 2:
            self._read(content, depth + 1)
        else:
            self.session.account.note(Loss.DEEP)
            self.made.extend(plain_lines(content, self.session))

    def _mark(self, mark: str) -> None:
        """Put a mark between paragraphs at the end of the last line, or, before any, into the next one."""
        last = self.made[-1] if self.made else None
        if isinstance(last, Line):
            self.made[-1] = last.with_runs((*last.runs, Run(text=mark)))
        else:
            self.waiting.append(mark)

    def _loose(self, element: Element) -> None:
        inline = self._inline(Style())
        inline.read_one(element)
        self._add(inline, element, None, Style(), None)

    def _inline(self, style: Style) -> Inline:
        made = Inline(session=self.session, walker=self, part=self.part, style=style, fields=self.fields)
        for mark in self.waiting:
            made.mark(mark)
        self.waiting = []
        return made

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "w:pPr")
        style = self.session.styles.style(value(properties, "w:pStyle"))
        if child(properties, "w:pPrChange") is not None:
            self.session.account.note(Loss.FORMAT_CHANGES)
        inline = self._inline(style)
        inline.read(element)
        self.fields.end_paragraph()
        if self.session.gone(child(properties, "w:rPr")):
            self.made.extend((*inline.before, *inline.after))
            self.carried.extend(inline.pieces)
            return
        numbered = self._numbered(properties, style)
        self._add(inline, element, properties, style, numbered)

    def _add(
        self, inline: Inline, element: Element, properties: Element | None, style: Style, numbered: Numbered | None
    ) -> None:
        runs = normal((*self.carried, *inline.pieces))
        self.carried = []
        self.made.extend(inline.before)
        words = plain(runs)
        if not bare(words).strip(_EMPTY):
            # the marks of a comment on nothing stand where the next text begins
            self.waiting.extend(match[0] for match in MARK.finditer(words))
        elif (style.is_contents or is_contents(inline, runs)) and not self.session.keeps_contents:
            self.session.account.note(Loss.CONTENTS)
        else:
            self._add_lines(self._line(inline, element, properties, style), numbered, runs)
        self.made.extend(inline.after)

    def _add_lines(self, line: Line, numbered: Numbered | None, runs: Text) -> None:
        """Add a line, as several where a page's break divides it; only the first one is numbered."""
        pieces = [piece for piece in split_runs(runs, HARD) if piece]
        for at, piece in enumerate(pieces):
            made = line.with_runs(piece)
            if at:
                made = replace(made, uid=derived_uid(f"{line.uid}/page {at}"))
            self.made.append(made if at else replace(made, numbered=numbered))

    def _line(self, inline: Inline, element: Element, properties: Element | None, style: Style) -> Line:
        said = outline_level(properties)
        side = value(properties, "w:jc") or style.side or ""
        weight = sum(inline.sizes.values())
        return Line(
            role=role_of(style),
            level=(style.level or 0) if said is None else said,
            centred=side in _CENTRED,
            right=side in _RIGHT,
            strong=0 < weight == inline.strong,
            size=inline.sizes.most_common(1)[0][0] if inline.sizes else 0,
            uid=self.session.uid(element),
        )

    def _numbered(self, properties: Element | None, style: Style) -> Numbered | None:
        own = child(properties, "w:numPr")
        list_id = value(own, "w:numId") or style.list_number or ""
        if list_id in ("", "0"):
            return None
        level = number(own, "w:ilvl")
        if level is None:
            identity = value(properties, "w:pStyle")
            level = self.session.numbering.level_of_style(list_id, identity)
        return self.session.numbering.next(list_id, style.list_level or 0 if level is None else level)

    def note_words(self, note: Element, mark: str) -> str:
        """Return the words of a footnote as one line. mark: its own sign, which stands before them."""
        if self.in_note:
            # Word has no notes in notes; a file may name a note in itself
            return ""
        part = next(iter(self.session.package.related("footnotes" if short(note) == "w:footnote" else "endnotes")), "")
        inner = Walker(self.session, part, self.depth + 1, in_note=True)
        inner.read(note)
        lines = [bare(plain(one.runs)) for one in inner.made if isinstance(one, Line)]
        self.session.account.note(Loss.NOTE_PICTURES, sum(not isinstance(one, Line) for one in inner.made))
        words = joined_words(lines).strip()
        return words.removeprefix(mark).strip() if mark else words
