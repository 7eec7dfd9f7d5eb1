"""Word's fields: their result is read, not their instruction; some have no result."""

import re
from dataclasses import dataclass, field

_QUOTED = re.compile(r'"([^"]*)"|(\S+)')
_RUBY = re.compile(r"\\s\s*\\up\s*\d*\s*\((.*?)\)\s*[,;，；]\s*(.+?)\)*\s*$", re.IGNORECASE)
_OVERLAID = re.compile(r"\\o\b(?:\s*\\a[a-z])*\s*\((.*)\)\s*$", re.IGNORECASE)
_SWITCH = re.compile(r"\\[a-z*]+(?:\s*\\?\"[^\"]*\")?(?:\s*\d+)?", re.IGNORECASE)
_RINGS = "○〇◯"
_CIRCLED = {str(at + 1): char for at, char in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")}


@dataclass(slots=True)
class Field:
    """A field being read. result: whether its result has begun."""

    instruction: str = ""
    result: bool = False

    @property
    def kind(self) -> str:
        """Its name, e.g. HYPERLINK; empty for none."""
        return (self.instruction.split() or [""])[0].upper()

    @property
    def address(self) -> str:
        """The address of a HYPERLINK; empty for one inside the file."""
        if self.kind != "HYPERLINK":
            return ""
        words = [quoted or bare for quoted, bare in _QUOTED.findall(self.instruction)][1:]
        return words[0] if words and not words[0].startswith("\\") else ""

    @property
    def is_contents(self) -> bool:
        """Whether it makes a table of contents or an index."""
        return self.kind in ("TOC", "INDEX", "TOA")


# more than any file has; beyond, fields and instructions are passed over
_DEEPEST, _LONGEST = 100, 4000


@dataclass(slots=True)
class Fields:
    """The fields that are open, the innermost last. passed: how many more are open that are passed over."""

    stack: list[Field] = field(default_factory=list)
    passed: int = 0

    def begin(self, instruction: str = "", *, result: bool = False) -> None:
        """Open a field."""
        if len(self.stack) < _DEEPEST:
            self.stack.append(Field(instruction[:_LONGEST], result))
        else:
            self.passed += 1

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self.stack and not self.stack[-1].result and len(self.stack[-1].instruction) < _LONGEST:
            self.stack[-1].instruction += text[:_LONGEST]

    def separate(self) -> None:
        """Begin the result of the innermost field."""
        if self.stack:
            self.stack[-1].result = True

    def end(self) -> Field | None:
        """Close the innermost field and return it."""
        if self.passed:
            self.passed -= 1
            return None
        return self.stack.pop() if self.stack else None

    def end_paragraph(self) -> None:
        """Give up fields without a result by the end of a paragraph: a damaged one would hide all the rest."""
        while self.stack and not self.stack[-1].result:
            self.stack.pop()

    @property
    def in_instruction(self) -> bool:
        """Whether what is read now belongs to an instruction."""
        return any(not one.result for one in self.stack)

    @property
    def in_contents(self) -> bool:
        """Whether what is read now is in a table of contents."""
        return any(one.is_contents for one in self.stack)

    @property
    def address(self) -> str:
        """The address that the text leads to."""
        return next((one.address for one in reversed(self.stack) if one.address), "")


def equation_text(instruction: str) -> tuple[str, bool]:
    """Return the words of a field EQ, which has no result, and whether it only sets readings over a word (拼音指南)."""
    words = instruction.strip()[2:].strip()
    ruby = _RUBY.search(words)
    if ruby:
        return ruby[2].strip().rstrip(")"), True
    overlaid = _OVERLAID.search(words)
    if overlaid:
        parts = [part.strip() for part in re.split(r"[,;，；]", overlaid[1])]
        inner = [part for part in parts if part not in _RINGS]
        return "".join(_CIRCLED.get(part, part) if len(inner) < len(parts) else part for part in inner), False
    return re.sub(r"\s+", " ", _SWITCH.sub("", words)).strip(), False
