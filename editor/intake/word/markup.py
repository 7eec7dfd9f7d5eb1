"""Names of WordprocessingML, and questions that many readers ask of an element."""

from collections.abc import Iterator

from editor.intake.word.package import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {
    "w": _W,
    "r": "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "a": "{http://schemas.openxmlformats.org/drawingml/2006/main}",
    "c": "{http://schemas.openxmlformats.org/drawingml/2006/chart}",
    "wp": "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}",
    "m": "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "v": "{urn:schemas-microsoft-com:vml}",
    "o": "{urn:schemas-microsoft-com:office:office}",
    "mc": "{http://schemas.openxmlformats.org/markup-compatibility/2006}",
    "w14": "{http://schemas.microsoft.com/office/word/2010/wordml}",
    "w15": "{http://schemas.microsoft.com/office/word/2012/wordml}",
    "dcterms": "{http://purl.org/dc/terms/}",
}
_NAMES = {space[1:-1]: prefix for prefix, space in _SPACES.items()}
_OFF = frozenset(("0", "false", "off", "none"))


def qn(name: str) -> str:
    """Return lxml's name of w:p and the like."""
    prefix, _, local = name.partition(":")
    return _SPACES[prefix] + local


def short(element: Element) -> str:
    """Return w:p and the like; the local name alone for an element of other markup."""
    tag: str = element.tag
    space, _, local = tag[1:].rpartition("}")
    prefix = _NAMES.get(space)
    return f"{prefix}:{local}" if prefix else local


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a name."""
    return None if element is None else element.find(qn(name))


def attribute(element: Element | None, name: str = "w:val") -> str:
    """Return an attribute, empty where there is none."""
    return "" if element is None else element.get(qn(name), "")


def value(element: Element | None, name: str) -> str:
    """Return the value of a child, e.g. of w:pStyle; empty where there is none."""
    return attribute(child(element, name))


def switch(element: Element | None, name: str) -> bool | None:
    """Return whether a child such as w:b is on, None where it is not there."""
    found = child(element, name)
    return None if found is None else attribute(found).lower() not in _OFF


def whole(text: str) -> int | None:
    """Return a whole number of at most nine digits, None for anything else."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
        return None
    return int(text)


def number(element: Element | None, name: str) -> int | None:
    """Return the value of a child as a whole number."""
    return whole(value(element, name))


def chosen(element: Element) -> Element | None:
    """Return the one branch of mc:AlternateContent to be read: what is written for today's Word, else the fallback."""
    branch = child(element, "mc:Choice")
    return child(element, "mc:Fallback") if branch is None else branch


def once(root: Element, names: frozenset[str]) -> Iterator[Element]:
    """Yield elements of some names below one, in order; of alternatives only one branch, nothing inside a found one."""
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        name = short(element)
        if name in names:
            yield element
        elif name == "mc:AlternateContent":
            branch = chosen(element)
            waiting.extend([] if branch is None else [branch])
        else:
            waiting.extend(reversed(element))
