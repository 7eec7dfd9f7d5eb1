"""The content of one Word paragraph: runs of text, and the figures and boxes that stand in it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from editor.intake.word.drawings import drawing_items
from editor.intake.word.equations import equation_runs
from editor.intake.word.fields import equation_text
from editor.intake.word.lines import HARD, SOFT, Item
from editor.intake.word.losses import Loss
from editor.intake.word.marks import begin_mark, end_mark, point_mark
from editor.intake.word.markup import attribute, child, chosen, qn, short, switch
from editor.intake.word.package import Element
from editor.intake.word.pieces import Pieces
from editor.intake.word.session import REVISIONS
from editor.intake.word.styles import Style
from editor.intake.word.symbols import UNKNOWN, in_symbol_font, symbol
from editor.model.body import ANCHOR, Script
from editor.text.sanitise import sanitise

if TYPE_CHECKING:
    from editor.intake.word.walker import Walker

_DEEPEST = 100
_SCRIPTS = {"superscript": Script.SUPER, "subscript": Script.SUB}
_WRAPPERS = frozenset(
    ("w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent", "w:rubyBase", "w:ins", "w:moveTo", "w:del")
) | {"w:moveFrom"}
_BLANKS = {"w:tab": " ", "w:ptab": " ", "w:br": SOFT, "w:cr": SOFT, "w:noBreakHyphen": "-"}
_PAGE_BREAKS = frozenset(("page", "column"))
_STRIKES = ("w:strike", "w:dstrike")

_MARKS: dict[str, Callable[[int], str]] = {
    "w:commentRangeStart": begin_mark,
    "w:commentRangeEnd": end_mark,
    "w:commentReference": point_mark,
}


@dataclass(slots=True, kw_only=True)
class Inline(Pieces):
    """A paragraph being read. part: the part it stands in; before, after: figures and boxes beside its text."""

    walker: "Walker"
    part: str
    before: list[Item] = field(default_factory=list)
    after: list[Item] = field(default_factory=list)
    _properties: Element | None = None
    _depth: int = 0

    def read(self, parent: Element) -> None:
        """Read what an element holds."""
        self._depth += 1
        for element in parent:
            self._element(element)
        self._depth -= 1

    def read_one(self, element: Element) -> None:
        """Read an element that stands for itself."""
        self._element(element)

    def _element(self, element: Element) -> None:
        name = short(element)
        if self._depth > _DEEPEST:
            self.session.account.note(Loss.DEEP)
            self._put("".join(element.itertext(qn("w:t"))))
        elif name == "w:r":
            self._run(element)
        elif name in REVISIONS and not self.session.shown(element):
            return
        elif name in _WRAPPERS:
            self.read(element)
        elif read := self._READERS.get(name):
            read(self, element)

    def _run(self, element: Element) -> None:
        properties = child(element, "w:rPr")
        self._properties = properties
        self._look = self._seen(properties)
        if properties is not None and any(switch(properties, name) for name in _STRIKES):
            self.session.account.note(Loss.STRUCK)
        if child(properties, "w:rPrChange") is not None:
            self.session.account.note(Loss.FORMAT_CHANGES)
        self.read(element)
        if self._mark_follows is not None:
            self._mark_follows = None
        self._properties, self._look = None, Style()

    def beside(self, items: list[Item]) -> None:
        """Add figures and boxes, before the text where none was read yet."""
        (self.after if self.has_text else self.before).extend(items)

    # readers of elements, by the table below

    def _text(self, element: Element) -> None:
        text = element.text or ""
        if "\n" in text or "\r" in text:
            # line ends of the file's own markup
            text = " ".join(text.split("\n")).replace("\r", "")
        fonts = child(self._properties, "w:rFonts")
        font = attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi")
        self._put(in_symbol_font(text, font) if font else text)

    def _instruction(self, element: Element) -> None:
        self.fields.instruct(element.text or "")

    def _blank(self, element: Element) -> None:
        text = _BLANKS[short(element)]
        if text == SOFT and attribute(element, "w:type") in _PAGE_BREAKS:
            text = HARD
        if not self.fields.in_instruction and not self._look.hidden:
            self._append(text)

    def _symbol(self, element: Element) -> None:
        char = symbol(attribute(element, "w:char"), attribute(element, "w:font"))
        self.session.account.note(Loss.SYMBOLS, char == UNKNOWN)
        self._put(char)

    def _field_char(self, element: Element) -> None:
        match attribute(element, "w:fldCharType"):
            case "begin":
                self.fields.begin()
            case "separate":
                self.fields.separate()
            case "end":
                closed = self.fields.end()
                if closed and not closed.result and closed.kind == "EQ":
                    self._equation_field(closed.instruction)
                elif closed and not closed.result and closed.kind == "SYMBOL":
                    self._symbol_field(closed.instruction)

    def _equation_field(self, instruction: str) -> None:
        words, ruby = equation_text(instruction)
        self.session.account.note(Loss.READINGS if ruby else Loss.EQUATIONS)
        self._put(words)

    def _symbol_field(self, instruction: str) -> None:
        words = [word.strip('"') for word in instruction.split()[1:]]
        font = next((b for a, b in pairwise(words) if a.lower() == "\\f"), "")
        digits = words[0] if words else ""
        code = digits[2:] if digits.lower().startswith("0x") else f"{int(digits):x}" if digits.isdecimal() else ""
        char = symbol(code[-8:], font)
        self.session.account.note(Loss.SYMBOLS, char == UNKNOWN)
        self._put(char)

    def _simple_field(self, element: Element) -> None:
        self.fields.begin(attribute(element, "w:instr"), result=True)
        self.read(element)
        self.fields.end()

    def _hyperlink(self, element: Element) -> None:
        found = self.session.package.relations(self.part).get(attribute(element, "r:id"))
        before, self._link = self._link, found.target if found and found.external else ""
        if self._link and (anchor := attribute(element, "w:anchor")):
            self._link = f"{self._link}#{anchor}"
        self.read(element)
        self._link = before

    def _control(self, element: Element) -> None:
        """Read a content control; one that nobody filled in holds a prompt."""
        content, properties = child(element, "w:sdtContent"), child(element, "w:sdtPr")
        if child(properties, "w:showingPlcHdr") is not None:
            self.session.account.note(Loss.PROMPTS)
        elif content is not None:
            self.read(content)

    def _alternatives(self, element: Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self.read(branch)

    def _ruby(self, element: Element) -> None:
        self.session.account.note(Loss.READINGS)
        base = child(element, "w:rubyBase")
        if base is not None:
            kept = self._properties, self._look
            self.read(base)
            self._properties, self._look = kept

    def _footnote(self, element: Element) -> None:
        self._note(element, self.session.footnotes)

    def _endnote(self, element: Element) -> None:
        if self._note(element, self.session.endnotes):
            self.session.account.note(Loss.ENDNOTES)

    def _note(self, element: Element, notes: dict[str, Element]) -> bool:
        if self.fields.in_instruction or self._look.hidden:
            return False
        note = notes.get(attribute(element, "w:id"))
        if note is not None and note in self.session.noted:
            # each note has one sign; a file that repeats one may mean to fill the memory
            note = None
        if note is not None:
            self.session.noted.add(note)
        own_mark = attribute(element, "w:customMarkFollows").lower() in ("1", "true", "on")
        mark = "".join(one.text or "" for one in element.itersiblings(qn("w:t"))) if own_mark else ""
        words = "" if note is None else self.walker.note_words(note, mark.strip())
        self._mark_follows = mark if own_mark else None
        if not words:
            self.session.account.note(Loss.LOST_NOTES)
            return False
        self._append(ANCHOR, words)
        return True

    def _comment_mark(self, element: Element) -> None:
        number = self.session.comments.number(attribute(element, "w:id"))
        if number is not None:
            self.mark(_MARKS[short(element)](number))

    def _drawing(self, element: Element) -> None:
        if self.fields.in_instruction or self._look.hidden:
            self.session.account.note(Loss.HIDDEN)
            return
        self.beside(drawing_items(element, self.session, self.walker, self.part))

    def _equation(self, element: Element) -> None:
        self.session.account.note(Loss.EQUATIONS)
        for run in equation_runs(element):
            text = sanitise(run.text).replace(ANCHOR, "")
            if text:
                self.pieces.append(replace(run, text=text))

    _READERS: ClassVar[dict[str, Callable[["Inline", Element], None]]] = {
        "w:t": _text,
        "w:delText": _text,
        "w:instrText": _instruction,
        "w:delInstrText": _instruction,
        **dict.fromkeys(_BLANKS, _blank),
        "w:sym": _symbol,
        "w:fldChar": _field_char,
        "w:fldSimple": _simple_field,
        "w:hyperlink": _hyperlink,
        "w:sdt": _control,
        "mc:AlternateContent": _alternatives,
        "w:ruby": _ruby,
        "w:footnoteReference": _footnote,
        "w:endnoteReference": _endnote,
        **dict.fromkeys(_MARKS, _comment_mark),
        "w:drawing": _drawing,
        "w:pict": _drawing,
        "w:object": _drawing,
        "m:oMath": _equation,
        "m:oMathPara": _equation,
    }
