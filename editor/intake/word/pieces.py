"""The runs of a paragraph being read, and what they look like."""

from collections import Counter
from dataclasses import dataclass, field

from editor.intake.word.fields import Fields
from editor.intake.word.losses import Loss
from editor.intake.word.markup import value
from editor.intake.word.package import Element
from editor.intake.word.session import Session
from editor.intake.word.styles import Style, run_look
from editor.model.body import ANCHOR, Run, Script
from editor.text.address import usable_address
from editor.text.sanitise import sanitise

_SCRIPTS = {"superscript": Script.SUPER, "subscript": Script.SUB}


@dataclass(slots=True, kw_only=True)
class Pieces:
    """Runs in order. style: of the paragraph; sizes: characters by type size; strong: how many are bold."""

    session: Session
    style: Style
    fields: Fields
    pieces: list[Run] = field(default_factory=list)
    sizes: Counter[int] = field(default_factory=Counter)
    strong: int = 0
    in_contents: bool = False
    _look: Style = field(default_factory=Style)
    _link: str = ""
    _mark_follows: str | None = None

    def _seen(self, properties: Element | None) -> Style:
        """Return how a run looks: as it says itself, else as its style, else as the paragraph's."""
        own, named = run_look(properties), self.session.styles.run_style(value(properties, "w:rStyle"))
        base = self.style

        def first(*found: bool | int | None) -> bool | int | None:
            return next((one for one in found if one is not None), None)

        return Style(
            bold=bool(first(own.bold, named.bold, base.bold)),
            italic=bool(first(own.italic, named.italic, base.italic)),
            hidden=bool(first(own.hidden, named.hidden, base.hidden)),
            size=first(own.size, named.size, base.size),
            script=own.script or named.script,
        )

    def _put(self, text: str) -> None:
        """Add text in the look of the run."""
        if not text or self.fields.in_instruction:
            return
        if self._mark_follows is not None:
            # the sign of a footnote, which its anchor stands for
            return
        if self._look.hidden:
            self.session.account.note(Loss.HIDDEN, bool(text.strip()))
            return
        cleaned = sanitise(text).replace(ANCHOR, "")
        self.session.account.note(Loss.CHARACTERS, max(len(text) - len(cleaned), 0))
        self.in_contents = self.in_contents or self.fields.in_contents
        self._append(cleaned)

    def _append(self, text: str, footnote: str = "") -> None:
        look = self._look
        script = _SCRIPTS.get(look.script or "", Script.BASE)
        # the sign of a footnote is raised by itself
        shown = Script.BASE if footnote else script
        self.pieces.append(
            Run(
                text=text,
                bold=bool(look.bold),
                italic=bool(look.italic),
                script=shown,
                link=self._address(),
                footnote=footnote,
            )
        )
        weight = len(text.strip())
        self.sizes[look.size or self.session.styles.size] += weight
        self.strong += weight * bool(look.bold)

    def mark(self, text: str) -> None:
        """Add an invisible mark."""
        self.pieces.append(Run(text=text))

    def _address(self) -> str:
        address = self._link or self.fields.address
        usable = usable_address(address) if address else ""
        if address and not usable:
            self.session.account.note(Loss.LINKS)
        return usable

    @property
    def has_text(self) -> bool:
        """Whether any visible text was read."""
        return any(run.text.strip() for run in self.pieces)
