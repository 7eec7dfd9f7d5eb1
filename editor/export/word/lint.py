"""Faults of a Word file that validators miss: dead links, prompts on opening, drawings without alternative text."""

import io
import re
import zipfile
from collections import Counter
from itertools import pairwise

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAGEREF = re.compile(r"PAGEREF (\S+)")
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def lint(data: bytes) -> tuple[str, ...]:
    """Return a sentence for every fault of a Word file, none for a sound one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    styles = etree.fromstring(parts["word/styles.xml"])
    whole = b"".join(value for name, value in parts.items() if name.endswith(".xml")).decode()
    marks = (*_anchors(body), *_fields(body), *_frames(body))
    return (*marks, *_drawings(body), *_styles(body, styles), *_prompts(whole))


def _anchors(body: etree._Element) -> list[str]:
    names = Counter(mark.get(f"{_W}name") for mark in body.iter(f"{_W}bookmarkStart"))
    wanted = {link.get(f"{_W}anchor") for link in body.iter(f"{_W}hyperlink")} - {None}
    wanted |= set(_PAGEREF.findall("".join(code.text or "" for code in body.iter(f"{_W}instrText"))))
    repeated = [f"bookmark {name} stands {count} times" for name, count in names.items() if count > 1]
    return repeated + [f"no bookmark {name}" for name in sorted(map(str, wanted - set(names)))]


def _fields(body: etree._Element) -> list[str]:
    depth = 0
    for mark in body.iter(f"{_W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(mark.get(f"{_W}fldCharType", ""), 0)
        if depth < 0:
            return ["a field ends that never began"]
    return ["a field has no end"] if depth else []


def _frames(body: etree._Element) -> list[str]:
    """Return what makes LibreOffice leave paragraphs in the text that have a place on the page."""
    faults, rows = [], list(body)
    for row, following in pairwise(rows):
        frame, borders = _frame(row), row.find(f"{_W}pPr/{_W}pBdr")
        if frame and frame == _frame(following):
            other = following.find(f"{_W}pPr/{_W}pBdr")
            if [etree.tostring(one) for one in borders or ()] != [etree.tostring(one) for one in other or ()]:
                faults.append("borders differ in a frame")
        elif frame and following.tag == f"{_W}tbl":
            faults.append("a table follows a frame")
    return faults + (["nothing follows a frame"] if _frame(rows[-1]) else [])


def _frame(row: etree._Element) -> dict[str, str]:
    found = row.find(f"{_W}pPr/{_W}framePr")
    return {} if found is None else dict(found.attrib)


def _drawings(body: etree._Element) -> list[str]:
    numbers = Counter(drawing.get("id") for drawing in body.iter(_DOC_PR))
    bare = [drawing for drawing in body.iter(_DOC_PR) if not drawing.get("descr")]
    repeated = [f"drawing {number} stands {count} times" for number, count in numbers.items() if count > 1]
    return repeated + ["a drawing has no alternative text"] * len(bare)


def _styles(body: etree._Element, styles: etree._Element) -> list[str]:
    known = {style.get(f"{_W}styleId") for style in styles.iter(f"{_W}style")}
    kinds = (f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle")
    used = {str(mark.get(f"{_W}val")) for kind in kinds for mark in body.iter(kind)}
    return [f"no style {name}" for name in sorted(used - known)]


def _prompts(whole: str) -> list[str]:
    forbidden = ("w:dirty", "w:updateFields", "asciiTheme", "eastAsiaTheme", "hAnsiTheme", "w:docGrid")
    return [f"{word} stands in the file" for word in forbidden if re.search(rf"\b{word}\b", whole)]
