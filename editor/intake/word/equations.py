"""Word's equations as text: fractions with a slash, powers and indices as super- and subscripts."""

from collections.abc import Iterator

from editor.intake.word.markup import attribute, child, qn, short
from editor.intake.word.package import Element
from editor.model.body import Run, Script

_FENCED = frozenset("+-−*/=×÷ ")
_MOST_DEEP = 40
_PROPERTIES = "Pr"


def equation_runs(element: Element, depth: int = 0) -> tuple[Run, ...]:
    """Return the runs of an equation or a part of one."""
    return tuple(run for one in element for run in _part(one, depth + 1))


def _part(element: Element, depth: int) -> Iterator[Run]:  # noqa: C901 - a line a construct
    name = short(element)
    if depth > _MOST_DEEP:
        yield Run(text="".join(element.itertext(qn("m:t"))))
        return
    match name:
        case "m:r":
            yield Run(text="".join(element.itertext(qn("m:t"), qn("w:t"))))
        case "m:f":
            yield from (*_fenced(element, "m:num", depth), Run(text="/"), *_fenced(element, "m:den", depth))
        case "m:sSup":
            yield from (*_of(element, "m:e", depth), *_raised(element, "m:sup", Script.SUPER, depth))
        case "m:sSub":
            yield from (*_of(element, "m:e", depth), *_raised(element, "m:sub", Script.SUB, depth))
        case "m:sSubSup" | "m:sPre":
            yield from _of(element, "m:e", depth)
            yield from _raised(element, "m:sub", Script.SUB, depth)
            yield from _raised(element, "m:sup", Script.SUPER, depth)
        case "m:rad":
            degree = _of(element, "m:deg", depth)
            yield from (*(_as(run, Script.SUPER) for run in degree), Run(text="√"), *_fenced(element, "m:e", depth))
        case "m:nary":
            yield Run(text=attribute(child(child(element, "m:naryPr"), "m:chr"), "m:val") or "∫")
            yield from _raised(element, "m:sub", Script.SUB, depth)
            yield from _raised(element, "m:sup", Script.SUPER, depth)
            yield from _of(element, "m:e", depth)
        case "m:d":
            properties = child(element, "m:dPr")
            left = attribute(child(properties, "m:begChr"), "m:val") or "("
            right = attribute(child(properties, "m:endChr"), "m:val") or ")"
            yield from (Run(text=left), *equation_runs(element, depth), Run(text=right))
        case _ if not name.endswith(_PROPERTIES):
            yield from equation_runs(element, depth)


def _of(element: Element, name: str, depth: int) -> tuple[Run, ...]:
    part = child(element, name)
    return () if part is None else equation_runs(part, depth)


def _raised(element: Element, name: str, script: Script, depth: int) -> tuple[Run, ...]:
    return tuple(_as(run, script) for run in _of(element, name, depth))


def _as(run: Run, script: Script) -> Run:
    return Run(text=run.text, script=script)


def _fenced(element: Element, name: str, depth: int) -> tuple[Run, ...]:
    """Return a part in brackets where it is more than one term."""
    made = _of(element, name, depth)
    if any(char in _FENCED for run in made for char in run.text):
        return (Run(text="("), *made, Run(text=")"))
    return made
