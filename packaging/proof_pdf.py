#!/usr/bin/env python3
"""proof_pdf.py PDF…: own checks of the structure of PDFs by pikepdf, and of an issue made here with every block kind.

Looked at: tags of lists and notes, page labels, glyphs of all characters and text of all glyphs, alternative texts.
Prints what is wrong, a line each. Needs pikepdf, which `proof.py` installs beside the project.
"""

import datetime as dt
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# objects of a PDF have no types of their own in pikepdf
Node = Any
LOOKS = ("house", "gongwen")
SHOWING = ("Tj", "TJ", "'", '"')


def main(files: list[str]) -> int:
    """Check the files and issues made here. Returns 1 where one has a fault."""
    found = [f"{Path(file).name}: {fault}" for file in files for fault in faults(pikepdf.open(file))]
    for look in LOOKS:
        found += [f"{look}: {fault}" for fault in trial_faults(look)]
    print("\n".join(found) or "no fault")
    return 1 if found else 0


def trial_faults(look: str) -> Iterator[str]:
    """Yield what is wrong with an issue of lists, notes, a table, a figure without its picture, rare characters."""
    with pikepdf.open(io.BytesIO(trial_pdf(look))) as pdf:
        yield from faults(pdf)
        tags = [str(tag.S) for tag in elements(pdf.Root.StructTreeRoot.K)]
    for kind in ("/L", "/LI", "/Lbl", "/LBody", "/Note", "/Table", "/TH", "/TD", "/Quote", "/H1", "/H2", "/Figure"):
        if kind not in tags:
            yield f"no element {kind}"


def trial_pdf(look: str) -> bytes:
    """Return the issue made here as PDF."""
    from editor.desk.printing import print_files
    from editor.model.article import Article, title_of
    from editor.model.body import ANCHOR, Figure, Heading, ItemList, Paragraph, Quote, Run, Table, text_of
    from editor.model.issue import Issue, Section
    from editor.model.number import Number
    from editor.model.publication import Look, Profile

    noted = (*text_of("云州𠮷₂−"), Run(text=ANCHOR, footnote="注的文字"), *text_of("办法。"))
    items = (text_of("第一项"), noted)
    blocks = (
        Paragraph(runs=noted),
        Heading(level=1, runs=text_of("小标题")),
        ItemList(items=items),
        ItemList(items=items, ordered=True),
        Table(head=(text_of("甲"), text_of("乙")), rows=((text_of("丙"), noted),), caption="表"),
        Quote(runs=text_of("引文")),
        Figure(caption="图"),
        *(Paragraph(runs=text_of("正文。" * 200)) for _ in range(30)),
    )
    article = Article(title=title_of("云州办法"), blocks=blocks, link="https://example.org/a", source="云州日报")
    issue = Issue(
        publication="0" * 32,
        number=Number(year=2026, number=1, total=1),
        date=dt.date(2026, 1, 5),
        profile=Profile(masthead="云州观察"),
        look=Look(name=look),
        sections=(Section(name="要闻", articles=(article,)),),
    )
    return print_files(issue, pictures={}, word=False).pdf or b""


def faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what is wrong with a file."""
    yield from tag_faults(pdf)
    yield from label_faults(pdf)
    for number, page in enumerate(pdf.pages, 1):
        yield from (f"page {number}: {fault}" for fault in glyph_faults(page))


def tag_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield lists that hold other than items, items without label and body, figures without words for them."""
    if not pdf.Root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not tagged"
        return
    for tag in elements(pdf.Root.StructTreeRoot.K):
        inside = [str(child.S) for child in kids(tag) if "/S" in child]
        if tag.S == "/L" and set(inside) != {"/LI"}:
            yield f"a list with {inside}"
        if tag.S == "/LI" and inside != ["/Lbl", "/LBody"]:
            yield f"an item with {inside}"
        if tag.S == "/Figure" and not str(tag.get("/Alt", "")).strip():
            yield "a figure without an alternative text"


def label_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what is wrong with the labels of the pages: roman before the first, then numbers without a gap."""
    labels = [page.label for page in pdf.pages]
    numbers = [int(label) for label in labels if label.isdigit()]
    if "/PageLabels" not in pdf.Root:
        yield "no page labels"
    if numbers != list(range(1, len(numbers) + 1)) or any(label.isdigit() for label in labels[: -len(numbers) or None]):
        yield f"page labels {labels}"


def glyph_faults(page: pikepdf.Page) -> Iterator[str]:
    """Yield fonts that are not embedded or say not what their glyphs mean, and glyphs number 0, the box."""
    fonts: Node = page.resources.get("/Font", {})
    for name, font in fonts.items():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if "/ToUnicode" not in font:
            yield f"{name} does not say what its glyphs mean"
        if not {"/FontFile2", "/FontFile3"} & set(inner.get("/FontDescriptor", {}).keys()):
            yield f"{name} is not embedded"
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in SHOWING and any(0 in codes(bytes(piece)) for piece in strings(operands)):
            yield "a character without a glyph"


def strings(operands: Node) -> Iterator[Node]:
    """Yield the strings of a text operator."""
    for operand in operands:
        if isinstance(operand, pikepdf.String):
            yield operand
        elif isinstance(operand, pikepdf.Array):
            yield from (one for one in operand if isinstance(one, pikepdf.String))


def codes(data: bytes) -> list[int]:
    """Return the glyphs of a string; the typesetter's fonts all take two bytes a glyph."""
    return [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]


def elements(node: Node) -> Iterator[Node]:
    """Yield the structure elements of a tree."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def kids(tag: Node) -> list[Node]:
    """Return the elements right below one."""
    found = tag.get("/K", [])
    return [
        one for one in (found if isinstance(found, pikepdf.Array) else [found]) if isinstance(one, pikepdf.Dictionary)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
